import fc from 'fast-check';
import { reviewed } from './case';

/** Small enough that every connection can be tried. */
interface Policy {
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly types: readonly ('Ingress' | 'Egress')[] | undefined;
  readonly ingress: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
}
interface Rule {
  readonly peers: readonly Peer[];
  /** From the first to the last. */
  readonly ports: readonly (readonly [number, number])[];
}
type Peer =
  | { readonly kind: 'pods'; readonly app: string | undefined; readonly namespace: 'own' | 'jobs' | 'all' }
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] };

interface End {
  readonly app: string | undefined;
  /** Undefined for an address outside. */
  readonly namespace: string | undefined;
  readonly address: string;
}

const PODS: readonly End[] = [undefined, 'a', 'b'].map((app) => ({ app, namespace: 'web', address: '' }));
const FAR: readonly End[] = [
  ...PODS,
  { app: 'a', namespace: 'jobs', address: '' },
  { app: undefined, namespace: 'jobs', address: '' },
  ...['10.0.0.1', '10.1.0.1', '192.0.2.1'].map((address) => ({
    app: undefined,
    namespace: undefined,
    address,
  })),
];
/** The last one stands for all that no rule names. */
const PORTS = [80, 81, 82, 83];
const DIRECTIONS = ['ingress', 'egress'] as const;

const BLOCKS: Readonly<Record<string, (address: string) => boolean>> = {
  '0.0.0.0/0': (address) => address !== '',
  '10.0.0.0/8': (address) => address.startsWith('10.'),
  '10.1.0.0/16': (address) => address.startsWith('10.1.'),
};

/** As the API documentation says it, one connection at a time. */
function passes(
  policies: readonly Policy[],
  direction: (typeof DIRECTIONS)[number],
  pod: End,
  far: End,
  port: number,
) {
  const isolating = policies.filter(
    (policy) =>
      (policy.selector.app === undefined || policy.selector.app === pod.app) &&
      typesOf(policy).includes(direction),
  );
  const takes = (peer: Peer): boolean => {
    if (peer.kind === 'block')
      return BLOCKS[peer.cidr]!(far.address) && !peer.except.some((hole) => BLOCKS[hole]!(far.address));
    if (far.namespace === undefined || (peer.app !== undefined && peer.app !== far.app)) return false;
    return peer.namespace === 'all' || far.namespace === (peer.namespace === 'own' ? 'web' : 'jobs');
  };
  const lets = ({ peers, ports }: Rule): boolean =>
    (peers.length === 0 || peers.some(takes)) &&
    (ports.length === 0 || ports.some(([first, last]) => first <= port && port <= last));
  return isolating.length === 0 || isolating.some((policy) => policy[direction]?.some(lets));
}

function typesOf({ types, egress }: Policy): readonly string[] {
  if (types !== undefined) return types.map((type) => type.toLowerCase());
  return (egress ?? []).length > 0 ? DIRECTIONS : ['ingress'];
}

function opensSomething(base: readonly Policy[], head: readonly Policy[]): boolean {
  return DIRECTIONS.some((direction) =>
    PODS.some((pod) =>
      FAR.some((far) =>
        PORTS.some(
          (port) => !passes(base, direction, pod, far, port) && passes(head, direction, pod, far, port),
        ),
      ),
    ),
  );
}

const PEER: fc.Arbitrary<Peer> = fc.oneof(
  fc.record({
    kind: fc.constant('pods' as const),
    app: fc.constantFrom(undefined, 'a', 'b'),
    namespace: fc.constantFrom('own' as const, 'jobs' as const, 'all' as const),
  }),
  fc
    .record({
      kind: fc.constant('block' as const),
      cidr: fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16'),
      except: fc.constantFrom([], [], ['10.1.0.0/16']),
    })
    .filter(({ cidr, except }) => cidr !== '10.1.0.0/16' || except.length === 0),
);
const RULE: fc.Arbitrary<Rule> = fc.record({
  peers: fc.array(PEER, { maxLength: 2 }),
  ports: fc.array(
    fc.constantFrom([80, 80] as const, [81, 81] as const, [80, 81] as const, [80, 82] as const),
    { maxLength: 2 },
  ),
});
const RULES = fc.option(fc.array(RULE, { maxLength: 2 }), { nil: undefined });
const policy = (name: string): fc.Arbitrary<Policy> =>
  fc.record({
    name: fc.constant(name),
    selector: fc.constantFrom<Readonly<Record<string, string>>[]>({}, { app: 'a' }, { app: 'b' }),
    types: fc.constantFrom(
      undefined,
      ['Ingress'] as const,
      ['Egress'] as const,
      ['Ingress', 'Egress'] as const,
    ),
    ingress: RULES,
    egress: RULES,
  });
const TREE = fc
  .tuple(...['one', 'two'].map((name) => fc.option(policy(name), { nil: undefined })))
  .map((all) => all.filter((one) => one !== undefined));

const SURROUNDINGS = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'jobs' } },
  ...FAR.filter(({ namespace }) => namespace !== undefined).map(({ app, namespace }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${app ?? 'none'}`, namespace, labels: app === undefined ? {} : { app } },
    spec: { containers: [{ name: 'main', image: 'alpine:3.22' }] },
  })),
].map((object, index) => ({ path: `${String(index)}.yaml`, text: JSON.stringify(object) }));

function filesOf(policies: readonly Policy[]) {
  const own = policies.map(({ name, selector, types, ingress, egress }) => ({
    path: `policy-${name}.yaml`,
    text: JSON.stringify({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace: 'web' },
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: types,
        ingress: ingress?.map((rule) => ({ from: rule.peers.map(peerOf), ports: rule.ports.map(portOf) })),
        egress: egress?.map((rule) => ({ to: rule.peers.map(peerOf), ports: rule.ports.map(portOf) })),
      },
    }),
  }));
  return [...SURROUNDINGS, ...own];
}

function peerOf(peer: Peer) {
  if (peer.kind === 'block') return { ipBlock: { cidr: peer.cidr, except: peer.except } };
  const podSelector = { matchLabels: peer.app === undefined ? {} : { app: peer.app } };
  if (peer.namespace === 'own') return { podSelector };
  const name = peer.namespace === 'all' ? {} : { 'kubernetes.io/metadata.name': 'jobs' };
  return { podSelector, namespaceSelector: { matchLabels: name } };
}

function portOf([port, endPort]: readonly [number, number]) {
  return port === endPort ? { port } : { port, endPort };
}

const OPENS = ['policy-widened', 'policy-freed', 'policy-removed'];
const SHUTS = ['policy-narrowed', 'policy-isolates'];

test('no connection opens or shuts without a word, whatever becomes of two policies', () => {
  fc.assert(
    fc.property(TREE, TREE, (base, head) => {
      const told = reviewed({ base: filesOf(base), head: filesOf(head) }).verdicts.map(({ risk }) => risk.id);
      if (opensSomething(base, head)) expect(OPENS.some((id) => told.includes(id))).toBe(true);
      if (opensSomething(head, base)) expect(SHUTS.some((id) => told.includes(id))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
