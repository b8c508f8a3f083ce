import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST } from '../../../src/api/release';
import { addCharts } from '../../../src/app';
import { treeOf } from '../../../src/commands/tree';
import { parseConfiguration } from '../../../src/config/parse';
import { readable } from '../../../src/graph/folded';
import type { Graph } from '../../../src/graph/graph';
import { graphOf } from '../../../src/graph/graph-of';
import { manifestsOf } from '../../../src/manifests/manifests';
import type { SourceFile } from '../../../src/manifests/source';
import { manifestFiles } from '../../../src/output/manifest-files';
import { pictureOf } from '../../../src/review/report/picture';
import { review } from '../../../src/review/review';
import { newApp } from '../../../src/runner-cache';
import { System } from '../../../src/system/system';

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');

/** The pictures of all examples, by their names. */
export function exampleGraphs(): readonly (readonly [string, Graph])[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(EXAMPLES, entry.name)).includes('manifests'))
    .map(({ name }) => [
      name,
      readable(graphOf(new System(treeOf(join(EXAMPLES, name, 'manifests')), NEWEST))),
    ]);
}

/** What `synth` writes for runners, each in namespaces of its own. */
export function filesOf(names: readonly string[]): readonly SourceFile[] {
  const runners = names.map(
    (name) =>
      `{ name: ${name}, namespace: runner-${name}, jobs: { namespace: jobs-${name} }, cache: { path: ${name} } }`,
  );
  const { model, faults } = parseConfiguration(
    `gitlab: { url: https://gitlab.example.com }\nrunners: [${runners.join(', ')}]`,
  );
  if (model === undefined) throw new Error(JSON.stringify(faults));
  const app = newApp();
  addCharts(app, model);
  return [...manifestFiles(app, 'test')].map(([path, text]) => ({ path, text }));
}

export function systemOf(files: readonly SourceFile[]): System {
  return new System(manifestsOf(files), NEWEST);
}

/** The picture of a change from these runners to those. */
export function changeOf(base: readonly string[], head: readonly string[]): Graph {
  const [before, after] = [filesOf(base), filesOf(head)];
  const { verdicts } = review(before, after, NEWEST);
  return pictureOf({ verdicts }, systemOf(before), systemOf(after));
}
