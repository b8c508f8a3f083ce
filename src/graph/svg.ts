import { objectName, type Identity } from '../manifests/identity';
import { escapedXml } from '../text/xml';
import { EDGE_KINDS, type EdgeKind, type Graph } from './graph';
import { arrow, whole } from './line';
import { layoutOf, textWidth, type Layout } from './layout';
import { STYLE } from './svg-style';

/** A picture that needs nothing else: for a README, and inside of a page. */
export function graphAsSvg(graph: Graph): string {
  const layout = layoutOf(graph);
  const kinds = (Object.keys(EDGE_KINDS) as EdgeKind[]).filter((kind) =>
    graph.edges.some((edge) => edge.kind === kind),
  );
  const legend = legendOf(kinds, layout.height);
  const [width, height] = [Math.max(layout.width, legend.width), layout.height + legend.height];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rc-graph" viewBox="0 0 ${whole(width)} ${whole(height)}" width="${whole(width)}" height="${whole(height)}" role="img" aria-label="${TITLE}">`,
    `<title>${TITLE}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${whole(width)}" height="${whole(height)}"/>`,
    ...(graph.nodes.length === 0 ? [NOTHING] : []),
    ...spaces(layout),
    ...edges(layout),
    ...nodes(layout),
    ...labels(layout),
    ...names(layout),
    ...legend.lines,
    '</svg>',
    '',
  ].join('\n');
}

const TITLE = 'Who talks to whom, and who has which Secret';

const NOTHING = '<text x="10" y="15">Neither pods nor Services nor Secrets</text>';

function spaces(layout: Layout): readonly string[] {
  return layout.spaces.map(
    ({ box: { x, y, width, height } }) =>
      `<rect class="space" x="${whole(x)}" y="${whole(y - 4)}" width="${whole(width)}" height="${whole(height + 4)}" rx="8"/>`,
  );
}

/** Above the lines, which may come by. */
function names(layout: Layout): readonly string[] {
  return layout.spaces.map(
    ({ name, box: { x, y } }) =>
      `<text class="name" x="${whole(x + 12)}" y="${whole(y + 14)}">${escapedXml(name)}</text>`,
  );
}

function nodes(layout: Layout): readonly string[] {
  return layout.nodes.map(
    ({ node: { kind, title, subtitle, mark, objects }, box: { x, y, width, height } }) => {
      const tip = tipOf(objects);
      const round = kind === 'service' || kind === 'outside' ? height / 2 : 5;
      return [
        `<g class="${[kind, mark ?? ''].join(' ').trim()}">`,
        tip === '' ? '' : `<title>${escapedXml(tip)}</title>`,
        `<rect class="box" x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" rx="${whole(round)}"/>`,
        `<text class="title" text-anchor="middle" x="${whole(x + width / 2)}" y="${whole(y + 21)}">${escapedXml(title)}</text>`,
        `<text class="dim" text-anchor="middle" x="${whole(x + width / 2)}" y="${whole(y + 38)}">${escapedXml(subtitle)}</text>`,
        mark === undefined
          ? ''
          : `<text class="mark" text-anchor="end" x="${whole(x + width)}" y="${whole(y + height + 13)}">${mark}</text>`,
        '</g>',
      ].join('');
    },
  );
}

/** What a person sees who points at it. */
function tipOf(objects: readonly Identity[]): string {
  const names = objects.slice(0, MOST_NAMED).map(objectName);
  const more = objects.length - names.length;
  return [...names, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('\n');
}

const MOST_NAMED = 12;

function edges(layout: Layout): readonly string[] {
  return layout.edges.map(({ edge: { kind, mark }, points }) => {
    const says = `${EDGE_KINDS[kind]}${mark === undefined ? '' : `, ${mark}`}`;
    return `<g class="edge ${[kind, mark ?? ''].join(' ').trim()}"><title>${says}</title>${arrow(points)}</g>`;
  });
}

function labels(layout: Layout): readonly string[] {
  return layout.edges
    .filter(({ edge }) => edge.text !== '')
    .map(({ edge: { text }, label: { x, y } }) => {
      const width = textWidth(text);
      return (
        `<rect class="halo" x="${whole(x - width / 2)}" y="${whole(y - 9)}" width="${whole(width)}" height="18" rx="4"/>` +
        `<text class="dim" text-anchor="middle" x="${whole(x)}" y="${whole(y + 4)}">${escapedXml(text)}</text>`
      );
    });
}

function legendOf(
  kinds: readonly EdgeKind[],
  top: number,
): { lines: string[]; width: number; height: number } {
  if (kinds.length === 0) return { lines: [], width: 0, height: 0 };
  let x = 20;
  const lines = kinds.map((kind) => {
    const start = x;
    x += 44 + textWidth(EDGE_KINDS[kind]) + 12;
    const line = arrow([
      { x: start, y: top + 12 },
      { x: start + 36, y: top + 12 },
    ]);
    return (
      `<g class="edge ${kind}">${line}</g>` +
      `<text class="dim" x="${whole(start + 44)}" y="${whole(top + 16)}">${EDGE_KINDS[kind]}</text>`
    );
  });
  return { lines, width: x, height: 34 };
}
