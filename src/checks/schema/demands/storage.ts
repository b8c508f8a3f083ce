import { listOf, mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { DNS_SUBDOMAIN, QUALIFIED_NAME } from '../forms';
import type { Mistake } from '../mistake';
import { quantity } from '../../../api/quantity';
import { formed, isSet, refused, refusedForm, type Demands } from './demand';
import { amountFaults } from './resources';

/** Claims and what is mounted. (kubernetes, pkg/apis/core/validation, ValidatePersistentVolumeClaimSpec) */
export const STORAGE_DEMANDS: Demands = {
  'core.v1.PersistentVolumeClaimSpec': [
    accessModes,
    storage,
    formed('storageClassName', 'part-name', DNS_SUBDOMAIN),
  ],
  'storage.v1.StorageClass': [provisioner],
  'core.v1.EmptyDirVolumeSource': [sizeLimit],
  'core.v1.HostPathVolumeSource': [backsteps],
  'core.v1.KeyToPath': [relativePath],
  'core.v1.SecretVolumeSource': [named('secretName'), mode('defaultMode')],
  'core.v1.ConfigMapVolumeSource': [mode('defaultMode'), named('name')],
};

/** It is read in lower case. */
function provisioner({ provisioner: name }: ValueMap): readonly Mistake[] {
  return typeof name === 'string' && name !== '' && !QUALIFIED_NAME.accepts(name.toLowerCase())
    ? [refusedForm('part-name', ['provisioner'], name, QUALIFIED_NAME)]
    : [];
}

function accessModes({ accessModes: modes }: ValueMap): readonly Mistake[] {
  const list = listOf(modes);
  if (list.length === 0)
    return [refused('missing-field', [], 'A claim says how it is mounted', 'write "accessModes"')];
  return list.includes('ReadWriteOncePod') && list.some((other) => other !== 'ReadWriteOncePod')
    ? [
        refused(
          'exclusive-fields',
          ['accessModes'],
          '"ReadWriteOncePod" stands alone',
          'remove the other modes',
        ),
      ]
    : [];
}

function storage({ resources }: ValueMap): readonly Mistake[] {
  const amount = mapOf(mapOf(resources).requests).storage;
  if (amount === undefined || amount === null) {
    return [
      refused('missing-field', [], 'A claim says how much it wants', 'write "resources.requests.storage"'),
    ];
  }
  const path = ['resources', 'requests', 'storage'];
  const size = quantity(amount);
  return size !== undefined && size <= 0
    ? [refused('number-range', path, 'A claim of nothing', 'write a size such as "10Gi"')]
    : amountFaults('storage', amount, path);
}

function sizeLimit({ sizeLimit: amount }: ValueMap): readonly Mistake[] {
  return amount === undefined || amount === null ? [] : amountFaults('storage', amount, ['sizeLimit']);
}

function backsteps({ path }: ValueMap): readonly Mistake[] {
  return (textOf(path) ?? '').split('/').includes('..')
    ? [refused('value-form', ['path'], 'The path goes back by ".."', 'write the path itself')]
    : [];
}

function relativePath({ path }: ValueMap): readonly Mistake[] {
  const text = textOf(path) ?? '';
  return text.startsWith('/') || text.split('/')[0] === '..' || text.split('/').includes('..')
    ? [refused('value-form', ['path'], `"${text}" leaves the volume`, 'write a path below the volume')]
    : [];
}

function named(field: string) {
  return (source: ValueMap): readonly Mistake[] =>
    isSet(source[field])
      ? []
      : [refused('missing-field', [], `"${field}" is missing here`, `write "${field}"`)];
}

function mode(field: string) {
  return (source: ValueMap): readonly Mistake[] => {
    const value = source[field];
    return typeof value === 'number' && (value < 0 || value > 0o777)
      ? [refused('number-range', [field], `"${String(value)}" is no file mode`, 'write one such as 0644')]
      : [];
  };
}
