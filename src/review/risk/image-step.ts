import { textOf, type Value } from '../../manifests/value';
import { repositoryIn, splitTag } from '../../text/image-name';
import { tryVersionIn } from '../../text/version';
import type { FieldChange } from '../change';

/** How far an image goes with a change; undefined for what is no image, or is new. */
export function imageStepOf({
  field,
  before,
  after,
}: FieldChange): 'tag' | 'major' | 'repository' | undefined {
  const [old, next] = [imageOf(before), imageOf(after)];
  if (field.at(-1) !== 'image' || old === undefined || next === undefined) return undefined;
  if (repositoryIn(old) !== repositoryIn(next)) return 'repository';
  return majorOf(old) === majorOf(next) ? 'tag' : 'major';
}

function imageOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** A tag without a version, such as a date, has no major version: all are of the same one. */
function majorOf(image: string): number | undefined {
  const { tag = '' } = splitTag(image.split('@')[0] ?? '');
  return tryVersionIn(tag)?.major ?? /^v?(\d{1,3})(?:\.\d{1,3})?(?![\d.])/.exec(tag)?.slice(1).map(Number)[0];
}
