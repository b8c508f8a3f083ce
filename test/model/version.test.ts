import { isAtLeast, kubernetesVersion, tryVersionIn } from '../../src/model/version';

const TAGS = [
  ['v19.4.0', [19, 4, 0]],
  ['alpine-v19.4.0', [19, 4, 0]],
  ['alpine3.21-v18.11.2', [18, 11, 2]],
  ['19.4.0', [19, 4, 0]],
  ['ubuntu-v19.4.0-pre.1', [19, 4, 0]],
  ['x86_64-v19.10.12', [19, 10, 12]],
  ['alpine-3.21.0-v19.4.0', [19, 4, 0]],
  ['19.4.0-alpine-3.21.0', [19, 4, 0]],
] as const;

test.each(TAGS)(
  'The version in tag %s is its first of three numbers, best behind a v',
  (tag, [major, minor, patch]) => {
    expect(tryVersionIn(tag)).toEqual({ major, minor, patch });
  },
);

test.each(['', 'alpine', 'latest', 'v19.4', 'alpine3.21', '1.2.3.4', 'v1234.1.1', 'bleeding'])(
  'There is no version in tag "%s"',
  (tag) => {
    expect(tryVersionIn(tag)).toBeUndefined();
  },
);

const ORDER = ['17.9.9', '18.11.1', '18.11.2', '18.12.0', '19.0.0', '19.4.0', '19.10.0'];

test('Versions are compared by number, not by letter', () => {
  for (const [index, older] of ORDER.entries()) {
    for (const newer of ORDER.slice(index)) {
      const [one, other] = [tryVersionIn(newer)!, tryVersionIn(older)!];
      expect(isAtLeast(one, older as '1.0.0')).toBe(true);
      expect(isAtLeast(other, newer as '1.0.0')).toBe(newer === older);
    }
  }
});

test.each([
  ['1.27', 27],
  ['1.30', 30],
  ['1.99', 99],
])('Kubernetes %s is taken', (text, minor) => {
  expect(kubernetesVersion(text)).toEqual({ major: 1, minor, patch: 0 });
});

test.each(['', '1', '1.26', '1.3', '1.32.0', 'v1.32', '2.0', '1.032', '1.100'])(
  'Kubernetes "%s" is refused',
  (text) => {
    expect(() => kubernetesVersion(text)).toThrow(`Cannot use Kubernetes version "${text}"`);
  },
);
