import { OUTSIDE } from '../../../network/network';
import { NAMESPACE_NAME } from '../../../network/namespaces';
import { isEmptySelector } from '../../../network/selector';
import { PEERS, type Direction, type Policy } from '../../../network/policy';
import type { Check, Fault } from '../../check';
import type { System } from '../../../system/system';
import { groupBy } from '../../../manifests/groups';
import type { Need } from '../../../system/traffic/need';
import { needsOf } from '../../../system/traffic/needs';
import { selectorText, worldOf, type Inhabitant, type World } from '../../../system/traffic/world';

const SOURCE =
  'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation';

export const BLOCKED_CHECKS: readonly Check[] = [
  check(
    'service',
    'policy-blocks-service',
    'A pod may connect to each Service that it names',
    'A connection that a policy drops is not refused: the client waits until its own timeout, and nothing is logged.',
  ),
  check(
    'cache',
    'policy-blocks-cache',
    'Job pods may connect to their cache',
    'The job stays green: each one waits for a timeout, says "failed to extract cache", and does all work anew.',
  ),
  check(
    'gitlab',
    'policy-blocks-gitlab',
    'The runner and its job pods may connect to GitLab',
    'A manager without GitLab gets no jobs; a job pod without it cannot clone.',
  ),
  check(
    'api',
    'policy-blocks-api',
    'A pod with rights in the API may connect to the API server',
    'It gets a token and rights, and each request times out.',
  ),
  check(
    'dns',
    'policy-blocks-dns',
    'A pod that looks up names may ask DNS',
    'Without DNS no name is found, whatever else the policies allow.',
  ),
];

function check(kind: Need['kind'], id: string, rule: string, why: string): Check {
  return {
    id,
    severity: 'error',
    rule,
    why,
    source: SOURCE,
    find: (system) => (system.view(blocked).get(kind) ?? []).map(({ fault }) => fault),
  };
}

interface Blocked {
  readonly kind: Need['kind'];
  readonly fault: Fault;
}

function blocked(system: System): ReadonlyMap<Need['kind'], readonly Blocked[]> {
  const world = system.view(worldOf);
  const faults =
    world.policies.length === 0 ? [] : system.view(needsOf).flatMap((need) => faultsOf(world, need));
  return groupBy(faults, ({ kind }) => kind);
}

function faultsOf(world: World, need: Need): readonly Blocked[] {
  const { kind, from, to, ports } = need;
  const far = to?.pod ?? OUTSIDE;
  const egress = world.network.blocking('egress', from.pod, far, ports);
  const ingress = to === undefined ? [] : world.network.blocking('ingress', to.pod, from.pod, ports);
  // The cluster's DNS is in no file, but one of the files' own may be meant.
  const isServed = kind === 'dns' && egress.length > 0 && ownDnsAnswers(world, need);
  return [
    ...(egress.length === 0 || isServed ? [] : [{ kind, fault: faultOf('egress', egress, need) }]),
    ...(ingress.length === 0 ? [] : [{ kind, fault: faultOf('ingress', ingress, need) }]),
  ];
}

function ownDnsAnswers({ inhabitants, network }: World, { from, ports }: Need): boolean {
  return inhabitants
    .filter(({ pod }) =>
      pod.ports.some(({ number, protocol }) => protocol === 'UDP' && ports.isAmong(number, number)),
    )
    .some(({ pod }) => network.blocking('egress', from.pod, pod, ports).length === 0);
}

function faultOf(direction: Direction, policies: readonly Policy[], need: Need): Fault {
  const { from, to, portsText, goal, kind } = need;
  const policy = mostSpecific(policies, direction);
  const [inside, outside] = direction === 'egress' ? [from, to] : [to, from];
  const action = direction === 'egress' ? 'connect to' : 'be reached by';
  const farName = outside?.name ?? goal;
  const it = inside?.kind === 'job' ? 'them' : 'it';
  const purpose = outside === undefined || kind === 'dns' ? '' : `, for ${goal}`;
  const isFallback = kind === 'dns' && portsText.startsWith('TCP');
  return {
    spot: { manifest: policy.manifest, path: ['spec', direction], part: 'key' },
    message: `NetworkPolicy "${policy.manifest.name}" isolates ${inside?.name ?? ''}, and no rule lets ${it} ${action} ${farName} on ${portsText}${purpose}`,
    remedy: `add an ${direction} rule for ${it}: ${ruleText(direction, outside, portsText, inside)}`,
    // Most answers fit into UDP.
    ...(isFallback ? { severity: 'note' } : {}),
  };
}

/** That of which a person would change the rules: the one for this pod, before one that denies all. */
function mostSpecific(policies: readonly Policy[], direction: Direction): Policy {
  const [first, ...more] = policies;
  if (first === undefined)
    throw new RangeError('Cannot blame a policy: expected one that isolates, such as "default-deny"');
  const weight = ({ rules, selector }: Policy): number =>
    (isEmptySelector(selector) ? 0 : 2) + ((rules[direction]?.length ?? 0) > 0 ? 1 : 0);
  return more.reduce((best, policy) => (weight(policy) > weight(best) ? policy : best), first);
}

function ruleText(
  direction: Direction,
  far: Inhabitant | undefined,
  portsText: string,
  near: Inhabitant | undefined,
): string {
  const [protocol = '', ...numbers] = portsText.split(/ or | /);
  const ports = numbers.map((number) => `{ port: ${number}, protocol: ${protocol} }`).join(', ');
  if (far === undefined) return `"{ ports: [${ports}] }"`;
  const { namespace } = far.pod;
  const there =
    namespace === near?.pod.namespace || namespace === ''
      ? ''
      : `namespaceSelector: { matchLabels: { ${NAMESPACE_NAME}: ${namespace} } }, `;
  const peer = `{ ${there}podSelector: ${selectorText(far.selector)} }`;
  return `"{ ${PEERS[direction]}: [${peer}], ports: [${ports}] }"`;
}
