import type { Manifest } from '../../../manifests/manifest';
import { textOf } from '../../../manifests/value';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { typeOf } from '../subject';
import { telling } from '../telling';

/** Which pods a namespace takes. What is warned of and logged mostly follows what is enforced. */
export const POD_SECURITY: readonly Risk[] = telling(
  ({ field, after = LOWEST }, { head }) => LABELS.includes(field[2] ?? '') && after === levelOf(head),
  bothWays(
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    lowerLevel,
    {
      id: 'pod-security-lowered',
      class: 'ACCESS',
      change: 'a namespace enforces a lower Pod Security level',
      why: 'From then on it takes pods that it refused before.',
      message: (_, { base, head }) => levelsText(base, head),
    },
    {
      id: 'pod-security-raised',
      class: 'ROUTINE',
      change: 'a namespace enforces a higher Pod Security level',
      why: 'Pods that run stay; new ones that do not fit the level are refused.',
      message: (_, { base, head }) => `${levelsText(base, head)}: new pods that do not fit are refused`,
    },
  ),
);

const LABELS = ['enforce', 'warn', 'audit'].map((mode) => `pod-security.kubernetes.io/${mode}`);
const LOWEST = 'privileged';
const LEVELS: readonly string[] = [LOWEST, 'baseline', 'restricted'];

function* lowerLevel({ manifest: from }: Side, { manifest: to }: Side): Generator<Judgement> {
  if (from === undefined || to === undefined || typeOf(to) !== '/Namespace') return;
  const level = levelOf(to);
  if (LEVELS.indexOf(level) < LEVELS.indexOf(levelOf(from))) yield { message: level };
}

function levelsText(base: Manifest | undefined, head: Manifest | undefined): string {
  return `the namespace enforces "${levelOf(head)}", no longer "${levelOf(base)}"`;
}

/** A namespace that says nothing takes everything, unless the cluster has a default of its own. */
function levelOf(namespace: Manifest | undefined): string {
  return textOf(namespace?.at('metadata', 'labels', 'pod-security.kubernetes.io/enforce')) ?? LOWEST;
}
