#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, Option } from 'commander';
import type { CheckOptions, Surroundings } from './commands/check';
import type { GraphOptions } from './commands/graph';
import { CONFIG_FILE, OUTPUT_FOLDER } from './commands/config-file';
import { explain } from './commands/explain';
import { addHelm } from './commands/helm';
import type { Outcome } from './commands/outcome';
import type { ReviewOptions } from './commands/review';
import type { SealOptions } from './commands/seal';
import type { SynthOptions } from './commands/synth';
import type { Tool } from './findings/report';
import { GATED_BY_DEFAULT } from './review/risk/classes';

const USAGE_ERROR = 2;

function program(): Command {
  const command = new Command('runner-cache')
    .description('One short config file becomes the plain Kubernetes YAML of a GitLab Runner cache on MinIO')
    .version(tool().version)
    .showHelpAfterError('run `runner-cache --help` for what there is')
    .exitOverride();
  command
    .command('synth')
    .description('write the manifests of a configuration file')
    .option(
      '-c, --config <file>',
      `configuration file; - is standard input; again for one more (default: "${CONFIG_FILE}")`,
      several,
    )
    .option(
      '-o, --output <folder>',
      `where the manifests go; one for each configuration (default: "${OUTPUT_FOLDER}")`,
      several,
    )
    .option('--check', 'write nothing; exit with 1 if the folder is not what synth would write', false)
    .action(async (options: SynthOptions) => {
      const { synth } = await import('./commands/synth');
      finish(synth(options));
    });
  addCheck(command);
  addReview(command);
  addGraph(command);
  addSeal(command);
  addHelm(command, finish);
  command
    .command('init')
    .description(`write a commented ${CONFIG_FILE}; never over one that is there`)
    .action(async () => {
      const { init } = await import('./commands/init');
      finish(init(CONFIG_FILE));
    });
  command
    .command('schema')
    .description('print the JSON Schema of the configuration file')
    .action(async () => {
      const { editorSchema } = await import('./config/json-schema');
      finish({ out: `${JSON.stringify(editorSchema(), undefined, 2)}\n`, err: '', code: 0 });
    });
  return command;
}

function addCheck(command: Command): void {
  command
    .command('check')
    .description(
      'judge manifests, whoever made them: 0 where all is well, 1 with findings, 2 for a wrong use',
    )
    .argument('[path]', 'folder or file of manifests; - is standard input', OUTPUT_FOLDER)
    .option('--format <format>', 'text, json, sarif or codequality', 'text')
    .option('--severity <least>', 'least severity that is told: error, warning or note', 'warning')
    .option('--only <checks>', 'ids or families of checks, with commas', several, [])
    .option('--skip <checks>', 'ids or families of checks, with commas', several, [])
    .option('--kubernetes <release>', 'the Kubernetes that gets them, such as 1.33')
    .option('--baseline <file>', 'tell only what this file does not name')
    .addOption(
      new Option('--write-baseline <file>', 'write all that is told into this file').conflicts('baseline'),
    )
    .addOption(
      new Option(
        '--exceptions <scanner>',
        'print what is accepted as the file of trivy or kubescape',
      ).conflicts(['format', 'severity', 'only', 'skip', 'baseline', 'writeBaseline', 'list']),
    )
    .option('--list', 'print the checks and judge nothing')
    .action(async (path: string, options: CheckOptions) => {
      compileLess();
      const { check } = await import('./commands/check');
      finish(check(path, options, surroundings()));
    });
}

/** Of an option that may be given again. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function addReview(command: Command): void {
  command
    .command('review')
    .description(
      'say what a change of manifests means, worst first: 0 where it may pass, 1 with a gated class, 2 for a wrong use',
    )
    .argument('<base>', 'folder of manifests, or git:REF[:PATH]')
    .argument('<head>', 'folder of manifests, or git:REF[:PATH]')
    .option('--format <format>', 'text, markdown, json, sarif, codequality or html', 'text')
    .option('--graph <format>', 'print the picture of what changes instead: mermaid or svg')
    .option('--fail-on <classes>', 'classes of risk that may not pass, with commas', GATED_BY_DEFAULT.join())
    .option('--waivers <file>', 'what may pass all the same, and until when')
    .option('--no-merge-base', 'take a base in git as it is, not where the head left it')
    .option('--kubernetes <release>', 'the Kubernetes that gets them, such as 1.33')
    .action(async (base: string, head: string, options: ReviewOptions) => {
      compileLess();
      const { review } = await import('./commands/review');
      const today = new Date().toISOString().slice(0, 10);
      finish(review(base, head, options, { ...surroundings(), today }));
    });
}

function addGraph(command: Command): void {
  command
    .command('graph')
    .description('draw who talks to whom and who has which Secret, by the manifests alone')
    .argument('[path]', 'folder or file of manifests; - is standard input', OUTPUT_FOLDER)
    .option('--format <format>', 'mermaid or svg', 'mermaid')
    .option('--kubernetes <release>', 'the Kubernetes that gets them, such as 1.33')
    .action(async (path: string, options: GraphOptions) => {
      compileLess();
      const { graph } = await import('./commands/graph');
      finish(graph(path, options));
    });
}

function addSeal(command: Command): void {
  command
    .command('seal')
    .description(
      'read lines "name=value" from standard input, and write their ciphertext for Sealed Secrets beside the configuration file',
    )
    .requiredOption('--cert <file>', 'certificate of the cluster, as `kubeseal --fetch-cert` prints it')
    .option('-c, --config <file>', 'configuration file', CONFIG_FILE)
    .option('--replace', 'seal anew what is sealed already', false)
    .action(async (options: SealOptions) => {
      const { seal } = await import('./commands/seal');
      const sessionKey = (): Uint8Array => randomBytes(32);
      finish(seal(options, { now: new Date().toISOString(), sessionKey }));
    });
}

/**
 * Hundreds of rules each run for some milliseconds, and V8 optimizes code that is soon done with. Node 20 does so after 132 KB
 * of executed bytecode; with this threshold `check` of 6,000 objects takes a third less of both cores. Later releases have
 * another compiler in between.
 */
function compileLess(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=300000');
}

function surroundings(): Surroundings {
  const colour = process.stdout.isTTY && process.stdout.hasColors();
  return { folder: process.cwd(), colour, tool: tool() };
}

function tool(): Tool {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  const { version, homepage } = JSON.parse(text) as { version: string; homepage?: string };
  return { version, homepage };
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
// Each command is loaded when it is asked for, so that none waits for another's libraries.
program()
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
    else finish(explain(error));
  });
