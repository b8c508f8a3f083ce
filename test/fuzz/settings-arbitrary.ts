import fc, { type Arbitrary } from 'fast-check';
import { flags } from '../../src/facts/feature-flags.json';
import { tables } from '../../src/facts/runner-settings.json';
import { OWNED } from '../../src/model/rules/settings-owned';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = tables;

/** Any character but half of one, which is no text. */
const characters = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));

/** Text of any kind: words, all of Unicode, and what hurts YAML, TOML or a shell. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9 ./_-]{0,20}$/) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: characters },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['', ' ', '\t', 'a\nb\n', '\r\n', '---', '- a', ': ', '# a', '"', "'", '\\', '"""', "'''"],
      ...[
        '\u0000',
        '\u007f',
        '\u0085',
        '\u2028',
        '\ufeff',
        '\ud800',
        '\udc00a',
        '\u202e',
        'é',
        'e\u0301',
        '😀',
      ],
      ...[
        'null',
        'true',
        '1e3',
        '0x10',
        '1_000',
        '${HOME}',
        '$(id)',
        '{{ a }}',
        '<<',
        '__proto__',
        '=',
        '@',
        '%',
      ],
    ),
  },
);

const key = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z][a-z0-9./_-]{0,15}$/) },
  { weight: 1, arbitrary: anyText.filter((text) => text !== '__proto__' && text !== '<<') },
  { weight: 1, arbitrary: fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'valueOf') },
);
const quantity = fc.stringMatching(/^(?:0|[1-9][0-9]{0,3})(?:\.5)?(?:m|k|M|G|Ki|Mi|Gi)?$/);

const TYPES: Readonly<Record<string, Arbitrary<unknown>>> = {
  string: anyText,
  integer: fc.oneof(fc.nat(100), fc.maxSafeInteger()),
  float: fc.double(),
  boolean: fc.boolean(),
  strings: fc.array(anyText, { maxLength: 3 }),
  integers: fc.array(fc.maxSafeInteger(), { maxLength: 3 }),
  'string-or-strings': fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })),
  duration: fc.stringMatching(/^(?:[1-9][0-9]{0,2}(?:ms|s|m|h)){1,2}$/),
  map: fc.dictionary(key, anyText, { maxKeys: 4, noNullPrototype: true }),
  booleans: fc.dictionary(key, fc.boolean(), { maxKeys: 4, noNullPrototype: true }),
  any: fc.oneof(
    anyText,
    fc.integer(),
    fc.double(),
    fc.array(fc.nat(), { maxLength: 3 }),
    fc.dictionary(key, fc.oneof(fc.nat(), anyText), { maxKeys: 3, noNullPrototype: true }),
    fc.constantFrom(null, [null], [1, 'a'], [[1], { a: 1 }], { a: { b: null } }, 1e20, [[]]),
  ),
};

const volumeName = fc.stringMatching(/^[a-z][a-z0-9-]{10,20}[a-z0-9]$/);

/** What is narrower than its type, by table and key. */
const NARROW: Readonly<Record<string, Arbitrary<unknown>>> = {
  'runners.environment': fc.array(
    fc.oneof(
      fc
        .tuple(fc.stringMatching(/^[A-Z][A-Z0-9_]{3,12}$/), anyText)
        .map(([name, value]) => `X${name}=${value}`),
      fc.constantFrom(
        'CACHE_COMPRESSION_FORMAT=zip',
        'CACHE_COMPRESSION_FORMAT=zipzstd',
        'CACHE_COMPRESSION_LEVEL=slow',
      ),
      fc.constantFrom(
        'FF_TIMESTAMPS=0',
        'FF_USE_FASTZIP=true',
        'CACHE_CONCURRENCY=4',
        'DOCKER_HOST=tcp://a:1',
      ),
    ),
    { maxLength: 4 },
  ),
  'runners.feature_flags': fc.dictionary(
    fc.constantFrom(...Object.keys(flags).filter((flag) => !/LEGACY_S3|HASH_CACHE_KEYS|PARALLEL/.test(flag))),
    fc.boolean(),
    { maxKeys: 4, noNullPrototype: true },
  ),
  'kubernetes.helper_memory_limit': fc.constantFrom('256Mi', '1Gi', '1000M', ''),
  'kubernetes.helper_memory_request': fc.constantFrom('0', '64Mi', '128Mi', '200M'),
  'kubernetes.cap_add': fc.subarray(['CHOWN', 'KILL', 'NET_BIND_SERVICE']),
};

/** Settings of `[[runners]]`, from the runner's own list; a few keys of each table that is met. */
export const settings = tableOf('runners', '');

function tableOf(table: string, path: string): Arbitrary<unknown> {
  const known = TABLES[table] ?? {};
  const free = Object.keys(known).filter((name) => !Object.hasOwn(OWNED, `${path}.${name}`));
  return fc
    .subarray(free, { maxLength: Math.min(4, free.length) })
    .chain((names) =>
      fc.record(
        Object.fromEntries(names.map((name) => [name, valueOf(table, name, known[name] ?? '', path)])),
        { noNullPrototype: true },
      ),
    );
}

function valueOf(table: string, name: string, type: string, above: string): Arbitrary<unknown> {
  const [word = '', inner = ''] = type.split(':');
  const narrow = NARROW[`${table}.${name}`];
  if (narrow !== undefined) return narrow;
  if (name === 'name' && table.startsWith('kubernetes.volumes.')) return volumeName;
  if (table === 'kubernetes' && type === 'string' && /_(?:limit|request|max_allowed)$/.test(name)) {
    return quantity;
  }
  const path = `${above}.${name}`;
  if (word === 'table') return tableOf(inner, path);
  if (word === 'tables') return fc.array(itemOf(inner, path), { maxLength: 2 });
  const made = TYPES[word];
  if (made === undefined) throw new Error(`Cannot make settings of type "${type}"`);
  return made;
}

/** A volume without a name is refused, as the API server would. */
function itemOf(table: string, path: string): Arbitrary<unknown> {
  const items = tableOf(table, path);
  if (!table.startsWith('kubernetes.volumes.')) return items;
  return fc.tuple(items, volumeName).map(([item, name]) => ({ ...(item as object), name }));
}
