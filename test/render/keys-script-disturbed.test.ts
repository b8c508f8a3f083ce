import { keysScript } from '../../src/render/keys-script';
import {
  callsOfCurl,
  cluster,
  dataOf,
  isImmutable,
  paused,
  putSecret,
  requestsOf,
  resume,
  runWithCluster,
} from './cluster';
import { COPY, oneRunner, OWN, ROOT } from './keys-cases';
import type { Sandbox } from './sandbox';
import { read, removeSandboxes, wordsOf } from './sandbox';

const secrets = [ROOT, OWN, COPY];
const first = keysScript(oneRunner(1));
const second = keysScript(oneRunner(2));
const keys = { accesskey: 'ORIGINAL-ACCESS', secretkey: 'original-secret' };

jest.setTimeout(30_000);
afterAll(removeSandboxes);

/** What is there, the script, how often it calls curl, and where it may meet another one: before each that changes something. */
const starts: [string, () => Sandbox, string, number, (readonly [number, number])[]][] = [
  ['the first fill', () => cluster(secrets), first, 6, [[2, 2], ...pairs(4, 5, 6)]],
  ['a rotation', rotating, second, 5, pairs(3, 4, 5)],
];

function pairs(...calls: number[]): (readonly [number, number])[] {
  return calls.flatMap((call) => calls.map((other) => [call, other] as const));
}

function rotating(): Sandbox {
  const box = cluster(secrets);
  putSecret(box, ROOT, keys, 'immutable');
  for (const path of [OWN, COPY])
    putSecret(box, path, { ...keys, previous: '', 'rotation-1': keys.accesskey });
  return box;
}

describe.each(starts)('%s', (name, start, script, length, meetings) => {
  const calls = Array.from({ length }, (_, index) => index + 1);

  /** Every pair whole, and no key changed that was there at the time. */
  const expectWhole = (box: Sandbox, before: Snapshot): void => {
    const [root, own, copy] = snapshot(box);
    expect(own).toEqual(copy);
    expect(isImmutable(box, ROOT)).toBe(true);
    expect([root!.accesskey, root!.secretkey, own!.secretkey]).not.toContain(undefined);
    if (name === 'a rotation')
      expect(own).toMatchObject({ previous: keys.accesskey, 'rotation-2': own!.accesskey });
    else expect(own).toMatchObject({ previous: '', 'rotation-1': own!.accesskey });
    expect(root).toMatchObject(before[0]!);
    if (before[1]!['rotation-2'] !== undefined || name !== 'a rotation')
      expect(own).toMatchObject(before[1]!);
  };

  test(`needs ${length} calls`, async () => {
    const box = start();
    expect(await runWithCluster(box, script)).toMatchObject({ code: 0 });
    expect(callsOfCurl(box)).toBe(length);
  });

  // Killed before call N, the server holds what it holds when killed after call N - 1.
  test.concurrent.each(calls)(
    'killed after call %i of curl, it is completed by the next run',
    async (call) => {
      const box = start();
      expect((await runWithCluster(box, script, { fault: `kill after ${call}` })).code).toBeNull();
      const before = snapshot(box);
      expect(await runWithCluster(box, script)).toMatchObject({ code: 0 });
      expectWhole(box, before);
    },
  );

  test.concurrent.each(calls)(
    'told to leave within call %i of curl, it reports no success, and is completed by the next run',
    async (call) => {
      const box = start();
      expect((await runWithCluster(box, script, { fault: `leave after ${call}` })).code).toBe(143);
      const before = snapshot(box);
      expect(await runWithCluster(box, script)).toMatchObject({ code: 0 });
      expectWhole(box, before);
    },
  );

  test.concurrent.each(meetings)(
    'two at once: one waits before call %i, the other before its call %i',
    async (call, other) => {
      const box = start();
      const a = runWithCluster(box, script, { name: 'a', fault: `pause at ${call}` });
      await paused(box, 'a', a);
      const b = runWithCluster(box, script, { name: 'b', fault: `pause at ${other}` });
      await paused(box, 'b', b);
      const before = snapshot(box);
      resume(box, 'a');
      expect(await a).toMatchObject({ code: 0 });
      const between = snapshot(box);
      expectWhole(box, before);
      resume(box, 'b');
      expect(await b).toMatchObject({ code: 0 });
      expect(snapshot(box)).toEqual(between);
    },
  );
});

test('the later of two that read the same version is refused and starts again', async () => {
  const box = cluster(secrets);
  const a = runWithCluster(box, first, { name: 'a', fault: 'pause at 5' });
  await paused(box, 'a', a);
  await runWithCluster(box, first, { name: 'b' });
  resume(box, 'a');
  const { code, output } = await a;
  expect([code, output]).toEqual([0, expect.stringMatching(/error: 409[^]*s3access: has its keys/)]);
});

test.each([
  ['while the server is down', 'down until 4', 'Failed to connect'],
  ['while its Role is not there', 'refuse with 403 until 4', '403'],
  ['while a namespace or a Secret is not there', 'refuse with 404 until 4', '404'],
])('waits %s', async (_, fault, complaint) => {
  const box = cluster(secrets);
  const { code, output } = await runWithCluster(box, first, { fault });
  expect([code, output]).toEqual([0, expect.stringContaining(complaint)]);
  expect(wordsOf(box).filter((line) => line === 'sleep 5')).toHaveLength(2);
  expect(dataOf(box, COPY)).toEqual(dataOf(box, OWN));
});

test('asks only for its own Secrets by name, and never for a list', async () => {
  const box = cluster(secrets);
  await runWithCluster(box, first);
  expect([...new Set(requestsOf(box))].sort()).toEqual(
    secrets.flatMap((path) => [`GET ${path}`, `PATCH ${path}`]).sort(),
  );
  expect(read(box, 'words')).not.toContain('403');
});

describe('rotations', () => {
  test('each keeps the key before it, once; going back keeps the keys, and every marker is the access key', async () => {
    const box = rotating();
    let previous = keys.accesskey;
    for (const rotation of [2, 3, 7]) {
      const own = await rotate(box, rotation);
      expect(own).toMatchObject({ previous, [`rotation-${rotation}`]: own.accesskey });
      expect([own.accesskey, own.secretkey]).toEqual([
        expect.stringMatching(/^\w{20}$/),
        expect.stringMatching(/^\w{40}$/),
      ]);
      expect(await rotate(box, rotation)).toEqual(own);
      previous = own.accesskey!;
    }
    const own = dataOf(box, OWN);
    expect(await rotate(box, 3)).toEqual({ ...own, 'rotation-3': own.accesskey });
  });

  test('the Job of an earlier one that comes late changes no key, and its pods find their marker', async () => {
    for (const late of [2, 3, 9]) {
      const box = rotating();
      const own = await rotate(box, 10);
      expect(await rotate(box, late)).toEqual({ ...own, [`rotation-${late}`]: own.accesskey });
    }
  });

  test('a Secret that is filled only now starts with the last of them, and has no key before', async () => {
    const box = cluster(secrets);
    expect(await rotate(box, 3)).toMatchObject({ previous: '' });
  });

  test("the runner's deleted Secret comes back from the copy, without another rotation", async () => {
    const box = rotating();
    const { accesskey, secretkey, previous, 'rotation-2': marker } = await rotate(box, 2);
    putSecret(box, OWN, {});
    expect(await rotate(box, 2)).toEqual({ accesskey, secretkey, previous, 'rotation-2': marker });
  });

  test('keys and a previous key that a person changes in place reach the copy and the marker', async () => {
    const box = rotating();
    const own = await rotate(box, 2);
    putSecret(box, OWN, { ...own, ...keys, previous: '' });
    expect(await rotate(box, 2)).toEqual({ ...own, ...keys, previous: '', 'rotation-2': keys.accesskey });
    putSecret(box, OWN, { ...own, ...keys, previous: 'another', 'rotation-2': keys.accesskey });
    expect(await rotate(box, 2)).toMatchObject({ previous: 'another' });
  });

  /** The runner's keys after it; the copy has the same. */
  async function rotate(box: Sandbox, rotation: number): Promise<Readonly<Record<string, string>>> {
    expect(await runWithCluster(box, keysScript(oneRunner(rotation)))).toMatchObject({ code: 0 });
    const own = dataOf(box, OWN);
    expect(dataOf(box, COPY)).toMatchObject(own);
    return own;
  }
});

type Snapshot = readonly Readonly<Record<string, string>>[];

function snapshot(box: Sandbox): Snapshot {
  return secrets.map((path) => dataOf(box, path));
}
