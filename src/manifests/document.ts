import { constructFromEvents, EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml';
import { indented, type Indented } from './indented';
import type { Path, Value } from './value';
import { KUBERNETES_YAML } from './yaml-schema';

/** One document of a YAML text, with the place of each of its values. */
export class YamlDocument {
  readonly value: Value;
  /** Made again when the first place is asked for: most documents have no fault, and to keep these costs more. */
  private parsed: readonly Event[] | undefined;

  private readonly source: Indented;

  /** Throws a `YAMLException` for what is no YAML. */
  constructor(text: string) {
    this.source = indented(text);
    const [value] = constructFromEvents(this.source.events, {
      source: this.source.text,
      schema: KUBERNETES_YAML,
    });
    this.value = (value ?? null) as Value;
  }

  private get events(): readonly Event[] {
    this.parsed ??= parseEvents(this.source.text, {});
    return this.parsed;
  }

  /** Where a value or its key begins; for what is not there, where the next thing around it does. */
  offsetOf(path: Path, part: 'key' | 'value'): number {
    return this.source.originalOf(this.mendedOffsetOf(path, part));
  }

  private mendedOffsetOf(path: Path, part: 'key' | 'value'): number {
    let [index, offset] = [1, this.startOf(1)];
    for (const [depth, step] of path.entries()) {
      const child = this.child(index, step);
      if (child === undefined) return offset;
      const wanted = depth === path.length - 1 && part === 'key' ? child.key : child.value;
      const start = this.startOf(wanted);
      offset = start >= 0 ? start : this.startOf(child.key);
      index = child.value;
    }
    return Math.max(offset, 0);
  }

  /** Undefined where a collection has no such child. */
  private child(parent: number, step: string | number): { key: number; value: number } | undefined {
    const type = this.events[parent]?.type;
    let index = parent + 1;
    for (let count = 0; this.isNode(index); count++) {
      if (type === EVENT_ID.SEQUENCE) {
        if (count === step) return { key: index, value: index };
        index = this.after(index);
      } else if (type === EVENT_ID.MAPPING) {
        const value = this.after(index);
        if (this.scalar(index) === step) return { key: index, value };
        index = this.after(value);
      } else return undefined;
    }
    return undefined;
  }

  private isNode(index: number): boolean {
    const event = this.events[index];
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  /** Behind a node and all that is in it. */
  private after(index: number): number {
    let [next, open] = [index, 0];
    do {
      const type = this.events[next]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open++;
      if (type === EVENT_ID.POP) open--;
      next++;
    } while (open > 0 && next < this.events.length);
    return next;
  }

  private scalar(index: number): string | undefined {
    const event = this.events[index];
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(this.source.text, event) : undefined;
  }

  private startOf(index: number): number {
    const event = this.events[index];
    if (event === undefined) return -1;
    if (event.type === EVENT_ID.SCALAR) return event.valueStart;
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
    return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : -1;
  }
}
