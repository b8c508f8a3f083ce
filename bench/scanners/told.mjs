/** Writes what Trivy, which reads no annotations, is told in files: what is accepted in a folder, and our registries. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CLI = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..', 'lib', 'cli.js');
const REGISTRIES = 'ksv0125:\n  trusted_registries:\n    - docker.io\n    - registry.gitlab.com\n';

export function writeTold(folder, temporary) {
  const at = mkdtempSync(join(temporary, 'told-'));
  const [ignoreFile, data] = [join(at, '.trivyignore.yaml'), join(at, 'data')];
  mkdirSync(data);
  writeFileSync(join(data, 'registries.yaml'), REGISTRIES);
  const printed = execFileSync(process.execPath, [CLI, 'check', folder, '--exceptions', 'trivy'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  writeFileSync(ignoreFile, printed);
  return { ignoreFile, data };
}
