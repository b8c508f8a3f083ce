import { join } from 'node:path';
import { start } from './run';

const LIB = join(__dirname, '..', '..', 'lib');

/** Packages that a module of ours loads. */
async function packagesOf(module: string): Promise<string[]> {
  const script = `require(${JSON.stringify(join(LIB, module))});
    console.log(JSON.stringify(Object.keys(require.cache).flatMap((file) => /node_modules\\/(@[^/]+\\/)?([^/]+)/.exec(file)?.[2] ?? [])))`;
  const { out } = await start(process.execPath, ['-e', script], LIB);
  return [...new Set(JSON.parse(out) as string[])].sort();
}

test('check waits for no library of synth', async () => {
  const packages = await packagesOf('commands/check');
  expect(packages).toContain('js-yaml');
  expect(packages.filter((name) => ['zod', 'cdk8s', 'constructs', 'yaml', 'ajv'].includes(name))).toEqual([]);
});

test('synth waits for no check', async () => {
  const script = `require(${JSON.stringify(join(LIB, 'commands/synth'))});
    console.log(Object.keys(require.cache).filter((file) => /lib\\/(checks|manifests|findings)\\//.test(file)).length)`;
  expect((await start(process.execPath, ['-e', script], LIB)).out).toBe('0\n');
});

test('help waits for neither', async () => {
  const script = `process.argv.push('check', '--help'); process.on('exit', () => {
    console.error(Object.keys(require.cache).filter((file) => /lib\\/(checks|app|config)\\b/.test(file)).length);
  }); require(${JSON.stringify(join(LIB, 'cli.js'))})`;
  const { err, code } = await start(process.execPath, ['-e', script, 'x'], LIB);
  expect({ err, code }).toEqual({ err: '0\n', code: 0 });
});
