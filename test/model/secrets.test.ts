import { accessKey, secretAccessKey, secretValue } from '../../src/model/access-key';
import { dnsSubdomain } from '../../src/model/kubernetes-name';
import { authenticationToken, besideToken } from '../../src/model/runner-token';

interface Secret {
  readonly what: string;
  readonly make: (text: string) => string;
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const SECRETS: readonly Secret[] = [
  {
    what: 'access key',
    make: accessKey,
    accepted: ['abc', 'AKIA123', 'a-b_c.d'],
    refused: [
      '',
      'ab',
      'key=a',
      'key,a',
      'key a',
      ' key',
      'key\n',
      'minioadmin',
      'AKIAIOSFODNN7EXAMPLE',
      'k'.repeat(129),
    ],
  },
  {
    what: 'secret key',
    make: secretAccessKey,
    accepted: ['abcdefgh', 'a+b/c=d!e"f', '$secret$'],
    refused: [
      '',
      'abcdefg',
      'abc defgh',
      'abcdefgh\n',
      '\tabcdefgh',
      'abcdefgh\u0000',
      'minioadmin',
      'minio123',
      'pässwörter',
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ],
  },
  {
    what: 'token',
    make: authenticationToken,
    accepted: ['glrt-AbC_d-1', 'glrtr-abc', 'xyzXYZ123456_-abcdef', 'acme-glrt-1'],
    refused: [
      '',
      'glrt-a b',
      'glrt-a\n',
      ' glrt-a',
      'glrt-$A',
      'GR1348941abc',
      'glpat-abc',
      'gldt-abc',
      'glptt-abc',
      'glcbt-abc',
    ],
  },
  {
    what: 'secret of any kind',
    make: secretValue,
    accepted: ['a', 'a b', 'a\nb'],
    refused: ['', ' a', 'a ', 'a\n', 'a\r', '\u0000a', 'a\u0085', '\ufeffa'],
  },
];

describe.each(SECRETS)('A $what', ({ make, accepted, refused }) => {
  test.each(accepted)('can be %j', (text) => {
    expect(make(text)).toBe(text);
  });

  test.each(refused)('cannot be %j, and is not told', (text) => {
    const message = messageOf(() => make(text));
    expect(message).toMatch(/^Cannot use .*: expected .*/s);
    if (text.trim().length > 6) expect(message).not.toContain(text.trim());
  });
});

test('A word that stands where a token should is not taken for one', () => {
  expect(authenticationToken('glrt-abc')).toBe('glrt-abc');
  for (const word of ['x', 'true', 'glrt-ab']) {
    expect(messageOf(() => authenticationToken(word))).toContain('8 signs at least');
  }
});

test('A token in the place of a name is not told', () => {
  const name = besideToken(dnsSubdomain);
  expect(name('gitlab-runner-token')).toBe('gitlab-runner-token');
  for (const token of ['glrt-abc', 'glrt-t3_ABC', 'GR1348941abc']) {
    expect(messageOf(() => name(token))).not.toContain(token);
  }
});

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
  }
  throw new Error('Expected a RangeError');
}
