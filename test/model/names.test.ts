import { bucketName } from '../../src/model/bucket-name';
import { cachePath } from '../../src/model/cache-path';
import { gitlabUrl, portOf } from '../../src/model/gitlab-url';
import { dnsLabel, dnsSubdomain, secretKey } from '../../src/model/kubernetes-name';
import { runnerName } from '../../src/model/runner-name';

interface Name {
  readonly what: string;
  readonly make: (text: string) => string;
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const A63 = 'a'.repeat(63);

const NAMES: readonly Name[] = [
  {
    what: 'bucket',
    make: bucketName,
    accepted: ['abc', 'a-b', '1a2', A63],
    refused: ['', 'ab', `${A63}a`, 'Abc', 'a.b', 'a_b', '-ab', 'ab-', 'a b', 'abc\n', 'äbc'],
  },
  {
    what: 'cache path',
    make: cachePath,
    accepted: ['a', 'cache', 'cache/v2', 'A_b-c.d/1', 'a/b/c'],
    refused: [
      '',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      'a/../b',
      'a/.b',
      'a*',
      'a?b',
      '${aws:username}',
      'a b',
      'a\n',
      'a'.repeat(513),
    ],
  },
  {
    what: 'label',
    make: dnsLabel,
    accepted: ['a', '1', 'a-1', A63],
    refused: ['', `${A63}a`, 'A', 'a.b', 'a_b', '-a', 'a-', 'a\n'],
  },
  {
    what: 'subdomain',
    make: dnsSubdomain,
    accepted: ['a', 'a.b', 'cluster.local', 'a'.repeat(253)],
    refused: ['', 'a..b', '.a', 'a.', 'A', 'a_b', 'a-.b', 'a'.repeat(254), 'a\n'],
  },
  {
    what: 'key of a Secret',
    make: secretKey,
    accepted: ['token', 'a.b-c_D', '.a', '_'],
    refused: ['', 'a/b', 'a b', 'a\n', '.', '..', '..a', '__proto__', 'a'.repeat(254)],
  },
  {
    what: 'runner',
    make: runnerName,
    accepted: ['main', 'a'.repeat(40)],
    refused: ['', 'Main', 'a.b', 'a'.repeat(41), A63],
  },
];

describe.each(NAMES)('A name of a $what', ({ make, accepted, refused }) => {
  test.each(accepted)('can be %j', (text) => {
    expect(make(text)).toBe(text);
  });

  test.each(refused)('cannot be %j', (text) => {
    expect(() => make(text)).toThrow(RangeError);
    expect(() => make(text)).toThrow(/^Cannot use .*: expected .*[^.]$/s);
  });
});

const ADDRESSES = [
  ['https://gitlab.example.com', 'https://gitlab.example.com', 443],
  ['https://gitlab.example.com/', 'https://gitlab.example.com', 443],
  ['http://gitlab', 'http://gitlab', 80],
  ['https://gitlab.example.com:8443/git//', 'https://gitlab.example.com:8443/git', 8443],
  ['http://10.0.0.5:80', 'http://10.0.0.5:80', 80],
  ['https://GitLab.example.com', 'https://GitLab.example.com', 443],
  ['https://gitlab.com', 'https://gitlab.com', 443],
] as const;

test.each(ADDRESSES)('GitLab at %s is called %s, port %d', (text, url, port) => {
  expect(gitlabUrl(text)).toBe(url);
  expect(portOf(gitlabUrl(text))).toBe(port);
});

const NO_ADDRESSES = [
  '',
  'gitlab.example.com',
  '//gitlab',
  'ftp://gitlab',
  'https://',
  'https://-a',
  'https://a..b',
  'https://a_b',
  'https://a b',
  'https://a?b',
  'https://a#b',
  'https://a/$b',
  'https://[::1]',
  'https://a:0',
  'https://a:65536',
  'https://a/\n',
  'https://me:pw@a',
  'https://a/api/v4',
  'https://a/g/p/-/settings',
  'https://a/g/p.git',
  'https://gitlab.com/g',
];

test.each(NO_ADDRESSES)('GitLab cannot be at %j', (text) => {
  expect(() => gitlabUrl(text)).toThrow(/^Cannot use (?:a )?GitLab address/);
});
