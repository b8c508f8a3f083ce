import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..');

test('imports/ is what `npm run import` makes of imports/crds, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-imports-'));
  try {
    mkdirSync(join(folder, 'imports'));
    cpSync(join(REPOSITORY, 'cdk8s.yaml'), join(folder, 'cdk8s.yaml'));
    cpSync(join(REPOSITORY, 'imports/crds'), join(folder, 'imports/crds'), { recursive: true });
    const command = join(REPOSITORY, 'node_modules/cdk8s-cli/bin/cdk8s');
    const options = ['--no-save', '--check-upgrade=false'];
    execFileSync(process.execPath, [command, 'import', ...options], { cwd: folder });
    const read = (root: string) =>
      readdirSync(join(root, 'imports'))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
        .map((file) => [file, readFileSync(join(root, 'imports', file), 'utf8')]);
    expect(read(folder)).toEqual(read(REPOSITORY));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
