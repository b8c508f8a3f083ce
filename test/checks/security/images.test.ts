import { told } from './told';

const DIGEST = `sha256:${'0f'.repeat(32)}`;
const pod = (image: unknown, more: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'ci' },
  spec: { automountServiceAccountToken: false, containers: [{ name: 'a', image, ...more }] },
});

test.each([
  'alpine:3.22',
  `alpine@${DIGEST}`,
  `alpine:latest@${DIGEST}`,
  'registry.example.com:5000/alpine:3.22',
  '${IMAGE}',
  '{{ image }}',
  'alpine:$TAG',
  `$IMAGE@${DIGEST}`,
  'alpine@sha256:TODO',
  '',
  undefined,
])('Nothing is told of image %j', (image) => {
  expect(told(pod(image))).toEqual([]);
});

test.each(['alpine', 'alpine:latest', 'registry.example.com:5000/alpine', 'ghcr.io/a/b:latest'])(
  'Image "%s" may be another one tomorrow',
  (image) => {
    expect(told(pod(image))).toEqual(['image-latest spec.containers[0].image']);
  },
);

test.each([
  ['Never', ['image-never-pulled spec.containers[0].imagePullPolicy']],
  ['IfNotPresent', []],
  ['Always', []],
])('Pull policy %s', (imagePullPolicy, expected) => {
  expect(told(pod('alpine:3.22', { imagePullPolicy }))).toEqual(expected);
});
