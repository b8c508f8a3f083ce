import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { keysScript } from '../../src/render/keys-script';
import type { Data } from './cluster';
import {
  bodiesOf,
  cluster,
  dataOf,
  isImmutable,
  putSecret,
  requestsOf,
  runWithCluster,
  TOKEN,
} from './cluster';
import { COPY, oneRunner, OWN, ROOT, threeRunners } from './keys-cases';
import type { Sandbox } from './sandbox';
import { parse, read, record, removeSandboxes, SHELLS, wordsOf } from './sandbox';

const script = keysScript(oneRunner(1));
const secrets = [ROOT, OWN, COPY];
const access: unknown = expect.stringMatching(/^[A-Za-z0-9]{20}$/);
const secret: unknown = expect.stringMatching(/^[A-Za-z0-9]{40}$/);
const generated = { accesskey: access, secretkey: secret };

jest.setTimeout(30_000);
afterAll(removeSandboxes);

test.each([
  ['keys-one-runner.sh', oneRunner(2)],
  ['keys-three-runners.sh', threeRunners],
])('is %s letter for letter', (file, props) => {
  const golden = readFileSync(join(__dirname, 'golden', file), 'utf8');
  expect(keysScript(props)).toBe(golden);
  expect(golden).not.toMatch(/[ \t]$/m);
});

test('one runner fits on a screen of 40 lines', () => {
  expect(keysScript(oneRunner(2)).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
});

test('this machine has a shell to run it', () => {
  expect(SHELLS.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\bsh\b/));
});

describe.each(SHELLS)('under $name', (shell) => {
  test('parses', () => {
    for (const props of [oneRunner(1), oneRunner(2), threeRunners]) {
      expect(parse(shell, keysScript(props))).toEqual({ code: 0, output: '' });
    }
  });

  test('fills what is empty, and changes nothing when run again', async () => {
    const box = cluster(secrets);
    expect(await runWithCluster(box, script, { shell })).toMatchObject({ code: 0 });
    expectFilled(box);
    const before = secrets.map((path) => dataOf(box, path));
    expect(await runWithCluster(box, script, { shell })).toMatchObject({ code: 0 });
    expect(requestsOf(box).slice(6)).toEqual([`GET ${ROOT}`, `GET ${COPY}`, `GET ${OWN}`]);
    expect(secrets.map((path) => dataOf(box, path))).toEqual(before);
  });

  test('rotates, skipping a number', async () => {
    const box = await filled();
    const { accesskey } = dataOf(box, OWN);
    expect(await runWithCluster(box, keysScript(oneRunner(3)), { shell })).toMatchObject({ code: 0 });
    expect(dataOf(box, OWN)).toMatchObject({ ...generated, previous: accesskey });
    expectFilled(box, 3);
  });
});

test('each of three runners has its own keys, and the copy of its own', async () => {
  const paths = threeRunners.runners.flatMap(({ keys, copy }) =>
    [keys, copy].map(({ namespace, name }) => `${namespace}/secrets/${name}`),
  );
  const box = cluster([ROOT, ...paths]);
  expect((await runWithCluster(box, keysScript(threeRunners))).code).toBe(0);
  const keys = paths.map((path) => dataOf(box, path).accesskey);
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2, 2, 4, 4]);
});

test('sends merge patches with the version that it has read, and nothing but known fields', async () => {
  const box = await filled();
  const metadata = { resourceVersion: expect.stringMatching(/^\d+$/) as unknown };
  const data = { accesskey: text, secretkey: text, previous: '', 'rotation-1': text };
  expect(bodiesOf(box)).toEqual([
    { metadata, data: { accesskey: text, secretkey: text }, immutable: true },
    { metadata, data },
    { metadata, data },
  ]);
});
const text: unknown = expect.stringMatching(/^[A-Za-z0-9+/]+=*$/);

test('neither keys nor the token are ever an argument', async () => {
  const box = cluster(secrets);
  record(box, ['cat', 'head', 'base64', 'tr']);
  await runWithCluster(box, script);
  await runWithCluster(box, keysScript(oneRunner(2)));
  const words = wordsOf(box).join('\n');
  const values = secrets.flatMap((path) => Object.values(dataOf(box, path))).filter(Boolean);
  expect(values).toHaveLength(12);
  expect(words).toContain('\nbase64 -w 0\n');
  for (const value of [TOKEN, ...values]) {
    expect(words).not.toContain(value);
    expect(words).not.toContain(Buffer.from(value).toString('base64'));
  }
  expect(read(box, 'requests')).toContain(Buffer.from(values[0]!).toString('base64'));
});

describe('keys that a person has put there', () => {
  const theirs = { accesskey: 'their access key', secretkey: 'a secret+/=&<"}' };
  const cases: [string, Data, object][] = [
    ['a pair', theirs, theirs],
    ['an access key alone', { accesskey: 'theirs' }, { accesskey: 'theirs', secretkey: secret }],
    ['a secret key alone', { secretkey: 'theirs' }, { accesskey: access, secretkey: 'theirs' }],
    [
      'an empty access key',
      { accesskey: '', secretkey: 'theirs' },
      { accesskey: access, secretkey: 'theirs' },
    ],
    [
      'something else',
      { note: 'hands off', 'my-accesskey': 'no' },
      { note: 'hands off', 'my-accesskey': 'no', ...generated },
    ],
  ];

  test.each(cases)('%s: stay, beside root too', async (_, data, expected) => {
    const box = cluster(secrets);
    for (const path of [ROOT, OWN]) putSecret(box, path, data);
    expect((await runWithCluster(box, script)).code).toBe(0);
    for (const path of [ROOT, OWN]) expect(dataOf(box, path)).toMatchObject(expected);
    expectFilled(box, 1, [ROOT, OWN, COPY], {});
  });

  test('in place of those of the Job: the copy follows', async () => {
    const box = await filled();
    putSecret(box, OWN, theirs);
    await runWithCluster(box, script);
    expect(dataOf(box, OWN)).toMatchObject(theirs);
    expectFilled(box, 1, [OWN, COPY], theirs);
  });

  test('in the copy: the copy follows', async () => {
    const box = await filled();
    const before = dataOf(box, OWN);
    putSecret(box, COPY, theirs);
    await runWithCluster(box, script);
    expect([dataOf(box, OWN), dataOf(box, COPY)]).toEqual([before, before]);
  });

  test('in the copy, before the runner has any: are taken', async () => {
    const box = cluster(secrets);
    putSecret(box, COPY, theirs);
    await runWithCluster(box, script);
    expectFilled(box, 1, [OWN, COPY], theirs);
  });
});

test('root keys are filled once and then immutable; immutable ones of a person are left alone', async () => {
  const box = await filled();
  const before = dataOf(box, ROOT);
  await runWithCluster(box, keysScript(oneRunner(2)));
  expect([isImmutable(box, ROOT), isImmutable(box, OWN), isImmutable(box, COPY)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(dataOf(box, ROOT)).toEqual(before);
});

/** A cluster after the first run of the Job. */
async function filled(): Promise<Sandbox> {
  const box = cluster(secrets);
  expect(await runWithCluster(box, script)).toMatchObject({ code: 0 });
  return box;
}

/** Complete pairs, the copy equal to the runner's own, the marker with the access key, root immutable. */
function expectFilled(
  box: Sandbox,
  rotation = 1,
  paths = secrets,
  keys: Readonly<Record<string, unknown>> = generated,
): void {
  const own = dataOf(box, OWN);
  expect(dataOf(box, COPY)).toMatchObject({
    ...keys,
    accesskey: own.accesskey,
    secretkey: own.secretkey,
    previous: own.previous,
  });
  for (const path of paths) expect(dataOf(box, path)).toMatchObject(keys);
  for (const path of [OWN, COPY]) expect(dataOf(box, path)[`rotation-${rotation}`]).toBe(own.accesskey);
  expect(isImmutable(box, ROOT)).toBe(true);
}
