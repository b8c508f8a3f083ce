import { constructFromEvents, parseEvents, YAMLException, type Event } from 'js-yaml';
import { indented } from './indented';
import type { Value } from './value';
import { KUBERNETES_YAML } from './yaml-schema';

/** What a text with one document says. Throws a `YAMLException` for what is no YAML. */
export function valueOf(text: string): Value {
  const { text: source, events } = indented(text);
  const [value] = valuesIn(source, events);
  return value ?? null;
}

/**
 * The same of many texts: js-yaml reads them joined in three quarters of the time. Undefined for those that are to be read alone,
 * as one of them is no YAML, or more than one document.
 */
export function valuesOf(texts: readonly string[]): readonly (Value | undefined)[] {
  const isJoined = texts.map(isJoinable);
  const joinable = texts.filter((_, index) => isJoined[index]);
  const values = Array.from({ length: Math.ceil(joinable.length / AT_ONCE) }, (_, index) =>
    joinedValues(joinable.slice(index * AT_ONCE, (index + 1) * AT_ONCE)),
  ).flat();
  const next = values[Symbol.iterator]();
  return isJoined.map((isOne) => (isOne ? next.next().value : undefined));
}

/** As many have to be read again, each alone, where one is no YAML. */
const AT_ONCE = 50;

function joinedValues(texts: readonly string[]): readonly (Value | undefined)[] {
  const source = texts.join('---\n');
  try {
    const values = valuesIn(source, parseEvents(source, {}));
    if (values.length === texts.length) return values;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
  }
  return texts.map(() => undefined);
}

/** Whether a text begins and ends one document wherever it stands. */
function isJoinable(text: string): boolean {
  return text.endsWith('\n') && !MARKER.test(text) && !INDENTED.test(text);
}

/** Of a document or of its end, a directive, a byte order mark. */
const MARKER = /^(?:---|\.\.\.|%|\uFEFF)/m;
/** From its first line on that says something: js-yaml does not count the columns of the first line of all. */
const INDENTED = /^(?:[ \t]*(?:#.*)?[\r\n])*[ \t]/;

function valuesIn(source: string, events: Event[]): readonly Value[] {
  const values = constructFromEvents(events, { source, schema: KUBERNETES_YAML });
  return values.map((value) => (value ?? null) as Value);
}
