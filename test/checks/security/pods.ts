import { NEWEST } from '../../../src/api/release';
import { breachesOfSystem } from '../../../src/checks/security/pod-security/verdict';
import { manifestsOf } from '../../../src/manifests/manifests';
import { pathText } from '../../../src/manifests/value';
import { System } from '../../../src/system/system';

export type Fields = Readonly<Record<string, unknown>>;

const CONTEXT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const POD_CONTEXT = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

/** What `restricted` wants, with other fields. */
export const pod = (spec: Fields = {}, context: Fields = {}): Fields => ({
  securityContext: { ...POD_CONTEXT, ...context },
  containers: [container()],
  ...spec,
});
export const container = (more: Fields = {}): Fields => ({
  name: 'main',
  image: 'alpine:3.22',
  securityContext: CONTEXT,
  ...more,
});
/** The one container's security context with other fields. */
export const within = (context: Fields): Fields =>
  pod({ containers: [container({ securityContext: { ...CONTEXT, ...context } })] });
export const withVolume = (source: Fields): Fields => pod({ volumes: [{ name: 'data', ...source }] });

/** What a level, such as `baseline:v1.31`, has against a pod: the rule and its field. */
export function breaches(standard: string, spec: Fields, annotations: Fields = {}): readonly string[] {
  const [level, version] = standard.split(':');
  const label = 'pod-security.kubernetes.io/enforce';
  const items = [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'app', labels: { [label]: level, [`${label}-version`]: version } },
    },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app', namespace: 'app', annotations }, spec },
  ];
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const system = new System(manifestsOf([{ path: 'pod.json', text }]), NEWEST);
  return breachesOfSystem(system).map(({ breach }) => `${breach.rule.id} ${pathText(breach.path)}`);
}
