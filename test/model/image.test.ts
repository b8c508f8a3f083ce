import { isDeleted, isUpstreamServer } from '../../src/model/deleted-images';
import { imageReference, mirrored, referenceOf, repositoryOf } from '../../src/model/image';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const MIRRORED = [
  ['alpine:3.21', 'm.example.com/library/alpine:3.21'],
  ['gitlab/gitlab-runner:v19.4.0', 'm.example.com/gitlab/gitlab-runner:v19.4.0'],
  ['docker.io/pgsty/silo:v1', 'm.example.com/pgsty/silo:v1'],
  ['localhost/silo:v1', 'm.example.com/silo:v1'],
  ['registry:5000/silo:v1', 'm.example.com/silo:v1'],
  [`quay.io/minio/mc@${DIGEST}`, `m.example.com/minio/mc@${DIGEST}`],
  [`alpine:3.21@${DIGEST}`, `m.example.com/library/alpine:3.21@${DIGEST}`],
  ['m.example.com/silo:v1', 'm.example.com/silo:v1'],
] as const;

test.each(MIRRORED)('A mirror serves %s as %s', (image, copy) => {
  expect(mirrored(imageReference(image), 'm.example.com')).toBe(copy);
});

test('An image that lies in the mirror stays there', () => {
  const image = imageReference('m.example.com/copies/silo:v1');
  expect(mirrored(image, 'm.example.com/copies')).toBe(image);
  expect(mirrored(image, 'm.example.com/cop')).toBe('m.example.com/cop/copies/silo:v1');
});

test('Without a mirror, an image stays as it is', () => {
  expect(mirrored(imageReference('alpine:3.21'), '')).toBe('alpine:3.21');
});

const REFUSED = [
  '',
  'alpine',
  'alpine:latest',
  'alpine:',
  ':3.21',
  'Alpine:3',
  'al pine:3',
  'alpine:3.21@sha256:abc',
  `alpine@${DIGEST}@${DIGEST}`,
  'https://alpine:3',
  'a//b:1',
  '/a:1',
  'a/:1',
  'alpine:3.21\n',
];

test.each(REFUSED)('Image %j is refused', (text) => {
  expect(() => imageReference(text)).toThrow(/^Cannot use image ".*": expected .*such as "alpine:3\.21"$/s);
});

test('A digest stands behind the tag', () => {
  expect(referenceOf({ repository: 'r.io/a', tag: 'v1', digest: DIGEST })).toBe(`r.io/a:v1@${DIGEST}`);
  expect(referenceOf({ repository: 'r.io/a', tag: 'v1' })).toBe('r.io/a:v1');
});

const REPOSITORIES = [
  ['alpine:3.21', 'docker.io/library/alpine', false],
  ['minio/minio:v1', 'docker.io/minio/minio', true],
  ['docker.io/minio/minio:v1', 'docker.io/minio/minio', true],
  ['index.docker.io/minio/mc:v1', 'docker.io/minio/mc', true],
  ['registry-1.docker.io/minio/console:v1', 'docker.io/minio/console', true],
  [`minio/mc@${DIGEST}`, 'docker.io/minio/mc', true],
  ['quay.io/minio/minio:v1', 'quay.io/minio/minio', false],
  ['mirror.example.com/minio/minio:v1', 'mirror.example.com/minio/minio', false],
  ['minio/operator:v1', 'docker.io/minio/operator', false],
  ['registry:5000/a:v1', 'registry:5000/a', false],
] as const;

test.each(REPOSITORIES)('Image %s lies in %s; deleted there: %s', (image, repository, deleted) => {
  expect(repositoryOf(imageReference(image))).toBe(repository);
  expect(isDeleted(imageReference(image))).toBe(deleted);
});

test('A copy of the upstream server is known by the end of its name', () => {
  const upstream = ['minio/minio', 'quay.io/minio/minio', 'r.example.com/copies/minio/minio'];
  expect(upstream.filter(isUpstreamServer)).toEqual(upstream);
  const others = ['pgsty/minio', 'minio', 'quay.io/minio/mc', 'r.io/notminio/minio', 'r.io/minio/minio-fork'];
  expect(others.filter(isUpstreamServer)).toEqual([]);
});
