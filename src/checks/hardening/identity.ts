import { textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { Check } from '../check';
import { eachPod } from './row';

const SOURCE = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/';

/** Who a pod is, and what it is told of the cluster. */
export const IDENTITY: readonly Check[] = [
  eachPod({
    id: 'own-service-account',
    severity: 'note',
    rule: 'Pods run under a ServiceAccount of their own',
    why: 'What somebody allows "default" is allowed to every pod of the namespace.',
    source: SOURCE,
    breaks: ({ spec }) =>
      accountOf(spec) !== 'default'
        ? undefined
        : {
            field: ['serviceAccountName'],
            message: 'This pod shares the account "default" with every pod that names none',
            remedy: 'make a ServiceAccount for it and name it in "serviceAccountName"',
          },
  }),
  eachPod({
    id: 'service-links',
    severity: 'note',
    rule: 'Pods get no environment variables for each Service',
    why: 'Variables such as "MINIO_PORT=tcp://10.0.0.1:9000" appear with each Service of that name, and programs take them for settings of their own.',
    source:
      'https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables',
    breaks: ({ spec }) =>
      spec.enableServiceLinks === false
        ? undefined
        : {
            field: ['enableServiceLinks'],
            message:
              'Each Service of the namespace puts variables into this pod, which a program may take for settings',
            remedy: 'set "enableServiceLinks" to false',
          },
  }),
  eachPod({
    id: 'deprecated-service-account',
    severity: 'note',
    rule: 'The account stands in "serviceAccountName"',
    why: '"serviceAccount" is an old name of the field, kept for old clients; two names for one thing are overlooked in reviews.',
    source: 'kube-linter, check deprecated-service-account-field',
    breaks: ({ spec }) =>
      textOf(spec.serviceAccount) === undefined || spec.serviceAccountName !== undefined
        ? undefined
        : {
            field: ['serviceAccount'],
            message: '"serviceAccount" is the old name of this field',
            remedy: 'write "serviceAccountName"',
          },
  }),
];

function accountOf(spec: Workload['spec']): string {
  const named = textOf(spec.serviceAccountName) ?? textOf(spec.serviceAccount) ?? '';
  return named === '' ? 'default' : named;
}
