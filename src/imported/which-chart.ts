import { quoted } from '../text/shown';
import { CHARTS } from './charts';
import type { Chart } from './charts/chart';
import { isEmpty, type ImportFault, type Leaf, type Source } from './leaf';
import { rowFor } from './row';

/** Values that belong to one chart. */
export interface Assigned {
  readonly chart: Chart;
  readonly source: Source;
}

/**
 * The chart of each source, by its keys. What more than one chart knows, such as `persistence.enabled=false`, belongs to
 * that of the others that is given too, or to the one that is `said`.
 */
export function assigned(
  sources: readonly Source[],
  said: string | undefined,
): { assigned: readonly Assigned[]; faults: readonly ImportFault[] } {
  const parts = sources.flatMap(partsOf).map((source) => ({ source, charts: chartsOf(source) }));
  const sure = new Set(parts.flatMap(({ charts }) => (charts.length === 1 ? charts : [])));
  const found = parts.map(({ source, charts }) => {
    const named = charts.filter(({ name }) => name === said);
    const near = charts.filter((chart) => sure.has(chart));
    const today = charts.filter(({ name }) => name === LIKELIEST);
    const left = [named, near, charts, charts.length === 2 ? today : []].find((some) => some.length === 1);
    const chart = left?.[0];
    return chart === undefined ? faultOf(source, charts) : { chart, source };
  });
  return {
    assigned: found.filter((one) => 'chart' in one),
    faults: found.filter((one) => 'message' in one),
  };
}

/** The old chart ended in 2020, and the keys that both have mean the same. */
const LIKELIEST = 'minio/minio';

/** An umbrella chart has the values of its parts below their names. */
function partsOf(source: Source): readonly Source[] {
  const names = new Set(source.leaves.map(({ path }) => String(path[0])));
  const parts = [...names].filter((name) => /^(?:minio|gitlab-runner)$/.test(name));
  if (parts.length === 0 || parts.length < names.size) return [source];
  return parts.map((name) => ({
    ...source,
    leaves: source.leaves
      .filter(({ path, value }) => path[0] === name && (path.length > 1 || !isEmpty(value)))
      .map((leaf) => ({ ...leaf, path: leaf.path.slice(1) })),
  }));
}

/** The charts that know the most of these keys; none where two of three are strange to all. */
function chartsOf({ leaves }: Source): readonly Chart[] {
  const counts = CHARTS.map((chart) => ({ chart, known: countKnown(chart, leaves) }));
  const most = Math.max(...counts.map(({ known }) => known));
  if (most === 0 || most * 3 < leaves.length) return [];
  return counts.filter(({ known }) => known === most).map(({ chart }) => chart);
}

function countKnown({ rows }: Chart, leaves: readonly Leaf[]): number {
  return leaves.filter(({ path }) => rowFor(rows, path) !== undefined).length;
}

function faultOf({ leaves, name }: Source, charts: readonly Chart[]): ImportFault {
  const [first] = leaves;
  const place = first?.place ?? { file: name };
  const all = CHARTS.map((chart) => chart.name);
  if (charts.length > 0) {
    const names = charts.map((chart) => chart.name);
    return {
      place,
      told: first?.told ?? '',
      message: `Cannot tell the chart of these values: ${quoted(names)} know them alike; say which with \`--chart ${names[0] ?? ''}\``,
    };
  }
  return {
    place,
    told: first?.told ?? '',
    message: `Cannot find the chart of these values: expected those of ${quoted(all)}`,
  };
}
