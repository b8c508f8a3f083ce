import { parse, TomlError } from 'smol-toml';
import { pathText, type Path } from '../config/fault';
import { inOurCase } from './cache-keys';
import type { ImportFault, Leaf } from './leaf';
import { tomlLines } from './toml-lines';

/** The values of a `config.toml` in the values of the chart, each with its own line. */
export function tomlLeaves(leaf: Leaf): { leaves: readonly Leaf[]; faults: readonly ImportFault[] } {
  const text = String(leaf.value);
  try {
    const table = parse(text);
    const lines = tomlLines(text);
    const fault = strangeKey(text) ?? countFault(table.runners);
    if (fault !== undefined)
      return { leaves: [], faults: [{ place: leaf.place, told: leaf.told, message: fault }] };
    const leaves = below(table, []).map(([said, value]): Leaf => {
      const path = inOurCase(said);
      return {
        path,
        value,
        told: `${leaf.told}: ${pathText(path).replace(/^runners\[0\]/, 'runners')}`,
        place: placed(
          leaf,
          text,
          lines.get(
            nearest(
              lines,
              said.filter((part) => typeof part === 'string'),
            ),
          ) ?? 0,
        ),
      };
    });
    return { leaves, faults: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const hint = text.includes('{{') ? '; write out what stands in {{ }}, which only Helm fills in' : '';
    const message = `Cannot read this TOML${hint}`;
    return { leaves: [], faults: [{ place: placed(leaf, text, error.line), told: leaf.told, message }] };
  }
}

/** In JavaScript it is no key like others. */
function strangeKey(text: string): string | undefined {
  return text.includes('__proto__') ? 'Cannot use key "__proto__": remove it' : undefined;
}

function countFault(runners: unknown): string | undefined {
  if (!Array.isArray(runners) || runners.length < 2) return undefined;
  return `Cannot import ${String(runners.length)} runners at once: expected one [[runners]]; import each alone, and join them as a list below \`runners\``;
}

/** A text of many lines begins in the line below its key. */
function placed({ place }: Leaf, text: string, line: number): Leaf['place'] {
  if (place.line === undefined || line === 0) return place;
  return { ...place, line: text.includes('\n') ? place.line + line : place.line };
}

/** These are told key by key; all other tables are passed on, or not, as a whole. */
const OPENED =
  /^(?:|runners|runners\.0|runners\.0\.(?:cache|cache\.(?:s3|gcs|azure)|kubernetes|kubernetes\.(?:volumes|[a-z_]*security_context|node_selector|node_tolerations|pod_labels|pod_annotations)|feature_flags|experimental))$/i;
const LISTS = /^runners\.0\.(?:environment|kubernetes\.volumes\.[a-z_]+)$/;

function below(value: unknown, path: Path): readonly (readonly [Path, unknown])[] {
  const name = path.join('.');
  if (Array.isArray(value) && (LISTS.test(name) || name === 'runners'))
    return value.flatMap((item, index) => below(item, [...path, index]));
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && OPENED.test(name))
    return Object.entries(value).flatMap(([key, part]) => below(part, [...path, key]));
  return [[path, value]];
}

function nearest(lines: ReadonlyMap<string, number>, names: readonly string[]): string {
  const candidates = names.map((_, index) => names.slice(0, names.length - index).join('.'));
  return candidates.find((name) => lines.has(name)) ?? '';
}
