import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importValues, type Imported } from '../../src/imported/import-values';
import type { ImportFault, Source } from '../../src/imported/leaf';
import { setFlag } from '../../src/imported/set-flag';
import { valuesFile } from '../../src/imported/values-file';

export const VALUES = join(__dirname, 'values');

/** The flags of the recipe of 2018. */
export const RECIPE =
  'accessKey=MYKEY,secretKey=MYSECRETKEY,defaultBucket.enabled=true,defaultBucket.name=my-gitlab-runner-cache,defaultBucket.purge=true,persistence.enabled=false';

export const GITLAB = 'gitlabUrl=https://gitlab.example.com';

/** Files of `values/` by their names, and flags by their `=`. */
export function sourcesOf(words: readonly string[]): readonly (Source | readonly ImportFault[])[] {
  return words.map((word) =>
    word.includes('=')
      ? setFlag(word)
      : valuesFile(`${word}.yaml`, readFileSync(join(VALUES, `${word}.yaml`), 'utf8')),
  );
}

export function imported(words: readonly string[], chart?: string): Imported {
  const sources = sourcesOf(words);
  const faults = sources.filter((one): one is readonly ImportFault[] => !('leaves' in one)).flat();
  if (faults.length > 0) return { text: undefined, entries: [], faults };
  return importValues(
    sources.filter((one): one is Source => 'leaves' in one),
    chart,
  );
}

/** What became of a value, as it is told. */
export function fateOf({ entries }: Imported, told: string): string {
  const fates = entries
    .filter(({ leaf }) => leaf.told === told)
    .map(({ verdict }) => ('why' in verdict ? `${verdict.kind}: ${verdict.why}` : verdict.kind));
  return fates.join('\n');
}
