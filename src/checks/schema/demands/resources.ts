import { isMap, listOf, mapOf, type Path, type Value, type ValueMap } from '../../../manifests/value';
import { QUALIFIED_NAME } from '../forms';
import { valueFault } from '../leaf';
import { shownValue, type Mistake } from '../mistake';
import { quantity } from '../../../api/quantity';
import { refused, refusedForm, type Demands } from './demand';

/**
 * What containers ask for. (kubernetes, pkg/apis/core/validation, validateResourceRequirements) Until 1.27 claims have a field
 * of the same definition, and ask for storage there.
 */
export const RESOURCE_DEMANDS: Demands = {
  'core.v1.Container': [ownRequirements],
  'core.v1.EphemeralContainer': [ownRequirements],
  'core.v1.PodSpec': [ownRequirements],
  'core.v1.LimitRangeItem': [limitRange, limitType],
  'core.v1.LimitRangeSpec': [limitTypes],
  'core.v1.ResourceQuotaSpec': [quota],
};

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];

function ownRequirements({ resources }: ValueMap): readonly Mistake[] {
  return requirements(mapOf(resources)).map((mistake) => ({
    ...mistake,
    path: ['resources', ...mistake.path],
  }));
}

function requirements({ limits, requests }: ValueMap): readonly Mistake[] {
  return [
    ...amounts(limits, ['limits']),
    ...amounts(requests, ['requests']),
    ...Object.entries(mapOf(requests)).flatMap(([name, request]) =>
      aboveLimit(name, request, mapOf(limits)[name]),
    ),
  ];
}

function aboveLimit(name: string, request: Value, limit: Value | undefined): readonly Mistake[] {
  const [asked, most] = [quantity(request), quantity(limit)];
  if (asked === undefined) return [];
  const whole = isExtended(name) || name.startsWith('hugepages-');
  if (most === undefined) {
    return whole && limit === undefined
      ? [
          refused(
            'request-above-limit',
            ['requests', name],
            `"${name}" cannot be shared, so it needs a limit`,
            'write the same under "limits"',
          ),
        ]
      : [];
  }
  const wrong = whole ? asked !== most : asked > most;
  return wrong && limit !== undefined
    ? [
        refused(
          'request-above-limit',
          ['requests', name],
          `The request of ${shownValue(request)} is ${asked > most ? 'above' : 'below'} the limit of ${shownValue(limit)}`,
          'write at most the limit',
        ),
      ]
    : [];
}

/** A claim asks for "storage", which is no resource of a container. */
function amounts(value: Value | undefined, path: Path): readonly Mistake[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, amount]): readonly Mistake[] => {
    const known = STANDARD.includes(name) || name.startsWith('hugepages-') || name.includes('/');
    if (!known) return [{ ...valueFault(name, STANDARD), path: [...path, name], part: 'key' }];
    if (!QUALIFIED_NAME.accepts(name))
      return [refusedForm('value-form', [...path, name], name, QUALIFIED_NAME, 'key')];
    return amountFaults(name, amount, [...path, name]);
  });
}

export function amountFaults(name: string, amount: Value, path: Path): readonly Mistake[] {
  const number = quantity(amount);
  if (number === undefined) return [];
  if (number < 0)
    return [refused('number-range', path, `${shownValue(amount)} is less than nothing`, 'write 0 or more')];
  if (Number.isInteger(number) || name.endsWith('cpu')) return [];
  if (isExtended(name))
    return [refused('number-range', path, `"${name}" cannot be divided`, 'write a whole number')];
  return BYTES.test(name) ? [fractionalBytes(amount, path)] : [];
}

const BYTES = /(?:^|\.)(?:memory|storage|ephemeral-storage)$/;

function fractionalBytes(amount: Value, path: Path): Mistake {
  const text = typeof amount === 'string' ? amount : '';
  return {
    check: 'fractional-bytes',
    path,
    message: `${shownValue(amount)} is a part of a byte: "m" means thousandths, and a container with so little memory cannot start`,
    remedy: /^\d+m$/.test(text) ? `write "${text.slice(0, -1)}Mi"` : 'write whole bytes, such as "128Mi"',
  };
}

function isExtended(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

function limitRange(item: ValueMap): readonly Mistake[] {
  const order = [
    ['min', 'max'],
    ['min', 'default'],
    ['min', 'defaultRequest'],
    ['defaultRequest', 'default'],
    ['default', 'max'],
    ['defaultRequest', 'max'],
  ] as const;
  const type = item.type;
  const defaults =
    type === 'Pod' ? (['default', 'defaultRequest'] as const).filter((field) => isMap(item[field])) : [];
  return [
    ...defaults.map((field): Mistake => ({
      ...refused('exclusive-fields', [field], 'Defaults are for containers, not for pods', 'remove it'),
      part: 'key',
    })),
    ...order.flatMap(([low, high]) =>
      Object.entries(mapOf(item[low])).flatMap(([name, amount]) => {
        const [least, most] = [quantity(amount), quantity(mapOf(item[high])[name])];
        return least !== undefined && most !== undefined && least > most
          ? [
              refused(
                'request-above-limit',
                [low, name],
                `"${low}" is above "${high}"`,
                `write at most "${high}"`,
              ),
            ]
          : [];
      }),
    ),
  ];
}

const LIMIT_TYPES = ['Container', 'Pod', 'PersistentVolumeClaim'];

function limitType({ type }: ValueMap): readonly Mistake[] {
  const wrong = typeof type === 'string' && type !== '' && !LIMIT_TYPES.includes(type);
  return wrong && !(type.includes('/') && QUALIFIED_NAME.accepts(type))
    ? [{ ...valueFault(type, LIMIT_TYPES), path: ['type'] }]
    : [];
}

function limitTypes({ limits }: ValueMap): readonly Mistake[] {
  const types = listOf(limits).map((limit) => mapOf(limit).type);
  return types.flatMap((type, index) =>
    typeof type === 'string' && types.indexOf(type) < index
      ? [
          refused(
            'duplicate-entry',
            ['limits', index, 'type'],
            `"${type}" is limited twice`,
            'make one entry of the two',
          ),
        ]
      : [],
  );
}

function quota({ hard }: ValueMap): readonly Mistake[] {
  return Object.entries(mapOf(hard)).flatMap(([name, amount]): readonly Mistake[] => {
    const number = quantity(amount);
    const path = ['hard', name];
    if (!QUALIFIED_NAME.accepts(name)) return [refusedForm('value-form', path, name, QUALIFIED_NAME, 'key')];
    if (!name.includes('/') && !name.includes('.') && !QUOTAS.has(name) && !name.startsWith('hugepages-')) {
      return [{ ...valueFault(name, Array.from(QUOTAS)), path, part: 'key' }];
    }
    const counted = COUNTED.test(name) && number !== undefined && !Number.isInteger(number);
    if (counted)
      return [refused('number-range', path, `"${name}" is counted in whole objects`, 'write a whole number')];
    return amountFaults(name, amount, path);
  });
}

const COUNTED =
  /^(?:pods|services.*|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|count\/.*)$/;
const QUOTAS: ReadonlySet<string> = new Set([
  ...STANDARD,
  'pods',
  'services',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'storage',
]);
