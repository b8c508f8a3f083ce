import { SECURITY_CHECKS } from '../../../src/checks/security';
import { pathText } from '../../../src/manifests/value';
import { found } from '../case';

/** What the family tells of objects: each check with its field. */
export function told(...objects: readonly object[]): readonly string[] {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return found(text, SECURITY_CHECKS).map(({ check, path }) => `${check} ${pathText(path)}`);
}
