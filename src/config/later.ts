import type { Fault, Path } from './fault';
import { pathText } from './fault';

/**
 * What the configuration page promises and this version does not do yet. It is refused, never ignored; a part that
 * gets built leaves this table.
 */
export const LATER: readonly Later[] = [
  { path: ['store', 'kind'], values: ['s3', 'gcs', 'azure'], instead: 'minio' },
  { path: ['store', 'nodes'], values: [], instead: '1' },
  { path: ['store', 'tls', 'kind'], values: ['certManager', 'secret'], instead: 'none' },
  { path: ['store', 'exposure', 'kind'], values: ['ingress', 'httpRoute'], instead: 'internal' },
  { path: ['cluster', 'provider'], values: ['gke', 'gke-autopilot', 'eks', 'aks'], instead: 'any' },
  { path: ['monitoring', 'kind'], values: ['prometheusOperator'], instead: 'none' },
];

interface Later {
  /** `*` is any index. */
  readonly path: Path;
  /** Empty: every item of a list, every number above 1. */
  readonly values: readonly string[];
  readonly instead: string;
}

export function laterFaults(input: unknown): Fault[] {
  return LATER.flatMap((later) =>
    valuesAt(input, later.path, []).flatMap(([path, value]) => {
      if (!matches(later, value)) return [];
      const remedy = later.instead === '' ? 'remove it' : `use ${quoted(later, later.instead)}`;
      return [{ path, message: `Not built yet: ${pathText(path)}${said(later, value)}; ${remedy}` }];
    }),
  );
}

function matches({ path, values }: Later, value: unknown): boolean {
  if (values.length > 0) return typeof value === 'string' && values.includes(value);
  return path.at(-1) === '*' || (typeof value === 'number' && Number.isInteger(value) && value > 1);
}

function said(later: Later, value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? ` ${quoted(later, String(value))}` : '';
}

/** A number in quotes would be another mistake. */
function quoted({ values }: Later, text: string): string {
  return values.length > 0 ? `"${text}"` : text;
}

function valuesAt(input: unknown, [part, ...rest]: Path, above: Path): [Path, unknown][] {
  if (part === undefined) return [[above, input]];
  if (part === '*') {
    return Array.isArray(input)
      ? input.flatMap((item, index) => valuesAt(item, rest, [...above, index]))
      : [];
  }
  const isMap = typeof input === 'object' && input !== null && Object.hasOwn(input, part);
  return isMap ? valuesAt((input as Record<string | number, unknown>)[part], rest, [...above, part]) : [];
}
