import { createHash } from 'node:crypto';

/** Eight hex digits that change with the content, for names of what cannot be changed in place. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}
