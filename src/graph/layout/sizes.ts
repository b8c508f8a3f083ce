import type { Node } from '../graph';
import { shortened, smallWidth, titleWidth } from './measure';

/** What is written in a box, and how much room it takes. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
}

const MOST_LETTERS = 30;
const MOST_LETTERS_OF_PORTS = 24;

export function wordsOf({ title, subtitle, mark }: Node): Words {
  const more = mark === undefined ? '' : `, ${mark}`;
  return { title: shortened(title, MOST_LETTERS), subtitle: `${shortened(subtitle, MOST_LETTERS)}${more}` };
}

export function boxWidth(node: Node): number {
  const { title, subtitle } = wordsOf(node);
  return Math.ceil(Math.max(titleWidth(title), smallWidth(subtitle))) + 28;
}

export function spaceTitle(name: string): string {
  return shortened(name, MOST_LETTERS);
}

export function portText(text: string): string {
  return shortened(text, MOST_LETTERS_OF_PORTS);
}

/** Beside a box, with some air. */
export function textRoom(text: string): number {
  return text === '' ? 16 : Math.ceil(smallWidth(portText(text))) + 16;
}
