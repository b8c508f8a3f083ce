import { readFileSync } from 'node:fs';
import { CHARTS } from '../imported/charts';
import { importValues } from '../imported/import-values';
import type { ImportFault, Source } from '../imported/leaf';
import { faultsText, reportOf } from '../imported/report';
import { setFlag } from '../imported/set-flag';
import { valuesFile } from '../imported/values-file';
import { oneOf } from './one-of';
import type { Outcome } from './outcome';

export interface ImportOptions {
  /** Each as `helm install --set` takes it. */
  readonly set: readonly string[];
  /** Of values whose keys do not tell. */
  readonly chart?: string;
}

/** Helm's values in, a configuration out; what became of each value is told beside it. */
export function importCommand(files: readonly string[], { set, chart }: ImportOptions): Outcome {
  if (files.length + set.length === 0)
    return misuse('Cannot import nothing: expected values files, or `--set` as `helm install` got it');
  const wrong = chart === undefined ? undefined : wrongChart(chart);
  if (wrong !== undefined) return misuse(wrong);
  const read = [
    ...files.map((file) => valuesFile(file === '-' ? 'standard input' : file, textOf(file))),
    ...set.map(setFlag),
  ];
  const broken = read.filter((one): one is readonly ImportFault[] => !('leaves' in one)).flat();
  if (broken.length > 0) return { out: '', err: faultsText(broken), code: 1 };
  const { text, entries, faults } = importValues(
    read.filter((one): one is Source => 'leaves' in one),
    chart,
  );
  return text === undefined
    ? { out: '', err: faultsText(faults), code: 1 }
    : { out: text, err: reportOf(entries), code: 0 };
}

function wrongChart(text: string): string | undefined {
  try {
    oneOf(
      '--chart',
      CHARTS.map(({ name }) => name),
      text,
    );
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function textOf(file: string): string {
  return readFileSync(file === '-' ? 0 : file, 'utf8');
}

function misuse(message: string): Outcome {
  return { out: '', err: `${message}\n`, code: 2 };
}
