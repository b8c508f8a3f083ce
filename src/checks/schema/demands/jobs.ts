import { mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { scheduleFault } from '../schedule';
import type { Mistake } from '../mistake';
import { isSet, refused, type Demands } from './demand';

/** Jobs. (kubernetes, pkg/apis/batch/validation/validation.go) */
export const JOB_DEMANDS: Demands = {
  'batch.v1.JobSpec': [restartPolicy, indexed, ownSelector],
  'batch.v1.CronJobSpec': [schedule, timeZone],
};

function restartPolicy(spec: ValueMap): readonly Mistake[] {
  const pod = mapOf(mapOf(spec.template).spec);
  const policy = textOf(pod.restartPolicy) ?? '';
  if (!isSet(spec.template) || !isSet(mapOf(spec.template).spec)) return [];
  if (policy !== 'Always' && isSet(policy)) {
    return isSet(spec.podFailurePolicy) && policy !== 'Never'
      ? [wrongPolicy('A Job with "podFailurePolicy" restarts no container', 'Never')]
      : [];
  }
  return [
    wrongPolicy(
      isSet(policy)
        ? 'A Job ends, so its pods cannot restart for ever'
        : '"restartPolicy" is missing, and "Always" would be none for a Job',
      'Never" or "OnFailure',
      isSet(policy),
    ),
  ];
}

function wrongPolicy(what: string, wanted: string, written = true): Mistake {
  const path = ['template', 'spec', ...(written ? ['restartPolicy'] : [])];
  return refused('restart-policy', path, what, `set "restartPolicy" to "${wanted}"`);
}

function indexed(spec: ValueMap): readonly Mistake[] {
  if (spec.completionMode === 'Indexed') {
    return isSet(spec.completions)
      ? []
      : [refused('missing-field', [], 'An indexed Job counts its pods', 'write "completions"')];
  }
  return ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']
    .filter((field) => isSet(spec[field]))
    .map((field) => ({
      ...refused(
        'exclusive-fields',
        [field],
        `"${field}" is for indexed Jobs`,
        'set "completionMode" to "Indexed", or remove it',
      ),
      part: 'key' as const,
    }));
}

function ownSelector(spec: ValueMap): readonly Mistake[] {
  return isSet(spec.selector) && spec.manualSelector !== true
    ? [
        {
          ...refused(
            'selector-of-job',
            ['selector'],
            'A Job chooses its selector itself',
            'remove "selector"',
          ),
          part: 'key' as const,
        },
      ]
    : [];
}

function schedule(spec: ValueMap): readonly Mistake[] {
  const text = textOf(spec.schedule) ?? '';
  if (text === '') return [];
  if (text.includes('TZ=')) {
    return [
      refused('cron-schedule', ['schedule'], 'A schedule says no time zone', 'write "timeZone" beside it'),
    ];
  }
  const reason = scheduleFault(text);
  return reason === undefined
    ? []
    : [
        refused(
          'cron-schedule',
          ['schedule'],
          `"${text}" is no schedule, ${reason}`,
          'write five fields such as "0 3 * * *"',
        ),
      ];
}

function timeZone({ timeZone: zone }: ValueMap): readonly Mistake[] {
  return typeof zone === 'string' && !isTimeZone(zone)
    ? [
        refused(
          'cron-schedule',
          ['timeZone'],
          `"${zone}" is no time zone`,
          'write a name such as "Europe/Berlin"',
        ),
      ]
    : [];
}

function isTimeZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
