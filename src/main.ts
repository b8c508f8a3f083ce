/** What `cdk8s synth` runs: the same manifests as `runner-cache synth`, where cdk8s wants them. */
import { CONFIG_FILE, OUTPUT_FOLDER } from './commands/config-file';
import { explain } from './commands/explain';
import { render } from './commands/render';
import { writeTree } from './output/tree';

delete process.env.CDK8S_DISABLE_SORT;
try {
  const { files, messages } = render(CONFIG_FILE);
  process.stderr.write(messages);
  if (files === undefined) process.exitCode = 1;
  else writeTree(process.env.CDK8S_OUTDIR ?? OUTPUT_FOLDER, files);
} catch (error) {
  const { err, code } = explain(error);
  process.stderr.write(err);
  process.exitCode = code;
}
