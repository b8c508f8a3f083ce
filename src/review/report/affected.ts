import { objectName, type Identity } from '../../manifests/identity';
import type { Entry } from './report';

/** `Deployment/minio/minio`, and in which clusters: `Deployment/minio/minio in dev, prod`; `Secret/minio/a → b` of a rename. */
export function subjectOf({ objects, folders, verdicts: [verdict, ...others] }: Entry): string {
  const isRename = verdict?.change.is === 'renamed' && others.length === 0;
  const names = isRename
    ? `${objectName(verdict.change.base.identity)} → ${verdict.change.head.name}`
    : namesOf(objects);
  return `${names}${foldersText(folders)}`;
}

/** ` in dev, stage, prod`; empty where one tree is for one cluster. */
export function foldersText(folders: readonly string[]): string {
  const more = folders.length - MOST_NAMED;
  if (folders.length === 0) return '';
  return ` in ${folders.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** `spec.replicas: 1 → 3`, where nothing is `absent`; empty for an object as a whole. */
export function fieldText(
  { field, before, after, isAlike }: Entry,
  show: { readonly field: (text: string) => string; readonly value: (text: string) => string },
): string {
  if (field === '') return '';
  const [old, now] = [before, after].map((text) => (text === undefined ? 'absent' : show.value(text)));
  const values = before === undefined && after === undefined ? '' : `: ${String(old)} → ${String(now)}`;
  return `${show.field(field)}${values}${isAlike ? ALIKE : ''}`;
}

const ALIKE = ', and alike in the others';

/** `Deployment/minio/minio, Job/minio/bucket-init and 3 more`; empty for nobody. */
export function namesOf(objects: readonly Identity[], most = MOST_NAMED): string {
  const names = objects.slice(0, most).map(objectName);
  const more = objects.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** `affects Deployment/minio/minio`; empty where nobody else has part in it. */
export function affectedText(objects: readonly Identity[]): string {
  return objects.length === 0 ? '' : `affects ${namesOf(objects)}`;
}

const MOST_NAMED = 3;
