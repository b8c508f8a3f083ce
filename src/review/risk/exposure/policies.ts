import { after, before, bothWays, isOfMetadata } from '../both-ways';
import type { Risk } from '../risk';
import { below, telling } from '../telling';
import { freedPods } from './policy-freedom';
import { morePassages } from './policy-passages';

const SOURCE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

/** What network policies let pass. */
export const POLICIES: readonly Risk[] = [
  {
    id: 'policy-removed',
    class: 'EXPOSURE',
    change: 'a NetworkPolicy is removed that alone isolates pods',
    why: 'Pods that no other policy selects take and make all connections.',
    source: SOURCE,
    *judge(change, world) {
      if (change.is !== 'removed') return;
      for (const freed of freedPods(before(change, world), after(change, world)))
        yield { ...freed, message: `the policy goes, and pods that no other one isolates ${freed.message}` };
    },
  },
  {
    id: 'policy-freed',
    class: 'EXPOSURE',
    change: 'a NetworkPolicy no longer isolates a direction, or selects fewer pods',
    why: 'Pods that it no longer means are open, unless another policy isolates them.',
    source: SOURCE,
    *judge(change, world) {
      if (change.is === 'removed' || isOfMetadata(change)) return;
      for (const freed of freedPods(before(change, world), after(change, world)))
        yield { ...freed, message: `pods that it isolated ${freed.message} from now on` };
    },
  },
  {
    id: 'policy-isolates',
    class: 'ROUTINE',
    change: 'a NetworkPolicy isolates pods that nothing isolated',
    why: 'From then on they take or make only the connections that some policy allows.',
    source: SOURCE,
    *judge(change, world) {
      if (isOfMetadata(change)) return;
      for (const { message, ...caught } of freedPods(after(change, world), before(change, world)))
        yield { ...caught, message: `pods that nothing isolated no longer ${message}` };
    },
  },
  ...telling(
    below('spec.ingress', 'spec.egress'),
    bothWays(
      SOURCE,
      morePassages,
      {
        id: 'policy-widened',
        class: 'EXPOSURE',
        skips: isOfMetadata,
        change: 'a NetworkPolicy lets more pass',
        why: 'Policies only allow, so one more peer or port is one more way in or out.',
        message: (passages) => `it now lets ${passages}`,
      },
      {
        id: 'policy-narrowed',
        class: 'ROUTINE',
        skips: isOfMetadata,
        change: 'a NetworkPolicy lets less pass, or one goes whose pods stay isolated',
        why: 'What it let pass is dropped without an answer, unless another policy lets it pass.',
        message: (passages) => `it no longer lets ${passages}`,
      },
    ),
  ),
];
