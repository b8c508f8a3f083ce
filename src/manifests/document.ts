import { EVENT_ID, getScalarValue, type Event } from 'js-yaml';
import { indented, type Indented } from './indented';
import type { Path, Value } from './value';

/** One document of a YAML text, with the place of each of its values. */
export class YamlDocument {
  /** Made again when the first place is asked for: most documents have no fault, and to keep these costs more. */
  private parsed: Indented | undefined;

  constructor(
    private readonly text: string,
    readonly value: Value,
  ) {}

  private get source(): Indented {
    this.parsed ??= indented(this.text);
    return this.parsed;
  }

  private get events(): readonly Event[] {
    return this.source.events;
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
