import type { Check } from '../../src/checks/check';
import { pathText } from '../../src/manifests/value';
import { found } from './case';

/** What some checks tell of objects: each check with its field, in the order of the objects. */
export const toldBy =
  (checks: readonly Check[]) =>
  (...objects: readonly object[]): readonly string[] => {
    const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
    return found(text, checks).map(({ check, path }) => `${check} ${pathText(path)}`);
  };
