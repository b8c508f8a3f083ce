/** What `cdk8s synth` runs: the same manifests as `runner-cache synth`, where cdk8s wants them. */
import { render } from './commands/synth';
import { writeTree } from './output/tree';

delete process.env.CDK8S_DISABLE_SORT;
const { files, messages } = render('runner-cache.yaml');
process.stderr.write(messages);
if (files === undefined) process.exitCode = 1;
else writeTree(process.env.CDK8S_OUTDIR ?? 'dist', files);
