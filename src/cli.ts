#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { check, type CheckOptions } from './commands/check';
import { CONFIG_FILE, OUTPUT_FOLDER } from './commands/config-file';
import { explain } from './commands/explain';
import { init } from './commands/init';
import type { Outcome } from './commands/outcome';
import { synth, type SynthOptions } from './commands/synth';
import { jsonSchema } from './config/json-schema';

const USAGE_ERROR = 2;

function program(): Command {
  const command = new Command('runner-cache')
    .description('One short config file becomes the plain Kubernetes YAML of a GitLab Runner cache on MinIO')
    .version(packageVersion())
    .showHelpAfterError('run `runner-cache --help` for what there is')
    .exitOverride();
  command
    .command('synth')
    .description('write the manifests of a configuration file')
    .option('-c, --config <file>', 'configuration file; - is standard input', CONFIG_FILE)
    .option('-o, --output <folder>', 'where the manifests go', OUTPUT_FOLDER)
    .option('--check', 'write nothing; exit with 1 if the folder is not what synth would write', false)
    .action((options: SynthOptions) => {
      finish(synth(options));
    });
  command
    .command('check')
    .description('judge a folder of manifests, whoever made them')
    .argument('[folder]', 'where the manifests are', OUTPUT_FOLDER)
    .option('--kubernetes <release>', 'the Kubernetes that gets them, such as 1.33')
    .action((folder: string, options: CheckOptions) => {
      finish(check(folder, options));
    });
  command
    .command('init')
    .description(`write a commented ${CONFIG_FILE}; never over one that is there`)
    .action(() => {
      finish(init(CONFIG_FILE));
    });
  command
    .command('schema')
    .description('print the JSON Schema of the configuration file')
    .action(() => {
      finish({ out: `${JSON.stringify(jsonSchema(), undefined, 2)}\n`, err: '', code: 0 });
    });
  return command;
}

function packageVersion(): string {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function finish({ out, err, code }: Outcome): void {
  process.stderr.write(err);
  process.stdout.write(out);
  process.exitCode = code;
}

// Whoever reads us may stop early, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// An environment variable of cdk8s would change the order of keys, and so the bytes.
delete process.env.CDK8S_DISABLE_SORT;
try {
  program().parse();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
  else finish(explain(error));
}
