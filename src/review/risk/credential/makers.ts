import { objectName } from '../../../manifests/identity';
import type { Manifest } from '../../../manifests/manifest';
import { lookUp } from '../../../system/lookup';
import { readersOfMade } from '../../../system/readers';
import { secretsMadeBy } from '../../../system/provided';
import type { System } from '../../../system/system';
import type { Change } from '../../change';
import { goneOf, isKeptFromPruning, typeOf } from '../subject';
import type { Risk } from '../risk';
import { below } from '../telling';
import { missesOf } from './misses';

const SOURCES = {
  SealedSecret: 'https://github.com/bitnami-labs/sealed-secrets#usage',
  ExternalSecret: 'https://external-secrets.io/latest/api/externalsecret/',
} as const;

/** What fills Secrets in the cluster. */
export const MAKERS: readonly Risk[] = [
  values('sealed-values', 'SealedSecret'),
  values('external-values', 'ExternalSecret'),
  {
    id: 'secret-taken-over',
    class: 'CREDENTIAL',
    change: 'a SealedSecret or ExternalSecret comes for a Secret that pods read already',
    why: 'External Secrets Operator puts its own values in the place of those that are there; the Sealed Secrets controller writes over no Secret that it has not made.',
    source: SOURCES.ExternalSecret,
    *judge({ is, head }, { base: system }) {
      if (is !== 'added' || !isMaker(head)) return;
      const readers = readersOfMade(system, head);
      if (readers.length === 0) return;
      const isSealed = head.kind === 'SealedSecret';
      yield {
        message: `it fills the Secret "${nameOfMade(head)}" from now on, which pods read already${missesOf(readers)}`,
        instead: isSealed
          ? 'delete the Secret that is there when this is applied: the controller refuses one that it has not made'
          : 'see that the store has the values that are in use, or that all who read them start again',
        affected: readers.map(({ identity }) => identity),
      };
    },
  },
  {
    id: 'secret-maker-removed',
    class: 'CREDENTIAL',
    change: 'a SealedSecret or ExternalSecret goes while pods read its Secret',
    why: 'The Secret belongs to it and goes with it: pods that start meanwhile wait until something makes it again.',
    source: SOURCES.ExternalSecret,
    *judge(change, { head: system }) {
      const base = goneOf(change);
      if (base === undefined || !isMaker(base) || !ownsMade(base) || isKeptFromPruning(base)) return;
      const readers = readersOfMade(system, base);
      if (readers.length === 0) return;
      const next = nextMaker(base, system);
      yield {
        message: `the Secret "${nameOfMade(base)}" goes with it, ${next === undefined ? 'and pods still name it' : `until ${objectName(next.identity)} makes it again`}`,
        instead:
          next === undefined
            ? 'change who reads it first'
            : 'apply it when nothing has to start: pods that start before wait for the Secret',
        affected: readers.map(({ identity }) => identity),
      };
    },
  },
];

function values(id: string, kind: keyof typeof SOURCES): Risk {
  return {
    ...{ id, class: 'CREDENTIAL', source: SOURCES[kind] },
    change: `what fills a Secret changes in an object of kind ${kind}`,
    why: 'The Secret gets other values, and who has read the old ones uses them until it starts again.',
    *judge({ is, head, fields }: Change, { head: system }) {
      if (is !== 'changed' || head.kind !== kind) return;
      const about = fields.filter(below(...VALUES));
      if (about.length === 0) return;
      const readers = readersOfMade(system, head);
      yield {
        about,
        message: `the Secret that it makes gets other values, or from elsewhere${missesOf(readers)}`,
        affected: readers.map(({ identity }) => identity),
      };
    },
  };
}

/** Of both kinds: what the values are, where they come from, and which Secret gets them. */
const VALUES = [
  ...['spec.encryptedData', 'spec.template.data', 'spec.template.metadata.name'],
  ...['spec.data', 'spec.dataFrom', 'spec.secretStoreRef', 'spec.target.name', 'spec.target.template'],
];

function isMaker(manifest: Manifest): boolean {
  return ['bitnami.com/SealedSecret', 'external-secrets.io/ExternalSecret'].includes(typeOf(manifest));
}

function nameOfMade(maker: Manifest): string {
  return secretsMadeBy(maker)[0]?.name ?? maker.name;
}

/** Orphan and Merge leave the Secret to itself. */
function ownsMade(maker: Manifest): boolean {
  const policy = maker.at('spec', 'target', 'creationPolicy');
  return policy === undefined || policy === 'Owner';
}

function nextMaker(base: Manifest, head: System): Manifest | undefined {
  const sight = lookUp(head, '/Secret', base.namespace, nameOfMade(base));
  return sight.kind === 'here' ? sight.provided[0]?.manifest : undefined;
}
