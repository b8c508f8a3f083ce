import { Size, size } from '../../src/model/size';

// What is written is what the API server gives back, so that Argo CD sees no difference: `resource.Quantity` takes
// 1024Mi for 1Gi, and a plain 1000000000 for 1G.
const CANONICAL = [
  ['0', '0'],
  ['1', '1'],
  ['1023', '1023'],
  ['1024', '1Ki'],
  ['1Ki', '1Ki'],
  ['1024Mi', '1Gi'],
  ['1536Mi', '1536Mi'],
  ['20Gi', '20Gi'],
  ['1000M', '1G'],
  ['1500M', '1500M'],
  ['1024M', '1024M'],
  ['1000000000', '1G'],
  ['1k', '1k'],
  ['1024k', '1024k'],
  ['7Pi', '7Pi'],
  ['9P', '9P'],
] as const;

test.each(CANONICAL)('A size of %s is written as %s', (text, canonical) => {
  expect(size(text).toString()).toBe(canonical);
});

test.each(CANONICAL)('A size of %s has the same bytes when it is read again', (text) => {
  expect(size(size(text).toString()).bytes).toBe(size(text).bytes);
});

const REFUSED = [
  '',
  '5GB',
  '5gi',
  '5 Gi',
  ' 5Gi',
  '5Gi ',
  '-5Gi',
  '+5Gi',
  '1.5Gi',
  '1e9',
  '100m',
  '05Gi',
  'Gi',
  '5Ei',
  '8Pi',
  '9007199254740993',
  '٥Gi',
];

test.each(REFUSED)('A size of "%s" is refused', (text) => {
  expect(() => size(text)).toThrow(
    new RangeError(`Cannot use size "${text}": expected an integer with a unit, such as "20Gi" or "500Mi"`),
  );
});

test('A share is rounded down to a mebibyte', () => {
  expect(size('257Mi').share(50).toString()).toBe('128Mi');
  expect(size('1Mi').share(50).bytes).toBe(0);
});

test('Sizes add up', () => {
  expect(Size.mebibytes(512).plus(size('512Mi')).toString()).toBe('1Gi');
});
