import { NEWEST } from '../../../src/api/release';
import { fieldText } from '../../../src/review/change';
import { review } from '../../../src/review/review';

export interface Told {
  /** Fields that change, with what stood and stands there. */
  readonly fields: readonly string[];
  readonly ids: readonly string[];
}

/** What is told of a change of one file. */
export function changed(before: string, after: string): Told {
  const files = [before, after].map((text) => [{ path: 'one.yaml', text }]);
  const { worlds, verdicts } = review(files[0]!, files[1]!, NEWEST);
  return {
    fields: worlds
      .flatMap(({ changes }) => changes)
      .flatMap(({ fields }) =>
        fields.map(({ field, before, after }) => `${fieldText(field)}: ${show(before)} → ${show(after)}`),
      ),
    ids: [...new Set(verdicts.map(({ risk }) => risk.id))],
  };
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
