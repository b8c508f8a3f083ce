import { judgeAndAccept } from '../../../src/checks/accepted';
import { CHECKS } from '../../../src/checks/catalog';
import { NEWEST } from '../../../src/api/release';
import { System } from '../../../src/system/system';
import { manifestsOf } from '../../../src/manifests/manifests';

const CHECK = 'not-in-these-files';

/** An ExternalSecret that reads a store which is in no file. */
function reads(name: string, isAccepted: boolean): string {
  const annotations = isAccepted ? `, annotations: { accept.runner-cache/${CHECK}: it is ours }` : '';
  return `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ${name}, namespace: minio${annotations} }
spec: { secretStoreRef: { kind: ClusterSecretStore, name: vault }, target: { template: { metadata: {} } } }
`;
}

/** Objects in which something is told of what is named, or of what accepts it. */
function told(...documents: readonly string[]): readonly string[] {
  const tree = manifestsOf([{ path: 'a.yaml', text: documents.join('---\n') }]);
  const checks = CHECKS.filter(({ id }) => id === CHECK);
  return judgeAndAccept(new System(tree, NEWEST), checks, new Set([CHECK])).findings.map(
    ({ check, object }) => `${check} ${object?.name ?? ''}`,
  );
}

test('What several name and no file has is told once, at the first', () => {
  expect(told(reads('a', false), reads('b', false))).toEqual([`${CHECK} a`]);
});

test('Each that accepts it accepts it for itself: no exception is left over', () => {
  expect(told(reads('a', true), reads('b', true))).toEqual([]);
});

test('Who accepts it does not accept it for the others', () => {
  expect(told(reads('a', true), reads('b', false), reads('c', false))).toEqual([`${CHECK} b`]);
});
