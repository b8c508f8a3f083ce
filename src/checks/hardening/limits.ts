import { quoted } from '../../text/shown';
import { isMap, listOf, mapOf } from '../../manifests/value';
import type { Check } from '../check';
import { each } from './row';

/** What a namespace may use in all, and what it gives to whom says nothing. */
export const LIMITS: readonly Check[] = [
  each(['/ResourceQuota'], {
    id: 'quota-fields',
    severity: 'note',
    rule: 'A ResourceQuota counts CPU and memory',
    why: 'What it does not count is without bounds.',
    source: 'Trivy KSV-0040',
    breaks: (quota) => {
      const hard = mapOf(quota.at('spec', 'hard'));
      // One for storage or for a number of objects is about something else.
      if (!Object.keys(hard).some((key) => /(^|\.)(cpu|memory)$/.test(key))) return undefined;
      const missing = QUOTA.filter(
        (key) => hard[key] === undefined && hard[key.replace('requests.', '')] === undefined,
      );
      return missing.length === 0
        ? undefined
        : {
            field: ['spec', 'hard'],
            message: `This quota does not count ${quoted(missing)}`,
            remedy: `add ${quoted(missing)}`,
          };
    },
  }),
  each(['/LimitRange'], {
    id: 'limit-range-fields',
    severity: 'note',
    rule: 'A LimitRange for containers gives defaults and bounds',
    why: 'What says nothing gets what is here; where nothing is here, a quota refuses the pod.',
    source: 'Trivy KSV-0039',
    breaks: (range) => {
      for (const [index, item] of listOf(range.at('spec', 'limits')).entries()) {
        const limit = mapOf(item);
        const missing = BOUNDS.filter((key) => !isMap(limit[key]));
        if (limit.type !== 'Container' || missing.length === 0) continue;
        return {
          field: ['spec', 'limits', index],
          message: `This range says no ${quoted(missing)} for containers`,
          remedy: `add ${quoted(missing)}`,
        };
      }
      return undefined;
    },
  }),
];

const QUOTA = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const BOUNDS = ['default', 'defaultRequest', 'max', 'min'];
