import { STYLE } from '../../src/graph/svg-style';

const [light = '', dark = ''] = STYLE.split('@media');
const SCHEMES = [
  ['light', new Map(coloursIn(light))],
  ['dark', new Map([...coloursIn(light), ...coloursIn(dark)])],
] as const;

function coloursIn(style: string): readonly (readonly [string, string])[] {
  return [...style.matchAll(/--([\w-]+): (#[\da-f]{3,6})/g)].map(([, name = '', colour = '']) => [
    name,
    colour,
  ]);
}

/** As WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TEXTS = ['ink', 'dim', 'added', 'bad', 'changed'];
const LINES = ['talks', 'line', 'secret', 'bad', 'added', 'changed'];

test.each(SCHEMES)('on a %s page texts and lines stand out from what is behind them', (_, colours) => {
  const pairs = [
    ...TEXTS.flatMap((text) =>
      ['page', 'space', 'box', 'secret-box'].map((back) => [text, back, 4.5] as const),
    ),
    ...LINES.flatMap((line) => ['page', 'space', 'box'].map((back) => [line, back, 3] as const)),
  ];
  const faint = pairs.filter(
    ([front, back, least]) => contrast(colours.get(front)!, colours.get(back)!) < least,
  );
  expect(faint).toEqual([]);
});
