import { objectName, type Identity } from '../../manifests/identity';

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
