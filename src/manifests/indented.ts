import { parseEvents, YAMLException, type Event } from 'js-yaml';

/** A text as js-yaml reads it, where Go's reader asks for less. */
export interface Indented {
  readonly text: string;
  readonly events: Event[];
  /** Where something of this text stands in the text of the file. */
  originalOf(offset: number): number;
}

interface Gap {
  readonly offset: number;
  readonly length: number;
}

/**
 * Go's reader lets lines inside of brackets and quotes begin in any column, such as a closing `]` below its key; js-yaml
 * wants them deeper, so they are moved. (sigs.k8s.io/yaml, goyaml.v2/scannerc.go,
 * yaml_parser_unroll_indent)
 */
export function indented(original: string): Indented {
  const gaps: Gap[] = [];
  let text = original;
  for (;;) {
    const originalOf = (offset: number): number => withoutGaps(offset, gaps);
    try {
      return { text, events: parseEvents(text, {}), originalOf };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const line = lineToMove(error, text);
      if (line === undefined || gaps.length === MOST_LINES) throw placedIn(error, originalOf);
      const length = depthAbove(text, line);
      gaps.push({ offset: line, length });
      text = `${text.slice(0, line)}${' '.repeat(length)}${text.slice(line)}`;
    }
  }
}

/** Each is one more reading. */
const MOST_LINES = 50;

function lineToMove({ reason, mark }: YAMLException, text: string): number | undefined {
  if (reason !== 'deficient indentation' || mark === undefined) return undefined;
  return text.lastIndexOf('\n', mark.position - 1) + 1;
}

/** More than the key above can be indented. */
function depthAbove(text: string, line: number): number {
  const above = text.slice(0, line).trimEnd();
  return above.length - above.lastIndexOf('\n');
}

/** Later gaps lie behind earlier ones. */
function withoutGaps(offset: number, gaps: readonly Gap[]): number {
  return gaps.reduceRight(
    (left, gap) => (left < gap.offset ? left : Math.max(gap.offset, left - gap.length)),
    offset,
  );
}

function placedIn(error: YAMLException, originalOf: (offset: number) => number): YAMLException {
  if (error.mark !== undefined) error.mark.position = originalOf(error.mark.position);
  return error;
}
