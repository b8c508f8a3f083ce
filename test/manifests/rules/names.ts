import { values, type Manifest } from '../load';
import { dataOf, type Rule } from './rule';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const DATA_KEY = /^(?!\.\.)(?!\.$)[A-Za-z0-9._-]{1,253}$/;

/** Names, labels and keys are such as the API server accepts; the schema calls all of them text. */
export const names: Rule = (tree) =>
  tree.flatMap((manifest) => [...nameOf(manifest), ...labelsOf(manifest), ...imagesOf(manifest)]);

function nameOf({ path, object }: Manifest): readonly string[] {
  const { name, namespace } = object.metadata;
  const shape = ['Namespace', 'Service'].includes(object.kind) ? LABEL : SUBDOMAIN;
  return [
    ...(shape.test(name) ? [] : [`${path}: the name is refused`]),
    ...(namespace === undefined || LABEL.test(namespace) ? [] : [`${path}: the namespace is refused`]),
    ...Object.keys(dataOf(object))
      .filter((key) => !DATA_KEY.test(key))
      .map((key) => `${path}: key ${key} is refused`),
  ];
}

function labelsOf({ path, object }: Manifest): readonly string[] {
  return [...values(object)].flatMap(([at, value]) => {
    if (!/\.(?:labels|matchLabels)$/.test(at)) return [];
    return Object.entries(value as Record<string, string>)
      .filter(([, text]) => !LABEL_VALUE.test(text))
      .map(([label]) => `${path}: the value of label ${label} is refused`);
  });
}

/** Without its tag and digest, as container runtimes count. */
function imagesOf({ path, object }: Manifest): readonly string[] {
  return [...values(object)].flatMap(([at, value]) => {
    if (!at.endsWith('.image') || typeof value !== 'string') return [];
    const name = value.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
    return name.length <= 255 ? [] : [`${path}: the name of an image is too long`];
  });
}
