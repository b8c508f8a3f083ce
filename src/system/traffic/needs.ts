import { at, isMap, listOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { configuredRunners } from '../runners/runner-configs';
import { accountName, accountOf, boundAccounts } from '../accounts';
import type { System } from '../system';
import { groupBy } from '../../manifests/groups';
import { needsOfService, outsidePort, servedPorts, type Need } from './need';
import { namedServices } from './pod-texts';
import { runnerNeeds } from './runner-needs';
import { worldOf, type Inhabitant } from './world';

/** All connections that the files speak of. */
export function needsOf(system: System): readonly Need[] {
  const needs = [...serviceNeeds(system), ...runnerNeeds(system), ...apiNeeds(system)];
  return [...needs, ...dnsNeeds(needs)];
}

function serviceNeeds(system: System): readonly Need[] {
  const world = system.view(worldOf);
  return [...system.view(namedServices)].flatMap(([workload, named]) => {
    const from = world.ofWorkload(workload);
    return from === undefined
      ? []
      : named.flatMap((service) => needsOfService(world, 'service', from, service));
  });
}

/** What is in no file. */
const NOWHERE = { to: undefined, service: undefined } as const;

/** Of pods that have a token and rights to use it; a token that nobody asked for is no sign that it is used. */
function apiNeeds(system: System): readonly Need[] {
  const { ofWorkload } = system.view(worldOf);
  const bound = system.view(boundAccounts);
  const managers = new Set(
    configuredRunners(system)
      .filter((runner) => runner.isOnKubernetes && runner.at('kubernetes', 'host') === undefined)
      .flatMap(({ config }) => config.managers),
  );
  const ports = outsidePort(443, system.view(servedPorts));
  return system.workloads
    .filter((workload) => managers.has(workload) || usesToken(system, workload, bound))
    .flatMap((workload) => ofWorkload(workload) ?? [])
    .map((from): Need => {
      const [goal, portsText] = ['the API server', 'TCP 443 or 6443'];
      return { ...NOWHERE, kind: 'api', from, ports, portsText, goal, isNamed: false };
    });
}

function usesToken(system: System, workload: Workload, bound: ReadonlySet<string>): boolean {
  const { spec, manifest } = workload;
  const projected = listOf(spec.volumes)
    .flatMap((volume) => listOf(at(volume, 'projected', 'sources')))
    .map((source) => at(source, 'serviceAccountToken'))
    .some((token) => isMap(token) && token.audience === undefined);
  if (projected || spec.automountServiceAccountToken === true) return true;
  const account = system.tryFind('', 'ServiceAccount', manifest.namespace, accountName(workload));
  const isMounted =
    spec.automountServiceAccountToken !== false && account?.at('automountServiceAccountToken') !== false;
  return isMounted && bound.has(accountOf(workload));
}

/** Of each kind of pod that looks up a name; answers that are too long for UDP come over TCP. */
function dnsNeeds(needs: readonly Need[]): readonly Need[] {
  const named: ReadonlyMap<Inhabitant, readonly Need[]> = groupBy(
    needs.filter(({ isNamed }) => isNamed),
    ({ from }) => from,
  );
  return [...named].flatMap(([from, [first]]) =>
    (['UDP', 'TCP'] as const).map((protocol): Need => {
      const isAmong = (low: number, high: number): boolean =>
        DNS_PORTS.some((number) => low <= number && number <= high);
      const goal = `DNS, where it looks up ${first?.goal ?? 'names'}`;
      const ports = { protocol, isAmong };
      return { ...NOWHERE, kind: 'dns', from, ports, portsText: `${protocol} 53`, goal, isNamed: false };
    }),
  );
}

/** Behind the Service the servers of some clusters have others than 53, such as OpenShift's 5353. */
const DNS_PORTS: readonly number[] = [53, 1053, 5353, 8053];
