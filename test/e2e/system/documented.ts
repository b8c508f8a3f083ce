import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cluster/run';
import type { System } from './system';

const DOCS = join(__dirname, '..', '..', '..', 'docs');

/** Types what a page says below a heading, in its first block of commands or another, with the names of this system. */
export async function typeDocumented(
  heading: string,
  { store, manifests }: System,
  block = 0,
  page = 'operations.md',
): Promise<void> {
  const section = readFileSync(join(DOCS, page), 'utf8').split(`\n## ${heading}\n`)[1] ?? '';
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/```sh\n([^]*?)```/g)];
  const commands = blocks[block]?.[1];
  if (commands === undefined) throw new Error(`There are no commands below "${heading}" in ${page}`);
  const ours = commands
    .replaceAll('-n minio', `-n ${store}`)
    .replaceAll('-n gitlab-runner', `-n ${store}-main`)
    .replaceAll('application runner-cache ', `application ${store} `)
    .replaceAll('-f prod/runner-cache', `-f ${manifests.dist}`)
    .replaceAll('-f dist/', `-f ${manifests.dist}`);
  await run('sh', ['-eu'], ours);
}
