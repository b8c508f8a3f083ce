import { classesOf, PROVEN, readCases, reviewed, type Case, type Proven } from '../review/case';
import { note } from '../report/facts';
import { namespaces, removeNamespaces } from './cluster/namespaces';
import { besideOthers } from './needs/turns';
import { makeGrowing, removeGrowing } from './review/volumes';
import { happened, UnknownKind, type Happened } from './review/outcome';

const AT_ONCE = 6;
const PREFIX = 'rc-e2e-review-';
// Hundreds of changes, each some questions to the API server.
jest.setTimeout(30 * 60_000);
const CASES = readCases();
/** What a cluster did with each case. */
const seen = new Map<Case, Happened>();
/** Cases that it could not try. */
const untried: string[] = [];

besideOthers(async () => {
  await makeGrowing();
  const numbered = CASES.map((one, index) => [one, `${PREFIX}${String(index)}`] as const);
  const open = numbered.filter(([one]) => !definesKinds(one));
  const work = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) await look(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // Their definitions have names that cannot be changed, so they would meet.
  for (const next of numbered.filter(([one]) => definesKinds(one))) await look(...next);
}, takeAway);

async function takeAway(): Promise<void> {
  await removeNamespaces((await namespaces()).filter((name) => name.startsWith(PREFIX)));
  await removeGrowing();
}

function definesKinds({ base, head }: Case): boolean {
  return [...base, ...head].some(({ text }) => text.includes('kind: CustomResourceDefinition'));
}

async function look(one: Case, prefix: string): Promise<void> {
  try {
    seen.set(one, await happened(one, prefix));
  } catch (error) {
    if (error instanceof UnknownKind) note('a change of a kind that this cluster has not got', one.name);
    else untried.push(`${one.name}: ${String(error)}`);
  }
}

test('each change can be tried', () => {
  expect(untried).toEqual([]);
});

const TRUTH: Readonly<Record<Proven, (what: Happened) => readonly string[]>> = {
  'APPLY-REJECTED': ({ refused }) => refused,
  RESTART: ({ restarted }) => restarted,
  'DATA-LOSS': ({ claimsGone }) => claimsGone,
};

test.each(PROVEN)('%s is said if and only if it happens', (name) => {
  const wrong: string[] = [];
  const tally = { right: 0, missed: 0, false: 0 };
  for (const [one, what] of seen) {
    const truth = TRUTH[name](what);
    const isSaid = classesOf(reviewed(one)).includes(name);
    const isSo = truth.length > 0 || isBeyondTheCluster(name, one);
    if (isSaid && isSo) tally.right++;
    if (isSaid !== isSo) {
      tally[isSo ? 'missed' : 'false']++;
      wrong.push(`${one.name}: ${isSaid ? 'said, and does not happen' : `not said: ${truth.join('; ')}`}`);
    }
  }
  const percent = (part: number): string =>
    `${((100 * tally.right) / Math.max(1, tally.right + part)).toFixed(1)} %`;
  note(
    name,
    `precision ${percent(tally.false)}, recall ${percent(tally.missed)}, of ${String(seen.size)} changes, ${String(tally.right)} of it`,
  );
  expect(wrong).toEqual([]);
});

/** What MinIO holds, what is lost later, and what Argo CD deletes no API server sees at once: there the case itself says it. */
function isBeyondTheCluster(name: Proven, { happens, isNear, risk }: Case): boolean {
  if (name === 'RESTART') return happens.includes(name) && risk === 'workload-recreated';
  return name === 'DATA-LOSS' && happens.includes(name) && (isNear || !CLAIM_ROWS.includes(risk));
}

/** Rows of risks that tell of claims that go at once. */
const CLAIM_ROWS: readonly string[] = ['claim-removed'];
