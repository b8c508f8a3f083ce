import { shown } from '../text/shown';
import { suggestion } from '../text/closest';
import { pathText, type Path } from '../config/fault';
import { CHARTS } from './charts';
import type { Chart } from './charts/chart';
import { CONFIG_TOML } from './charts/config-toml';
import type { Entry } from './entry';
import { isEmpty, keyOf, type ImportFault, type Leaf, type Source } from './leaf';
import { rowFor, type Context, type Row, type Verdict } from './row';
import { tomlLeaves } from './toml-leaves';
import type { Assigned } from './which-chart';

/** What becomes of each value, in the order of the sources; a later one of the same chart goes over an earlier one. */
export function entriesOf(parts: readonly Assigned[]): {
  entries: readonly Entry[];
  faults: readonly ImportFault[];
} {
  const hasStore = parts.some(({ chart }) => chart.family === 'minio');
  const charts = [...new Set(parts.map(({ chart }) => chart))];
  const read = charts.map((chart) =>
    ofChart(
      chart,
      parts.filter((part) => part.chart === chart).map(({ source }) => source),
      hasStore,
    ),
  );
  return { entries: read.flatMap(({ entries }) => entries), faults: read.flatMap(({ faults }) => faults) };
}

function ofChart(chart: Chart, sources: readonly Source[], hasStore: boolean): ReturnType<typeof entriesOf> {
  const { family } = chart;
  const { kept, overlaid } = laid(sources);
  const leaves = [...kept, ...impliedOf(chart, kept)];
  const context = { get: getter(leaves), hasStore };
  const entries = leaves.flatMap((leaf): Entry[] => {
    if (isToml(chart, leaf)) return [];
    const row = rowFor(chart.rows, leaf.path);
    const verdict = verdictOf(row, leaf, context, chart);
    // Nobody has said it, so nobody needs to hear that it is not carried over.
    if (verdict.kind === 'dropped' && isImplied(leaf)) return [];
    return [{ leaf, family, row: row?.path ?? '', verdict }];
  });
  const tomls = kept.filter((leaf) => isToml(chart, leaf)).map((leaf) => ofToml(leaf, hasStore));
  const lost = overlaid.map((leaf): Entry => ({
    leaf,
    family,
    row: '',
    verdict: { kind: 'dropped', why: 'said anew later' },
  }));
  return {
    entries: [...lost, ...entries, ...tomls.flatMap(({ entries: inside }) => inside)],
    faults: tomls.flatMap(({ faults }) => faults),
  };
}

/** The later source wins, as in Helm; of a file, for a list as a whole. */
function laid(sources: readonly Source[]): { kept: readonly Leaf[]; overlaid: readonly Leaf[] } {
  let kept: readonly Leaf[] = [];
  const overlaid: Leaf[] = [];
  for (const { leaves, isFile } of sources) {
    const paths = new Set(leaves.map(({ path }) => keyOf(isFile ? untilList(path) : path)));
    const isOver = ({ path }: Leaf): boolean => paths.has(keyOf(isFile ? untilList(path) : path));
    overlaid.push(...kept.filter(isOver));
    kept = [...kept.filter((leaf) => !isOver(leaf)), ...leaves];
  }
  return { kept, overlaid };
}

function untilList(path: Path): Path {
  const place = path.findIndex((part) => typeof part === 'number');
  return place === -1 ? path : path.slice(0, place);
}

function impliedOf({ implied, name }: Chart, leaves: readonly Leaf[]): readonly Leaf[] {
  // An empty list is one that somebody has emptied.
  const isSaid = ({ value }: Leaf): boolean => !isEmpty(value) || Array.isArray(value);
  const said = new Set(leaves.filter(isSaid).map(({ path }) => keyOf(untilList(path))));
  return implied
    .filter(([path]) => !said.has(keyOf(untilList(path))))
    .map(([path, value]) => ({
      path,
      value,
      told: pathText(path),
      place: { file: `${DEFAULT_OF}${name}` },
    }));
}

const DEFAULT_OF = 'default of ';

function isImplied({ place }: Leaf): boolean {
  return place.line === undefined && place.file.startsWith(DEFAULT_OF);
}

function getter(leaves: readonly Leaf[]): Context['get'] {
  const values = new Map(leaves.map(({ path, value }) => [keyOf(path), value]));
  return (...path) => values.get(keyOf(path));
}

function isToml({ family }: Chart, { path, value }: Leaf): boolean {
  const [first, second] = path;
  const isThere = first === 'runners' && path.length === 2 && typeof value === 'string' && value !== '';
  return family === 'runner' && isThere && (second === 'config' || second === 'configOverride');
}

function ofToml(leaf: Leaf, hasStore: boolean): ReturnType<typeof entriesOf> {
  const { leaves, faults } = tomlLeaves(leaf);
  const context = { get: getter(leaves), hasStore };
  const entries = leaves.map((inside): Entry => {
    const row = rowFor(CONFIG_TOML, inside.path);
    return {
      leaf: inside,
      family: 'runner',
      row: row?.path ?? '',
      verdict: verdictOf(row, inside, context, undefined),
    };
  });
  return { entries, faults };
}

function verdictOf(
  row: Row | undefined,
  leaf: Leaf,
  context: Context,
  chart: Chart | undefined,
): Entry['verdict'] {
  const rows = chart?.rows ?? CONFIG_TOML;
  if (row === undefined)
    return isEmpty(leaf.value) && isAbove(leaf.path, rows) ? { kind: 'empty' } : unknown(leaf, chart);
  return isEmpty(leaf.value) ? { kind: 'empty' } : row.read(leaf, context);
}

/** A map of known keys, without any of them. */
function isAbove(path: Path, rows: readonly Row[]): boolean {
  return rows.some((row) => row.path.startsWith(`${path.join('.')}.`));
}

/** A typing error, or a key of a sister chart, which this one ignores as well. */
function unknown({ path }: Leaf, chart: Chart | undefined): Verdict {
  const rows = chart?.rows ?? CONFIG_TOML;
  const other = CHARTS.find((one) => one !== chart && rowFor(one.rows, path) !== undefined);
  const name = chart?.name ?? 'the runner';
  if (other !== undefined)
    return { kind: 'dropped', why: `${name} ignores it: it is a key of ${other.name}` };
  const known = rows.map((row) => row.path.replace(/\.\*\*$/, ''));
  const key = pathText(path);
  return { kind: 'dropped', why: `${name} knows no key ${shown(key)}${suggestion(key, known)}` };
}
