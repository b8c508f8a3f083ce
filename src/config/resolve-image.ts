import { imageReference, type ImageName, type ImageReference } from '../model/image';
import { HELPER_REPOSITORY } from '../model/presets';
import { tryVersionIn, type Version } from '../model/version';

interface ImageParts<Name> {
  readonly preset: Name;
  readonly repository?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** What a person chose, with the preset behind it. Throws a RangeError where a part is missing. */
export function imageOf<Name extends string, Preset extends { readonly image: ImageName | undefined }>(
  choice: Name | ImageParts<Name>,
  presets: Readonly<Record<Name, Preset>>,
): { preset: Preset; name: ImageName } {
  const said: ImageParts<Name> = typeof choice === 'string' ? { preset: choice } : choice;
  const preset = presets[said.preset];
  const repository = said.repository ?? preset.image?.repository;
  const tag = said.tag ?? preset.image?.tag;
  if (repository === undefined || tag === undefined) {
    throw new RangeError('Cannot use image preset "custom" alone: expected `repository` and `tag` beside it');
  }
  return { preset, name: { repository, tag, digest: said.digest } };
}

/** The runner's tag says which features its config.toml may use. */
export function versionOf({ tag }: ImageName): Version {
  const version = tryVersionIn(tag);
  if (version === undefined) {
    throw new RangeError(
      `Cannot tell the runner's version from tag "${tag}": expected such as "alpine-v19.4.0"`,
    );
  }
  return version;
}

/** The helper that belongs to a manager. */
export function helperImage({ major, minor, patch }: Version): ImageReference {
  return imageReference(`${HELPER_REPOSITORY}:x86_64-v${major}.${minor}.${patch}`);
}
