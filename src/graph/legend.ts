import { EDGE_KINDS, type EdgeKind, type Graph, type Mark } from './graph';
import type { Layout } from './layout/layout';
import { smallWidth } from './layout/measure';
import { arrow, whole } from './line';

export interface Legend {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What each kind of line says, below the picture and as wide as that. */
export function legendOf({ edges }: Graph, { width, height }: Pick<Layout, 'width' | 'height'>): Legend {
  const kinds = (Object.keys(EDGE_KINDS) as EdgeKind[]).filter((name) =>
    edges.some(({ kind }) => kind === name),
  );
  const marks = MARKS.filter((name) => edges.some(({ mark }) => mark === name));
  const entries = [
    ...kinds.map((kind) => ({ className: kind, text: EDGE_KINDS[kind] })),
    ...marks.map((mark) => ({ className: mark, text: mark })),
  ];
  if (entries.length === 0) return { lines: [], width: 0, height: 0 };
  let [x, y] = [MARGIN, height + ROW / 2];
  const lines = entries.map(({ className, text }) => {
    const own = SAMPLE + 8 + smallWidth(text) + 18;
    if (x > MARGIN && x + own > Math.max(width, LEAST)) [x, y] = [MARGIN, y + ROW];
    const start = x;
    x += own;
    return entryOf(className, text, start, y);
  });
  return { lines, width: Math.min(LEAST, x), height: y + ROW - height };
}

const MARKS: readonly Mark[] = ['added', 'removed', 'renamed', 'changed'];
const MARGIN = 16;
const LEAST = 360;
const SAMPLE = 36;
const ROW = 24;

function entryOf(className: string, text: string, x: number, y: number): string {
  const line = arrow([
    { x, y },
    { x: x + SAMPLE, y },
  ]);
  return (
    `<g class="edge ${className}">${line}</g>` +
    `<text class="dim" x="${whole(x + SAMPLE + 8)}" y="${whole(y + 4)}">${text}</text>`
  );
}
