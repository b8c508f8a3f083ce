import { NEWEST, release } from '../api/release';
import { readable } from '../graph/folded';
import type { Graph } from '../graph/graph';
import { graphOf } from '../graph/graph-of';
import { graphAsMermaid } from '../graph/mermaid';
import { graphAsSvg } from '../graph/svg';
import { explain } from './explain';
import { oneOf } from './one-of';
import type { Outcome } from './outcome';
import { treeOf } from './tree';
import { System } from '../system/system';

export interface GraphOptions {
  readonly format: string;
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
}

export const GRAPH_FORMATS = ['mermaid', 'svg'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** Draws the system of a folder of manifests. */
export function graph(root: string, options: GraphOptions): Outcome {
  try {
    const format = oneOf('--format', GRAPH_FORMATS, options.format);
    const kubernetes = options.kubernetes === undefined ? NEWEST : release(options.kubernetes);
    const system = new System(treeOf(root), kubernetes);
    return { out: drawn(readable(graphOf(system)), format), err: '', code: 0 };
  } catch (error) {
    return { ...explain(error), code: 2 };
  }
}

export function drawn(picture: Graph, format: GraphFormat): string {
  return format === 'svg' ? graphAsSvg(picture) : graphAsMermaid(picture);
}
