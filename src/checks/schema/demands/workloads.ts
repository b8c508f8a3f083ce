import { at, isMap, listOf, mapOf, textOf, textsOf, type ValueMap } from '../../../manifests/value';
import { DNS_LABEL } from '../forms';
import type { Mistake } from '../mistake';
import { formed, isSet, mapsIn, refused, type Demands } from './demand';

/** What makes pods. (kubernetes, pkg/apis/apps/validation/validation.go) */
export const WORKLOAD_DEMANDS: Demands = {
  'apps.v1.DeploymentSpec': [selected, restarted, mounted, strategy, deadline],
  'apps.v1.StatefulSetSpec': [selected, restarted, mounted, formed('serviceName', 'part-name', DNS_LABEL)],
  'apps.v1.DaemonSetSpec': [selected, restarted, mounted],
  'apps.v1.ReplicaSetSpec': [selected, restarted, mounted],
  'batch.v1.JobSpec': [mounted],
  'core.v1.Pod': [mounted],
};

/** An expression is left to those who read references. */
function selected({ selector, template }: ValueMap): readonly Mistake[] {
  const labels = mapOf(at(template, 'metadata', 'labels'));
  const { matchLabels, matchExpressions } = mapOf(selector);
  if (!isMap(selector) || !isMap(template)) return [];
  if (Object.keys(mapOf(matchLabels)).length + listOf(matchExpressions).length === 0) {
    return [
      refused(
        'selector-misses-template',
        ['selector'],
        'An empty selector would own all pods',
        'write "matchLabels"',
      ),
    ];
  }
  return Object.entries(textsOf(matchLabels))
    .filter(
      ([key, value]) =>
        (typeof labels[key] === 'string' || labels[key] === undefined) && labels[key] !== value,
    )
    .map(([key, value]) =>
      refused(
        'selector-misses-template',
        ['selector', 'matchLabels', key],
        `The pods of the template have no label "${key}: ${value}"`,
        'write the same label in the template',
      ),
    );
}

function restarted({ template }: ValueMap): readonly Mistake[] {
  const { restartPolicy, activeDeadlineSeconds } = mapOf(at(template, 'spec'));
  return [
    ...(typeof restartPolicy === 'string' && ['Never', 'OnFailure'].includes(restartPolicy)
      ? [
          refused(
            'restart-policy',
            ['template', 'spec', 'restartPolicy'],
            'Only the pods of a Job may end',
            'set "restartPolicy" to "Always"',
          ),
        ]
      : []),
    ...(isSet(activeDeadlineSeconds)
      ? [
          refused(
            'restart-policy',
            ['template', 'spec', 'activeDeadlineSeconds'],
            'Only the pods of a Job have a deadline',
            'remove it',
          ),
        ]
      : []),
  ];
}

/** A Pod has its spec itself, all others in a template; a StatefulSet makes volumes of claims. */
function mounted(owner: ValueMap): readonly Mistake[] {
  const path = isMap(owner.template) ? ['template', 'spec'] : ['spec'];
  const spec = mapOf(at(owner, ...path));
  const claims = mapsIn(owner.volumeClaimTemplates).map(([, claim]) => textOf(at(claim, 'metadata', 'name')));
  const volumes = new Set([...mapsIn(spec.volumes).map(([, { name }]) => textOf(name)), ...claims]);
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    mapsIn(spec[list]).flatMap(([index, container]) =>
      (['volumeMounts', 'volumeDevices'] as const).flatMap((mounts) =>
        mapsIn(container[mounts])
          .filter(([, { name }]) => isSet(name) && !volumes.has(textOf(name)))
          .map(([place, { name }]) =>
            refused(
              'mount-without-volume',
              [...path, list, index, mounts, place, 'name'],
              `The pod has no volume "${textOf(name) ?? ''}"`,
              'add it under "volumes", or mount one that is there',
            ),
          ),
      ),
    ),
  );
}

function strategy({ strategy: how }: ValueMap): readonly Mistake[] {
  const { type, rollingUpdate } = mapOf(how);
  if (type === 'Recreate' && isSet(rollingUpdate)) {
    return [
      {
        ...refused(
          'exclusive-fields',
          ['strategy', 'rollingUpdate'],
          '"Recreate" rolls nothing',
          'remove "rollingUpdate"',
        ),
        part: 'key',
      },
    ];
  }
  const { maxSurge, maxUnavailable } = mapOf(rollingUpdate);
  return isNone(maxSurge) && isNone(maxUnavailable)
    ? [
        refused(
          'number-range',
          ['strategy', 'rollingUpdate', 'maxUnavailable'],
          'With neither surge nor loss no pod could be replaced',
          'set one of the two above 0',
        ),
      ]
    : [];
}

function isNone(value: unknown): boolean {
  return value === 0 || value === '0%';
}

/** The defaults are 600 and 0 seconds. */
function deadline({ progressDeadlineSeconds: most, minReadySeconds: least }: ValueMap): readonly Mistake[] {
  const [end, ready] = [typeof most === 'number' ? most : 600, typeof least === 'number' ? least : 0];
  return end >= 0 && end <= ready
    ? [
        refused(
          'number-range',
          [isSet(most) ? 'progressDeadlineSeconds' : 'minReadySeconds'],
          'The roll-out is given up before a pod counts as ready',
          'raise "progressDeadlineSeconds" above "minReadySeconds"',
        ),
      ]
    : [];
}
