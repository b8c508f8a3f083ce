import { at, listOf, textOf, type Value } from '../../../manifests/value';
import type { Risk } from '../risk';
import { claimSizeOf } from '../claim-size';
import { isMadeAnew, rowOf } from './fixed';

const VALIDATION = 'kubernetes, pkg/apis/core/validation/validation.go';
const RENAME = 'give it a new name, let all that name it follow, and remove the old one later';
const SOURCES = ['hostPath', 'local', 'nfs', 'csi', 'iscsi', 'fc', 'rbd', 'cephfs', 'awsElasticBlockStore'];

/** What keeps data, settings and keys, and what the API server keeps of it. */
export const KEPT: readonly Risk[] = [
  rowOf({
    id: 'claim-immutable',
    change: 'a claim changes in more than its size',
    source: `${VALIDATION} (ValidatePersistentVolumeClaimUpdate)`,
    types: ['/PersistentVolumeClaim'],
    fields: ['spec'],
    free: ['spec.resources.requests', 'spec.volumeAttributesClassName'],
    defaults: { 'spec.volumeMode': 'Filesystem' },
    message: 'of a claim nothing but its size can be changed',
    instead: 'make a second claim, copy the data with a Job, then let the workload name the second one',
  }),
  {
    id: 'claim-shrunk',
    class: 'APPLY-REJECTED',
    change: 'a claim asks for less than before',
    why: 'A volume grows and never shrinks: the API server refuses the claim, and the sync fails.',
    source:
      'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
    *judge(change) {
      const size = claimSizeOf(change);
      if (size === undefined || size.grows) return;
      yield {
        about: [size.field],
        message: 'a claim cannot shrink',
        instead: 'make a second, smaller claim, copy the data with a Job, then let the workload name it',
      };
    },
  },
  {
    id: 'claim-growth-refused',
    class: 'APPLY-REJECTED',
    change: 'a claim grows whose StorageClass lets none grow',
    why: 'The API server lets a claim grow only where its class says allowVolumeExpansion.',
    source:
      'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
    *judge(change, world) {
      const size = claimSizeOf(change);
      if (size?.grows !== true) return;
      const name = textOf(change.base?.at('spec', 'storageClassName')) ?? '';
      const storage = world.head.tryFind('storage.k8s.io', 'StorageClass', '', name);
      if (storage === undefined || storage.at('allowVolumeExpansion') === true) return;
      yield {
        about: [size.field],
        message: 'the StorageClass of this claim lets no volume grow',
        instead: 'set allowVolumeExpansion: true in the StorageClass, if its driver can do it',
        affected: [storage.identity],
      };
    },
  },
  rowOf({
    id: 'secret-type-immutable',
    change: 'a Secret gets another type',
    source: `${VALIDATION} (ValidateSecretUpdate)`,
    types: ['/Secret'],
    fields: ['type'],
    defaults: { type: 'Opaque' },
    message: 'the type of a Secret cannot be changed',
    instead: RENAME,
  }),
  rowOf({
    id: 'data-immutable',
    change: 'a ConfigMap or Secret with `immutable: true` changes its data, or stops to be immutable',
    source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
    types: ['/ConfigMap', '/Secret'],
    fields: ['data', 'binaryData', 'immutable'],
    when: (base) => base.at('immutable') === true,
    message: 'it was made immutable',
    instead: 'give it a new name with each content, and let the pods name the new one',
  }),
  rowOf({
    id: 'storage-class-immutable',
    change: 'a StorageClass changes in what its volumes are made of',
    source: 'kubernetes, pkg/apis/storage/validation/validation.go (ValidateStorageClassUpdate)',
    types: ['storage.k8s.io/StorageClass'],
    fields: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
    defaults: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
    message: 'this field of a StorageClass cannot be changed',
    instead:
      'make a second class under a new name; for volumes that are there patch "persistentVolumeReclaimPolicy" of each PersistentVolume',
  }),
  rowOf({
    id: 'volume-immutable',
    change: 'a PersistentVolume is to lie elsewhere',
    source: `${VALIDATION} (ValidatePersistentVolumeUpdate)`,
    types: ['/PersistentVolume'],
    fields: [...SOURCES.map((name) => `spec.${name}`), 'spec.nodeAffinity', 'spec.volumeMode'],
    defaults: { 'spec.volumeMode': 'Filesystem' },
    when: (base, _, { field }) =>
      field[1] !== 'nodeAffinity' || base.at('spec', 'nodeAffinity') !== undefined,
    message: 'where a PersistentVolume lies cannot be changed',
    instead: 'make a second PersistentVolume, copy the data, then move the claim',
  }),
  rowOf({
    id: 'custom-kind-immutable',
    change: 'a CustomResourceDefinition gets another group, name or scope',
    source: 'kubernetes, apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go',
    types: ['apiextensions.k8s.io/CustomResourceDefinition'],
    fields: ['spec.group', 'spec.names.plural', 'spec.names.kind', 'spec.scope'],
    message: 'what a kind is called, and whether it is of a namespace, cannot be changed',
    instead: 'define a second kind, move the objects, then remove this one',
  }),
  {
    id: 'stored-version-removed',
    class: 'APPLY-REJECTED',
    change: 'a CustomResourceDefinition loses the version that its objects are stored in',
    why: 'The API server refuses a definition that lacks a version of its status.storedVersions.',
    source:
      'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#upgrade-existing-objects-to-a-new-stored-version',
    *judge({ is, base, head }) {
      if (is !== 'changed' || head.kind !== 'CustomResourceDefinition' || isMadeAnew(head)) return;
      const left = listOf(head.at('spec', 'versions')).map((version) => at(version, 'name'));
      const isStored = (version: Value): boolean => at(version, 'storage') === true;
      const stored = listOf(base.at('spec', 'versions')).find(isStored);
      if (stored === undefined || left.includes(at(stored, 'name') ?? null)) return;
      yield {
        message: 'objects are stored in a version that is to go',
        instead:
          'keep the version with served: false, store all objects anew, take it out of status.storedVersions, then remove it',
      };
    },
  },
  rowOf({
    id: 'priority-immutable',
    change: 'a PriorityClass gets another value',
    source: 'kubernetes, pkg/apis/scheduling/validation/validation.go (ValidatePriorityClassUpdate)',
    types: ['scheduling.k8s.io/PriorityClass'],
    fields: ['value', 'preemptionPolicy'],
    defaults: { preemptionPolicy: 'PreemptLowerPriority' },
    message: 'the value of a PriorityClass cannot be changed',
    instead: RENAME,
  }),
];
