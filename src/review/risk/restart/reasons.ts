import type { FieldChange } from '../../change';
import { firstOf } from '../../../text/first-of';
import { imageStepOf } from '../image-step';

/** What of a pod template changes, in a few words: `image of "minio", annotation "checksum/config"`. */
export function reasonsOf(fields: readonly FieldChange[]): string {
  const isTag = fields.every((field) => ['tag', 'major'].includes(imageStepOf(field) ?? ''));
  return isTag ? `only an image tag: ${listOf(fields)}` : listOf(fields);
}

function listOf(fields: readonly FieldChange[]): string {
  return firstOf([...new Set(fields.map(reasonOf))], MOST);
}

const MOST = 4;

function reasonOf({ field, is }: FieldChange): string {
  const [, , part = '', ...rest] = field;
  const order = is === 'order' ? 'order of ' : '';
  if (part === 'metadata')
    return `${order}${rest[0]?.replace(/s$/, '') ?? 'metadata'} ${quoted(rest[1])}`.trim();
  const [list = '', item, ...inside] = rest;
  if (!LISTS.has(list)) return `${order}${list === '' ? 'its spec' : list}`;
  if (item === undefined) return `${order}${list}`;
  const name = quoted(item.slice(1, -1));
  if (list === 'volumes') return `${order}volume ${name}`;
  return `${order}${[inside[0] ?? 'container', inside[1]?.replace(/^\[(.*)\]$/, '$1')].filter((word) => word !== undefined).join(' ')} of ${name}`;
}

function quoted(word: string | undefined): string {
  return word === undefined ? '' : `"${word}"`;
}

const LISTS: ReadonlySet<string> = new Set(['containers', 'initContainers', 'volumes']);
