import type { CacheSpec } from '../gitlab/state';

/** Says what it found in the cache. */
export const READ: readonly string[] = [
  'if [ -f .cache/random ]; then echo "FOUND $(sha256sum <.cache/random)"; else echo "FOUND nothing"; fi',
];

/** Says what it found, and leaves 1 MiB that nobody has seen before. */
export const SAVE: readonly string[] = [
  ...READ,
  'mkdir -p .cache && head -c 1048576 /dev/urandom >.cache/random',
  'echo "WROTE $(sha256sum <.cache/random)"',
];

/** A job's `cache:` with the key that GitLab would make of it on an unprotected branch. */
export function cacheOf(key: string, policy: CacheSpec['policy'] = 'pull-push'): readonly CacheSpec[] {
  return [{ key: `${key}-non_protected`, paths: ['.cache/'], policy }];
}
