/** Why a text is no cron schedule; undefined for one. (github.com/robfig/cron/v3, parser.go) */
export function scheduleFault(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) return DESCRIPTORS.test(trimmed) ? undefined : `there is no "${trimmed}"`;
  const fields = trimmed.split(/\s+/);
  if (fields.length !== BOUNDS.length) return `it has ${String(fields.length)} fields instead of five`;
  const wrong = fields.find((field, index) => !field.split(',').every((part) => accepts(part, index)));
  return wrong === undefined ? undefined : `"${wrong}" is none of its fields`;
}

const DESCRIPTORS =
  /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every (?:\d+(?:\.\d*)?(?:ns|us|ms|s|m|h))+)$/;

/** Minute, hour, day of the month, month, day of the week. */
const BOUNDS: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];

const NAMES: Readonly<Record<number, readonly string[]>> = {
  3: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  4: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

function accepts(part: string, index: number): boolean {
  const [least, most] = BOUNDS[index] ?? [0, 0];
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const [from = '', to, ...rest] = range.split('-');
  const [first, last] = [numberOf(from, index), numberOf(to ?? from, index)];
  return rest.length === 0 && first >= least && last <= most && first <= last;
}

/** Not a number for what is none. */
function numberOf(text: string, index: number): number {
  const named = NAMES[index]?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0 && text !== '') return named;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
