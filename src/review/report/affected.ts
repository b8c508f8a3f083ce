import { objectName, type Identity } from '../../manifests/identity';
import { firstOf } from '../../text/first-of';
import type { Entry } from './report';

/** `Deployment/minio/minio`, and in which clusters: `Deployment/minio/minio in dev, prod`. */
export function subjectOf({ names, folders }: Entry): string {
  return `${someOf(names)}${foldersText(folders)}`;
}

/** ` in dev, stage, prod`; empty where one tree is for one cluster. */
export function foldersText(folders: readonly string[]): string {
  return folders.length === 0 ? '' : ` in ${someOf(folders)}`;
}

/** `Deployment/minio/minio, Job/minio/bucket-init and 3 more`; empty for nobody. */
export function someOf(names: readonly string[]): string {
  return firstOf(names, MOST_NAMED);
}

/** `affects Deployment/minio/minio`; empty where nobody else has part in it. */
export function affectedText(objects: readonly Identity[]): string {
  return objects.length === 0 ? '' : `affects ${someOf(objects.map(objectName))}`;
}

const MOST_NAMED = 3;
