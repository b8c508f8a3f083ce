import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cluster/run';
import { createGitServer } from './server';

/** A repository that the cluster can fetch from. */
export class Repository {
  private readonly folder = mkdtempSync(join(tmpdir(), 'runner-cache-e2e-git-'));
  private readonly server: Server = createGitServer(this.folder);

  /** Empty; `host` is this machine's address for the cluster. */
  async open(host: string): Promise<string> {
    await run('git', ['init', '-q', '--bare', '-b', 'main', this.bare]);
    await new Promise<void>((resolve) => this.server.listen(0, '0.0.0.0', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `http://${host}:${port}/deploy.git`;
  }

  /** All that a folder holds, as its next commit. */
  async commit(folder: string): Promise<void> {
    const git = ['--git-dir', this.bare, '--work-tree', folder];
    await run('git', [...git, 'add', '-A']);
    const author = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
    await run('git', [...author, ...git, 'commit', '-q', '--allow-empty', '-m', 'Change the runner cache']);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get bare(): string {
    return join(this.folder, 'deploy.git');
  }
}
