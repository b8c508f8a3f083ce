import { smallWidth } from '../../src/graph/layout/measure';
import { arrow } from '../../src/graph/line';
import { graphAsSvg } from '../../src/graph/svg';
import { changeOf, exampleGraphs } from './layout/graphs';

const PICTURES = [
  ...exampleGraphs(),
  [
    'a change of runners',
    changeOf(['web', 'web-protected', 'data'], ['web', 'web-guarded', 'mobile']),
  ] as const,
];

test.each(PICTURES)(
  'the picture of %s is as large as all that is drawn in it, its legend too',
  (_, graph) => {
    const svg = graphAsSvg(graph);
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
    const texts = [...svg.matchAll(/<text class="dim" x="([\d.]+)" y="([\d.]+)">([^<]*)</g)].map(
      ([, x, y, text = '']) => [Number(x) + smallWidth(text), Number(y)] as const,
    );
    const boxes = [
      ...svg.matchAll(
        /<rect class="(?!page)[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      ),
    ]
      .map((found) => found.slice(1).map(Number))
      .map(([x = 0, y = 0, across = 0, down = 0]) => [x + across, y + down] as const);
    const spots = [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    expect([texts.length, boxes.length, spots.length].every((count) => count > 4)).toBe(true);
    expect([...texts, ...boxes, ...spots].filter(([x, y]) => x > width || y > height)).toEqual([]);
  },
);

test.each([
  ['to the right', { x: 0, y: 0 }, 'rotate(0)'],
  ['to the left', { x: 90, y: 0 }, 'rotate(180)'],
  ['down', { x: 50, y: -40 }, 'rotate(90)'],
  ['up', { x: 50, y: 40 }, 'rotate(-90)'],
])('the head of a line that goes %s looks there', (_, before, turn) => {
  expect(arrow([before, { x: 50, y: 0 }])).toContain(turn);
});

test('lines that come together are drawn from where they end, so that their dashes fall on each other', () => {
  const end = [
    { x: 50, y: 0 },
    { x: 90, y: 0 },
  ];
  const drawn = [arrow([{ x: 50, y: 90 }, ...end]), arrow([{ x: 50, y: 60 }, ...end])];
  for (const path of drawn) expect(path).toMatch(/^<path d="M90 0L56 0Q50 0 50 6L/);
});
