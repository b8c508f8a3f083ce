import type { JobReport } from '../gitlab/state';

/** A log without colours, time stamps and carriage returns. */
export function plainLog({ trace }: Pick<JobReport, 'trace'>): string {
  return trace
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/\r(?!\n)/g, '\n')
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z \d\d[OE][ +]?/, ''))
    .join('\n');
}

export interface CacheSection {
  readonly kind: 'restore' | 'save';
  readonly seconds: number;
  readonly lines: readonly string[];
}

/** The parts of a log that restore or save a cache. */
export function cacheSections(job: Pick<JobReport, 'trace'>): readonly CacheSection[] {
  const pattern = /section_start:(\d+):((?:restore|archive)_cache\w*).*\n([\s\S]*?)section_end:(\d+):\2/g;
  return [...plainLog(job).matchAll(pattern)].map(([, start, name, text, end]) => ({
    kind: name?.startsWith('restore') === true ? 'restore' : 'save',
    seconds: Number(end) - Number(start),
    lines: (text ?? '').split('\n').filter((line) => line.trim() !== ''),
  }));
}

/** What the runner complained about while it restored or saved; a green job may have many. */
export function complaints(
  job: Pick<JobReport, 'trace'>,
  kinds: readonly CacheSection['kind'][] = ['restore', 'save'],
): readonly string[] {
  return (
    cacheSections(job)
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ lines }) => lines)
      .filter((line) => /ERROR|WARNING|FATAL|Failed|No URL provided/.test(line))
      // The executor stops watching a pod at the end of a section, and on a busy cluster says so in its lines.
      .filter((line) => !/^WARNING: Getting job pod status .*context canceled/.test(line))
  );
}

/** The word that a job's script printed after `title` at the beginning of a line. */
export function said(job: Pick<JobReport, 'trace'>, title: string): string | undefined {
  return new RegExp(`^${title} (\\S+)`, 'm').exec(plainLog(job))?.[1];
}

/** How long restoring and saving took, in seconds. */
export function cacheSeconds(job: Pick<JobReport, 'trace'>, kind: CacheSection['kind']): number {
  return cacheSections(job)
    .filter((section) => section.kind === kind)
    .reduce((sum, { seconds }) => sum + seconds, 0);
}
