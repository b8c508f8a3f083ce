import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { CLI } from '../../commands/run';
import type { KubeObject } from '../cluster/objects';
import { run } from '../cluster/run';
import { configurationOf, type Wish } from './configuration';
import { sealFor } from './sealed';

/** A folder of manifests, made by the command that users have. */
export class Manifests {
  readonly folder = mkdtempSync(join(tmpdir(), 'runner-cache-e2e-'));
  readonly dist = join(this.folder, 'dist');

  constructor(private readonly system: string) {
    mkdirSync(this.folder, { recursive: true });
  }

  async synth(wish: Wish): Promise<void> {
    const file = join(this.folder, 'runner-cache.yaml');
    writeFileSync(file, stringify(configurationOf(this.system, wish)));
    await sealFor(this.system, wish, file);
    await run(process.execPath, [CLI, 'synth', '-c', file, '-o', this.dist]);
  }

  /** The objects as they are written. */
  read(): readonly KubeObject[] {
    return readdirSync(this.dist, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => parse(readFileSync(join(this.dist, path), 'utf8')) as KubeObject);
  }

  /** The only object of a kind whose name begins so. */
  find(kind: string, name: string): KubeObject {
    const found = this.read().filter((o) => o.kind === kind && o.metadata.name.startsWith(name));
    if (found.length !== 1) throw new Error(`${found.length} objects ${kind} ${name} in ${this.dist}`);
    return found[0]!;
  }

  /** What `kubectl apply -R` says, a line each object. */
  async apply(below = ''): Promise<readonly string[]> {
    const said = await run('kubectl', ['apply', '-R', '-f', join(this.dist, below)]);
    return said.trim().split('\n');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
