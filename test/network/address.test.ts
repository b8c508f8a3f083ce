import { rangeOf, within } from '../../src/network/address';

test.each([
  ['10.0.0.0/8', 32, 0x0a000000n, 0x0affffffn],
  ['10.1.2.3/8', 32, 0x0a000000n, 0x0affffffn],
  ['0.0.0.0/0', 32, 0n, 0xffffffffn],
  ['169.254.169.254/32', 32, 0xa9fea9fen, 0xa9fea9fen],
  ['::/0', 128, 0n, (1n << 128n) - 1n],
  ['fe80::1:2/112', 128, (0xfe80n << 112n) + 0x10000n, (0xfe80n << 112n) + 0x1ffffn],
  ['1:2:3:4:5:6:7:8/128', 128, 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
] as const)('%s', (cidr, bits, first, last) => {
  expect(rangeOf(cidr)).toEqual({ bits, first, last });
});

test.each([
  '10.0.0.0',
  '10.0.0/8',
  '10.0.0.256/8',
  '10.0.0.0/33',
  '::/129',
  ':::/8',
  '1:2:3::4::5/8',
  'x/8',
  '12345::/16',
  '',
])('"%s" is no range', (cidr) => {
  expect(rangeOf(cidr)).toBeUndefined();
});

test('what is left of a range is what no exception takes', () => {
  const all = rangeOf('10.0.0.0/30')!;
  const holes = ['10.0.0.1/32', '10.0.0.3/32'].map((hole) => rangeOf(hole)!);
  expect(within(all, rangeOf('0.0.0.0/0')!, holes).map(({ first }) => first & 3n)).toEqual([0n, 2n]);
  expect(within(all, rangeOf('10.0.0.0/30')!, [all])).toEqual([]);
  expect(within(all, rangeOf('10.1.0.0/16')!, [])).toEqual([]);
  expect(within(all, rangeOf('::/0')!, [])).toEqual([]);
});
