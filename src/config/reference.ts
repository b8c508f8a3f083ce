import { stringify } from 'yaml';
import { BUCKET_NAME } from '../model/bucket-name';
import { CACHE_PATH } from '../model/cache-path';
import { GITLAB_URL } from '../model/gitlab-url';
import { DNS_LABEL, DNS_SUBDOMAIN } from '../model/kubernetes-name';
import { referenceOf } from '../model/image';
import { RUNNER_PRESETS, SERVER_PRESETS, type ServerPreset } from '../model/presets';
import { SIZE } from '../model/size';
import { formatFaults, pathText } from './fault';
import { branchesOf, type JsonSchema } from './json-schema';
import { LATER } from './later';
import { parseConfiguration } from './parse';

/** The parts of `docs/configuration.md` that are not written by hand, by the name of their marks. */
export function reference(schema: JsonSchema): ReadonlyMap<string, string> {
  const sections = Object.entries(schema.properties ?? {}).map(
    ([key, section]) => [key, sectionText(section)] as const,
  );
  return new Map([
    ...sections,
    ['faults', faultsText()],
    ['presets', presetsText()],
    ['not built yet', laterText()],
  ]);
}

/** The document with each part between its two marks. Every part has its marks, and every mark its part. */
export function withParts(document: string, parts: ReadonlyMap<string, string>): string {
  const marks = [...document.matchAll(MARKED)].map(([, name]) => name);
  const wrong = [
    ...[...parts.keys()].filter((name) => !marks.includes(name)).map((name) => `"${name}" has no marks`),
    ...marks.filter((name) => !parts.has(String(name))).map((name) => `"${String(name)}" has no text`),
  ];
  if (wrong.length > 0) throw new RangeError(`Cannot fill in the document: ${wrong.join(', ')}`);
  return document.replace(
    MARKED,
    (_, name: string) => `<!-- begin ${name} -->\n\n${parts.get(name) ?? ''}\n<!-- end ${name} -->`,
  );
}

const MARKED = /<!-- begin ([a-zA-Z ]+) -->[^]*?<!-- end \1 -->/g;

function sectionText(section: JsonSchema): string {
  const map = section.items ?? section;
  if (branchesOf(map).length > 1) return kindsTable(map);
  if (map.properties === undefined) return table(KEY_COLUMNS, [rowOf('', section)]);
  return [
    table(KEY_COLUMNS, rowsOf(map, '')),
    ...choicesIn(map, '').map(([path, choice]) => `\`${path}\` by its kind:\n\n${kindsTable(choice)}`),
  ].join('\n');
}

const KEY_COLUMNS = ['Key', 'Value', 'Default', 'Meaning'];

function rowsOf(map: JsonSchema, prefix: string): string[][] {
  return Object.entries(map.properties ?? {}).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    const inner = isChoice(value) ? [] : branchesOf(value).flatMap((branch) => innerRows(branch, path));
    return [rowOf(path, value, map), ...inner];
  });
}

function innerRows({ additionalProperties: named, ...map }: JsonSchema, path: string): string[][] {
  return [...rowsOf(map, `${path}.`), ...(typeof named === 'object' ? rowsOf(named, `${path}.<name>.`) : [])];
}

function rowOf(path: string, schema: JsonSchema, map: JsonSchema = {}): string[] {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const ofMap = (map.default as Record<string, unknown> | undefined)?.[key];
  const required = map.required?.includes(key) === true && ofMap === undefined;
  const fallback = required ? '**required**' : defaultText(schema, ofMap);
  return [path === '' ? '' : code(path), valueText(schema), fallback, schema.description ?? ''];
}

/** Values that are one of several kinds, each with keys of its own. */
function choicesIn(map: JsonSchema, prefix: string): [string, JsonSchema][] {
  return Object.entries(map.properties ?? {}).flatMap(([key, value]): [string, JsonSchema][] => {
    const path = `${prefix}${key}`;
    if (!isChoice(value)) return choicesIn(value, `${path}.`);
    return branchesOf(value).length > 1 ? [[path, value]] : [];
  });
}

function kindsTable(choice: JsonSchema): string {
  const kinds = branchesOf(choice).flatMap((kind) => {
    const isDefault = (choice.default as { kind?: unknown } | undefined)?.kind === kindOf(kind);
    const keys = rowsOf(kind, '').filter(([key]) => key !== code('kind'));
    return [
      [code(`kind: ${kindOf(kind)}`), '', isDefault ? 'this kind' : '', kind.description ?? ''],
      ...keys,
    ];
  });
  return table(KEY_COLUMNS, kinds);
}

/** Told by its kinds alone: several, or one that has no other key yet. */
function isChoice(schema: JsonSchema): boolean {
  const branches = branchesOf(schema).map(({ properties = {} }) => properties);
  return branches.every(
    (keys) => keys.kind?.const !== undefined && (branches.length > 1 || Object.keys(keys).length === 1),
  );
}

function kindOf(schema: JsonSchema): string {
  return String(schema.properties?.kind?.const);
}

function valueText(schema: JsonSchema): string {
  const { items, type, minimum, maximum } = schema;
  const { pattern = '' } = schema as { pattern?: string };
  const branches = branchesOf(schema);
  if (isChoice(schema)) return branches.map((kind) => code(`kind: ${kindOf(kind)}`)).join(' or ');
  if (branches.length > 1) return branches.map(valueText).join(' or ');
  const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (words.length > 0) return words.map((word) => code(yaml(word))).join(' or ');
  if (minimum !== undefined) return `integer ${minimum}-${String(maximum)}`;
  if (items !== undefined) return items.type === undefined ? 'empty list' : `list of ${valueText(items)}`;
  return PATTERN_WORDS.get(pattern) ?? TYPE_WORDS[type ?? ''] ?? 'text';
}

const TYPE_WORDS: Readonly<Record<string, string>> = { boolean: '`true` or `false`', object: 'map' };

const PATTERN_WORDS: ReadonlyMap<string, string> = new Map([
  [BUCKET_NAME.source, 'bucket name'],
  [CACHE_PATH.source, 'path'],
  [DNS_LABEL.source, 'name'],
  [DNS_SUBDOMAIN.source, 'name'],
  [GITLAB_URL.source, 'URL'],
  [SIZE.source, 'size'],
]);

/** Nothing for a map whose keys have defaults of their own. */
function defaultText(schema: JsonSchema, ofMap: unknown): string {
  const preset = branchesOf(schema).find(({ properties }) => properties?.preset !== undefined);
  const fallback = ofMap ?? schema.default ?? preset?.properties?.preset?.default;
  const isMap = schema.properties !== undefined && !isChoice(schema);
  return fallback === undefined || isMap ? '' : code(yaml(fallback));
}

function yaml(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', singleQuote: true }).trim();
}

/** A broken file and what is said of it, word for word. */
function faultsText(): string {
  const { faults, warnings } = parseConfiguration(BROKEN_FILE);
  const said = formatFaults('runner-cache.yaml', [...faults, ...warnings]);
  return `\`\`\`yaml\n${BROKEN_FILE}\`\`\`\n\n\`\`\`text\n${said}\`\`\`\n`;
}

const BROKEN_FILE = `gitlab:
  url: https://gitlab.example.com
cache:
  bucket: My_Cache
store:
  storge: { kind: volume, size: 50Gi }
`;

function presetsText(): string {
  const rows = [...presetRows('MinIO', SERVER_PRESETS), ...presetRows('Runner', RUNNER_PRESETS)];
  return table(['For', 'Preset', 'Image', 'Note'], rows);
}

function presetRows(part: string, presets: Readonly<Record<string, Partial<ServerPreset>>>): string[][] {
  return Object.entries(presets).map(([name, { image, tools, warning }]) => [
    part,
    code(name),
    image === undefined ? 'what you name' : code(referenceOf(image)),
    warning ?? (tools === false ? 'the Jobs run from `silo`' : ''),
  ]);
}

function laterText(): string {
  return table(
    ['Key', 'Value', 'Until then'],
    LATER.map(({ path, values, instead }) => [
      code(pathText(path).replaceAll('.*', '[]')),
      values.length === 0 ? 'any other' : values.map(code).join(', '),
      instead === '' ? 'leave it out' : code(instead),
    ]),
  );
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`).join('');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}
