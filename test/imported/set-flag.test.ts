import { setFlag } from '../../src/imported/set-flag';

function read(text: string): unknown {
  const source = setFlag(text);
  return 'leaves' in source
    ? source.leaves.map(({ told, value }) => [told, value])
    : source.map(({ message }) => message);
}

/** Compared with what `helm template --set` of Helm 3.18 makes of each. */
test.each([
  [
    'a=b,c.d=e',
    [
      ['a', 'b'],
      ['c.d', 'e'],
    ],
  ],
  ['a\\,b=c', [['a,b', 'c']]],
  [
    'a=b\\,c,d=e',
    [
      ['a', 'b,c'],
      ['d', 'e'],
    ],
  ],
  ['a.b\\.c=d', [['a.b.c', 'd']]],
  [
    'a[0]=x,a[1].y=z',
    [
      ['a[0]', 'x'],
      ['a[1].y', 'z'],
    ],
  ],
  [
    'a={x,y}',
    [
      ['a[0]', 'x'],
      ['a[1]', 'y'],
    ],
  ],
  [
    'a.b={x\\,y,z}',
    [
      ['a.b[0]', 'x,y'],
      ['a.b[1]', 'z'],
    ],
  ],
  ['a={}', [['a', []]]],
  [
    'a=1,b=01,c=true,d=null,e=1.5',
    [
      ['a', 1],
      ['b', '01'],
      ['c', true],
      ['d', null],
      ['e', '1.5'],
    ],
  ],
  ['a=', [['a', '']]],
  ['a=x=y', [['a', 'x=y']]],
  [
    'a=b{c,d=e',
    [
      ['a', 'b{c'],
      ['d', 'e'],
    ],
  ],
  ['a[0][1]=x', [['a[0][1]', 'x']]],
] as const)('%s is read as Helm reads it', (text, values) => {
  expect(read(text)).toEqual(values);
});

test.each([
  ['secretKey', 'Cannot read this: expected NAME=VALUE with commas between, such as "a.b=c,d=e"'],
  ['=secretKey', 'Cannot read this: expected NAME=VALUE with commas between, such as "a.b=c,d=e"'],
  ['a=b,secretKey', 'Cannot read this: expected NAME=VALUE with commas between, such as "a.b=c,d=e"'],
  ['a={secretKey', 'Cannot read a list: expected "}" at its end, as in "a={x,y}", and quotes of the shell'],
  [
    'a[secretKey]=b',
    'Cannot read a name: expected keys with dots between, and "[0]" for the place in a list',
  ],
  ['__proto__.x=y', 'Cannot read a name: expected keys with dots between, and "[0]" for the place in a list'],
])('%s is refused, and no part of it told', (text, message) => {
  expect(read(text)).toEqual([message]);
});
