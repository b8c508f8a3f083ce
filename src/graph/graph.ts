import type { Identity } from '../manifests/identity';

/** Who talks to whom, and who has which Secret. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

export interface Node {
  readonly id: string;
  readonly kind: 'workload' | 'jobs' | 'service' | 'secret' | 'outside' | 'namespace';
  /** Empty for what is in none. */
  readonly namespace: string;
  readonly title: string;
  readonly subtitle: string;
  /** Of the files: what it is made of. Empty for what is in no file. */
  readonly objects: readonly Identity[];
  readonly mark?: Mark | undefined;
}

export interface Edge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Such as `TCP 9000`; empty where there is no more to say. */
  readonly text: string;
  readonly mark?: Mark | undefined;
}

/** What becomes of it in a change. */
export type Mark = 'added' | 'removed' | 'renamed' | 'changed';

/** Each kind of edge, and what it says to a person. */
export const EDGE_KINDS = {
  talks: 'connects to',
  blocked: 'has to connect to, and may not',
  allowed: 'may connect to',
  serves: 'leads to',
  makes: 'makes',
  mounts: 'mounts',
  reads: 'reads',
  fills: 'fills or changes',
} as const;
export type EdgeKind = keyof typeof EDGE_KINDS;

/** An edge with both ends, before all ends are gathered. */
export interface Link {
  readonly from: Node;
  readonly to: Node;
  readonly kind: EdgeKind;
  readonly text: string;
}

export function edgeKey({ from, to, kind }: Edge): string {
  return JSON.stringify([from, to, kind]);
}
