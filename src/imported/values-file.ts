import { pathText } from '../config/fault';
import { YamlDocument } from '../config/yaml-document';
import { isEmpty, leavesBelow, type ImportFault, type Source } from './leaf';

/** A values file, or what is wrong with it. */
export function valuesFile(name: string, text: string): Source | readonly ImportFault[] {
  const document = new YamlDocument(text);
  const fault = (message: string, told = '', line = 1): ImportFault => ({
    place: { file: name, line },
    told,
    message,
  });
  const broken = document.faults();
  if (broken.length > 0) return broken.map(({ message, path, line }) => fault(message, path, line));
  const value = document.value();
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isEmpty(value))
    return [fault('Cannot find values here: expected the values file of a chart, such as "gitlabUrl: …"')];
  if ('apiVersion' in value && 'kind' in value) return [fault(manifestMessage(value.kind))];
  const leaves = leavesBelow(value).map(([path, part]) => ({
    path,
    value: part,
    told: pathText(path),
    place: { file: name, line: document.place({ path, message: '', atKey: true }).line },
  }));
  return { name, leaves, isFile: true };
}

/** People keep the Secret of the recipe beside its values. */
function manifestMessage(kind: unknown): string {
  const what = typeof kind === 'string' && /^[A-Za-z]{1,40}$/.test(kind) ? ` (${kind})` : '';
  return `Cannot import a manifest${what}: expected the values file of a chart; \`runner-cache check\` judges manifests`;
}
