import { judge } from '../../../src/checks/judge';
import { NEWEST, type Release } from '../../../src/api/release';
import { SCHEMA_CHECKS } from '../../../src/checks/schema';
import { System } from '../../../src/system/system';
import { manifestsOf } from '../../../src/manifests/manifests';

/** What is said of a text, as `check field`. */
export function told(text: string, kubernetes: Release = NEWEST): readonly string[] {
  const system = new System(manifestsOf([{ path: 'a.yaml', text }]), kubernetes);
  return judge(system, SCHEMA_CHECKS).map(({ check, path }) => `${check} ${path.join('.')}`);
}

export const object = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
