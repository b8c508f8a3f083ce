import { Option, type Command } from 'commander';
import { CONFIG_FILE } from './config-file';
import type { ImportOptions } from './import-values';
import type { Outcome } from './outcome';
import type { ValuesOptions } from './values';

/** The commands for who has values of Helm charts, or keeps one of the charts. */
export function addHelm(command: Command, finish: (outcome: Outcome) => void): void {
  command
    .command('import-values')
    .description('make a configuration of the values of Helm charts, and say what became of each value')
    .argument('[files...]', 'values files of the charts of GitLab Runner and MinIO; - is standard input')
    .addOption(
      new Option('--set <values>', 'as `helm install --set` takes it; again for one more')
        .argParser((value: string, before: readonly string[]) => [...before, value])
        .default([]),
    )
    .option('--chart <chart>', 'of values whose keys do not tell, such as stable/minio')
    .action(async (files: readonly string[], options: ImportOptions) => {
      const { importCommand } = await import('./import-values');
      finish(importCommand(files, options));
    });
  command
    .command('values')
    .description("print values of GitLab's chart of the runner, for who keeps that chart beside this store")
    .option('-c, --config <file>', 'configuration file; - is standard input', CONFIG_FILE)
    .option('--runner <name>', 'which one, where there are several')
    .action(async (options: ValuesOptions) => {
      const { values } = await import('./values');
      finish(values(options));
    });
}
