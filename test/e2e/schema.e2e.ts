import { FILE_CHECKS } from '../../src/checks/files';
import { judge } from '../../src/checks/judge';
import { release } from '../../src/api/release';
import { SCHEMA_CHECKS } from '../../src/checks/schema';
import { System } from '../../src/system/system';
import { manifestsOf } from '../../src/manifests/manifests';
import { count, note } from '../report/facts';
import { apply } from './cluster/api';
import { removeNamespaces } from './cluster/namespaces';
import { besideOthers } from './needs/turns';
import { ApiServer } from './schema/api-server';
import { rightSamples, type Sample } from './schema/right';
import { storeNamespace } from './system/configuration';
import { bareSamples, damagedSamples } from './schema/wrong';

const namespace = storeNamespace('schema');
const proxy = process.env.E2E_PROXY ?? '';
const server = new ApiServer(proxy, namespace);
const AT_ONCE = 8;
/** That a document says what it is is asked of files. */
const CHECKS = [...SCHEMA_CHECKS, ...FILE_CHECKS];
let kubernetes = release('1.33');

besideOthers(
  async () => {
    await apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }]);
    const { major, minor } = (await (await fetch(`${proxy}/version`)).json()) as {
      major: string;
      minor: string;
    };
    kubernetes = release(`${major}.${parseInt(minor)}`);
  },
  () => removeNamespaces([namespace]),
);

/** What the checks say: nothing when all is well. Notes and warnings refuse nothing. */
function told(text: string): string {
  const tree = manifestsOf([{ path: 'object.yaml', text }]);
  const errors = judge(new System(tree, kubernetes), CHECKS).filter(({ severity }) => severity === 'error');
  const faults = tree.faults.map(({ reason }) => reason);
  return [
    ...faults,
    ...errors.map(({ check, path, message }) => `${check} ${path.join('.')}: ${message}`),
  ].join('\n');
}

/** Samples of which the API server and the checks say different things. */
async function disagreements(samples: readonly Sample[]): Promise<readonly string[]> {
  const found: string[] = [];
  const open = [...samples];
  const work = async (): Promise<void> => {
    for (let sample = open.pop(); sample !== undefined; sample = open.pop()) {
      const text = JSON.stringify(sample.object, undefined, 1);
      const theirs = await server.judge(text, sample.object);
      const ours = told(text);
      if ((theirs === '') !== (ours === '')) {
        found.push(
          `${sample.name}\n  API server: ${theirs || 'takes it'}\n  checks: ${ours || 'say nothing'}`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  note('objects that were judged', String(samples.length));
  count('objects judged as the API server does', samples.length - found.length);
  return found.sort();
}

test('an API server and the checks take the same right objects', async () => {
  const samples = rightSamples();
  expect(samples.length).toBeGreaterThan(100);
  expect(await disagreements(samples)).toEqual([]);
});

test('an API server and the checks refuse the same damaged objects', async () => {
  const samples = damagedSamples();
  expect(samples.length).toBeGreaterThan(1000);
  expect(await disagreements(samples)).toEqual([]);
});

test('an API server and the checks agree on what a kind cannot do without', async () => {
  expect(await disagreements(bareSamples())).toEqual([]);
});
