import { objectName, type Identity } from '../manifests/identity';
import { escapedXml } from '../text/xml';
import { EDGE_KINDS, type Edge, type Graph, type Node } from './graph';
import { layoutOf, type Layout } from './layout/layout';
import { spaceTitle, wordsOf } from './layout/sizes';
import { legendOf } from './legend';
import { arrow, whole } from './line';
import { STYLE } from './svg-style';

/** A picture that needs nothing else: for a README, and inside of a page. */
export function graphAsSvg(graph: Graph): string {
  const layout = layoutOf(graph);
  const legend = legendOf(graph, layout);
  const all = Math.max(layout.width, legend.width);
  const [width, height, least] = [all, layout.height + legend.height, all * LEAST].map(whole);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rc-graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${least}px" role="img" aria-label="${TITLE}">`,
    `<title>${TITLE}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...(graph.nodes.length === 0 ? [NOTHING] : []),
    ...spaces(layout),
    ...edges(graph, layout),
    ...nodes(layout),
    ...labels(layout),
    ...legend.lines,
    '</svg>',
    '',
  ].join('\n');
}

const TITLE = 'Who talks to whom, and who has which Secret';

/** How much a page may scale it down. A narrower page scrolls: smaller letters cannot be read. */
const LEAST = 0.85;

const NOTHING = '<text x="10" y="15">Neither pods nor Services nor Secrets</text>';

function spaces(layout: Layout): readonly string[] {
  return layout.spaces.map(
    ({ name, box: { x, y, width, height } }) =>
      `<g><title>${escapedXml(name)}</title>` +
      `<rect class="space" x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" rx="8"/>` +
      `<text class="name" x="${whole(x + 14)}" y="${whole(y + 21)}">${escapedXml(spaceTitle(name))}</text></g>`,
  );
}

function nodes(layout: Layout): readonly string[] {
  return layout.nodes.map(({ node, box: { x, y, width, height } }) => {
    const { kind, mark } = node;
    const { title, subtitle } = wordsOf(node);
    const round = kind === 'service' || kind === 'outside' ? Math.min(height / 2, 24) : 5;
    const [middle, base] = [whole(x + width / 2), y + height / 2];
    return [
      `<g class="${[kind, mark ?? ''].join(' ').trim()}">`,
      `<title>${escapedXml(tipOf(node))}</title>`,
      `<rect class="box" x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" rx="${whole(round)}"/>`,
      `<text class="title" text-anchor="middle" x="${middle}" y="${whole(base - 3)}">${escapedXml(title)}</text>`,
      `<text class="dim" text-anchor="middle" x="${middle}" y="${whole(base + 14)}">${marked(subtitle, mark)}</text>`,
      '</g>',
    ].join('');
  });
}

function marked(subtitle: string, mark: string | undefined): string {
  if (mark === undefined) return escapedXml(subtitle);
  return `${escapedXml(subtitle.slice(0, -mark.length))}<tspan class="mark">${mark}</tspan>`;
}

/** What a person sees who points at it. */
function tipOf({ title, objects }: Node): string {
  const names = objects.slice(0, MOST_NAMED).map((object: Identity) => objectName(object));
  const more = objects.length - names.length;
  return [...(names.length === 0 ? [title] : names), ...(more > 0 ? [`and ${String(more)} more`] : [])].join(
    '\n',
  );
}

const MOST_NAMED = 12;

function edges(graph: Graph, layout: Layout): readonly string[] {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const tip = ({ from, to, kind, text, mark }: Edge): string =>
    [
      `${titles.get(from) ?? from} ${EDGE_KINDS[kind]} ${titles.get(to) ?? to}`,
      ...(text === '' ? [] : [text]),
      ...(mark === undefined ? [] : [mark]),
    ].join(', ');
  return layout.edges.map(
    ({ edge, points }) =>
      `<g class="edge ${[edge.kind, edge.mark ?? ''].join(' ').trim()}"><title>${escapedXml(tip(edge))}</title>${arrow(points)}</g>`,
  );
}

function labels({ labels: all, spaces: frames }: Layout): readonly string[] {
  return all.map(({ text, box: { x, y, width, height } }) => {
    const isWithin = frames.some(({ box }) => box.y < y && y < box.y + box.height);
    return (
      `<rect class="halo${isWithin ? ' within' : ''}" x="${whole(x)}" y="${whole(y)}" width="${whole(width)}" height="${whole(height)}" rx="4"/>` +
      `<text class="dim" text-anchor="middle" x="${whole(x + width / 2)}" y="${whole(y + 13.5)}">${escapedXml(text)}</text>`
    );
  });
}
