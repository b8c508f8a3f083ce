import type { Stranger } from '../../manifests/manifests';
import { isMap } from '../../manifests/value';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { isOfAnotherTool } from './tree';

const ARGO = 'argo-cd, reposerver/repository/repository.go';

/** Documents that are no objects of Kubernetes. */
export const OBJECT_CHECKS: readonly Check[] = [
  {
    id: 'not-an-object',
    severity: 'error',
    rule: 'Each document of a folder of manifests has "apiVersion" and "kind"',
    why: 'Argo CD passes over a file without a kind in silence, with all that follows in it, or stops the whole Application at it. kubectl apply -f refuses it.',
    source: ARGO,
    find: (system) =>
      strangers(system, false).map(({ document }) => ({
        spot: { file: document.file, place: document.placeOf([], 'value') },
        message: 'This document is no object of Kubernetes, so Argo CD passes over its file or stops at it',
        remedy: 'add "apiVersion" and "kind", or move the file out of the folder',
      })),
  },
  {
    id: 'json-not-one-object',
    severity: 'error',
    rule: 'Each JSON file holds one object',
    why: 'Argo CD reads exactly one object from a JSON file. At a list, or at any other JSON, it stops the whole Application.',
    source: ARGO,
    find: (system) =>
      strangers(system, true).map(({ document }) => ({
        spot: { file: document.file, place: document.placeOf([], 'value') },
        message: 'This JSON is not one object of Kubernetes, so Argo CD stops the whole Application',
        remedy: 'write one object a file, or a "kind: List"; move other JSON out of the folder',
      })),
  },
  {
    id: 'list-item-no-object',
    severity: 'error',
    rule: 'Each item of a List is an object with "apiVersion" and "kind"',
    why: 'kubectl and Argo CD apply the items one by one, and stop at what is no object.',
    source: 'k8s.io/apimachinery, pkg/apis/meta/v1/unstructured/helpers.go, decodeToList',
    find: ({ tree }) =>
      tree.strangers
        .filter(({ path }) => path.length > 0)
        .map(({ document, path }) => ({
          spot: { file: document.file, place: document.placeOf(path, 'value') },
          message: 'This item of a List is no object of Kubernetes, so the List cannot be applied',
          remedy: 'add "apiVersion" and "kind", or remove the item',
        })),
  },
  {
    id: 'sops-encrypted',
    severity: 'error',
    rule: 'No manifest is encrypted with SOPS',
    why: 'Neither kubectl nor Argo CD without a plugin decrypts it: the API server refuses "sops", or a Secret holds the ciphertext.',
    source: 'https://github.com/getsops/sops; argo-cd, docs/operator-manual/secret-management.md',
    find: ({ manifests }) =>
      manifests
        .filter((manifest) => isMap(manifest.at('sops')) && manifest.kind !== 'SopsSecret')
        .map((manifest) => ({
          spot: { manifest, path: ['sops'], part: 'key' },
          message: 'This is encrypted with SOPS, and nothing decrypts a plain manifest',
          remedy: 'decrypt it in a plugin such as ksops, or use an ExternalSecret or a SealedSecret',
        })),
  },
];

function strangers({ tree }: System, isJson: boolean): readonly Stranger[] {
  return tree.strangers.filter(
    ({ document: { file }, path }) =>
      path.length === 0 && file.path.endsWith('.json') === isJson && !isOfAnotherTool(file.path),
  );
}
