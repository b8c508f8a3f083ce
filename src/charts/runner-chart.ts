import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { KeysAccess } from '../constructs/keys-access';
import { RunnerManager } from '../constructs/runner-manager';
import { defaultDeny } from '../kubernetes/network';
import type { Model, Runner } from '../model/model';
import { NAMES } from '../model/names';
import { CONFIG_FILES, runnerConfig, systemId } from '../render/runner-config';
import { writeRunnerToken, type SecretWriter } from '../secrets';

/** One runner's manager, with its token and its keys. */
export class RunnerChart extends Chart {
  constructor(scope: Construct, runner: Runner, model: Model, secrets: SecretWriter) {
    super(scope, runner.namespace);
    const { namespace } = runner;
    const { gitlab, images, cluster, credentials, store } = model;

    const holder = { kind: 'runner', name: runner.name, isCopy: false } as const;
    secrets.write(this, { namespace, name: NAMES.runnerKeys, holder });
    writeRunnerToken(this, runner, model.sealed);
    defaultDeny(this, namespace);
    if (secrets.filledByJob) {
      new KeysAccess(this, 'KeysAccess', {
        namespace,
        secrets: [NAMES.runnerKeys],
        jobNamespace: store.namespace,
      });
    }
    new RunnerManager(this, 'Manager', {
      runner,
      gitlab,
      images,
      cluster,
      files: {
        [CONFIG_FILES.systemId]: systemId(runner),
        [CONFIG_FILES.config]: runnerConfig(runner, model),
      },
      marker: secrets.marker,
      credentials,
    });
  }
}
