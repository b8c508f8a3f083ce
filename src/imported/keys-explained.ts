import type { Leaf } from './leaf';
import type { Row } from './row';

/** A value that is a secret: it is told where it goes instead, and never repeated. */
export function secret(path: string, why: string): Row {
  return { path, read: (leaf) => ({ kind: 'replaced', why: `${why}${trapIn(leaf)}` }) };
}

/** The oldest trap of this recipe: `echo KEY | base64`. MinIO trims its root keys, and the runner trims nothing. */
function trapIn({ value }: Leaf): string {
  if (typeof value !== 'string') return '';
  if (/^\s|\s$/.test(value))
    return '; this one has white space at an end, with which every transfer is refused in a green job';
  return isBase64WithNewline(value)
    ? '; this one is base64 of a text with a newline at its end (`echo KEY | base64`), with which every transfer is refused in a green job'
    : '';
}

function isBase64WithNewline(text: string): boolean {
  if (text.length < 8 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  return /^[\x20-\x7e]+\r?\n$/.test(Buffer.from(text, 'base64').toString('latin1'));
}
