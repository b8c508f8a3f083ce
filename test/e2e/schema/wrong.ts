import { KUBERNETES_APIS } from '../../../src/facts/kubernetes';
import { STRINGS, NUMBERS, OF_FIELD, type Json } from './values';
import { TEMPLATE_SAMPLES, type Sample } from './right';

type Path = readonly (string | number)[];

/** Every template, damaged at every place in every way. Whether that is refused, the API server says. */
export function damagedSamples(): readonly Sample[] {
  return TEMPLATE_SAMPLES.flatMap(({ name, object }) => {
    const whole = object as Json;
    const places = Array.from(placesIn(whole, [])).filter(
      ({ path }) => !JUDGED_LATER.test(`${name}: ${path.join('.')}`),
    );
    return places.flatMap(({ path, value }) =>
      damagesOf(path, value).map(([how, damaged]) => ({
        name: `${name}: ${path.join('.')} ${how}`,
        object: replaced(whole, path, damaged) as object,
      })),
    );
  });
}

/** The pods and claims of a StatefulSet are refused when they are to be made; the label belongs to an admission plugin. */
const JUDGED_LATER =
  /^StatefulSet .*: spec\.(?:template\.spec|volumeClaimTemplates\.)|metadata\.labels\.pod-security/;

/** A pod is damaged as a Pod: below the others' templates it is the same again. */
function* placesIn(value: Json, path: Path): Generator<{ readonly path: Path; readonly value: Json }> {
  if (path.length > 0) yield { path, value };
  if (path.at(-1) === 'spec' && path.at(-2) === 'template') return;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* placesIn(item as Json, [...path, index]);
  else if (isMap(value))
    for (const [key, inside] of Object.entries(value)) yield* placesIn(inside, [...path, key]);
}

/** A name and nothing else, of each kind that the oldest and the newest release have. */
export function bareSamples(): readonly Sample[] {
  const [old, now] = [KUBERNETES_APIS['1.27'], KUBERNETES_APIS['1.37']].map(({ definitions }) =>
    Object.values(definitions).flatMap((definition) => definition['x-kubernetes-group-version-kind'] ?? []),
  );
  return (old ?? [])
    .filter((one) => now?.some((other) => JSON.stringify(one) === JSON.stringify(other)))
    .map(({ group, version, kind }) => ({ apiVersion: group === '' ? version : `${group}/${version}`, kind }))
    .flatMap((type) => [
      { name: `bare ${type.kind}`, object: { ...type, metadata: { name: 'rc-schema-bare' } } },
      {
        name: `bare ${type.kind} with spec`,
        object: { ...type, metadata: { name: 'rc-schema-bare' }, spec: {} },
      },
    ]);
}

const GONE = Symbol('gone');
type Damage = readonly [how: string, value: Json | typeof GONE];

function damagesOf(path: Path, value: Json): readonly Damage[] {
  const key = path.at(-1);
  const always: readonly Damage[] = typeof key === 'number' ? [] : [['is gone', GONE]];
  const values = typeof value === 'string' ? STRINGS : NUMBERS;
  if (typeof value === 'string' || typeof value === 'number') {
    const all = [...values, ...(OF_FIELD[String(key)] ?? [])];
    return [...always, ...all.map((text): Damage => [`is ${JSON.stringify(text)}`, text])];
  }
  if (typeof value === 'boolean') return [...always, ['is "yes"', 'yes']];
  if (Array.isArray(value)) {
    const first = value[0] as Json;
    return [
      ...always,
      ['is a map', {}],
      ['is empty', []],
      ['has its first entry twice', [...(value as Json[]), first]],
    ];
  }
  return [
    ...always,
    ['is a list', []],
    ['is empty', {}],
    ['has one more field', { ...(value as object), unknwon: 'x' }],
    ['has a key that is none', { ...(value as object), 'a b/': 'x' }],
  ];
}

function isMap(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function replaced(whole: Json, [step, ...rest]: Path, value: Json | typeof GONE): Json {
  if (step === undefined) return value === GONE ? null : value;
  if (Array.isArray(whole)) {
    return whole.map((item, index): Json =>
      index === step ? replaced(item as Json, rest, value) : (item as Json),
    );
  }
  return Object.fromEntries(
    Object.entries(whole as object as Readonly<Record<string, Json>>).flatMap(([key, inside]) => {
      if (key !== step) return [[key, inside]];
      return rest.length === 0 && value === GONE ? [] : [[key, replaced(inside, rest, value)]];
    }),
  );
}
