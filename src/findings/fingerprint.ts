import { createHash } from 'node:crypto';
import type { Identity } from '../manifests/identity';
import type { Finding } from './finding';

/** What tells a finding from others while lines, lists and messages change around it. */
export interface Subject {
  readonly check: string;
  /** `Deployment.apps/minio/minio`; for what stands in no object, its file. */
  readonly object: string;
  readonly path: string;
}

export function subjectOf({ check, object, field, file }: Finding): Subject {
  return { check, object: object === undefined ? file : qualifiedName(object), path: field };
}

/** One line for each subject, to look it up by. */
export function keyOf({ check, object, path }: Subject): string {
  return JSON.stringify([check, object, path]);
}

/** A fingerprint for each finding; the second finding of one subject has another than the first. */
export function fingerprints(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = keyOf(subjectOf(finding));
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return [finding, fingerprint(before === 0 ? key : `${key} ${String(before)}`)];
    }),
  );
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function qualifiedName({ group, kind, namespace, name }: Identity): string {
  return [group === '' ? kind : `${kind}.${group}`, namespace, name].filter((part) => part !== '').join('/');
}
