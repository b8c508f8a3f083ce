/** A version of which only major, minor and patch count. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The `1.2.3` in a tag such as `alpine-v19.4.0`, best behind a `v`; undefined where there is none. */
export function tryVersionIn(text: string): Version | undefined {
  const match = BEHIND_V.exec(text) ?? BARE.exec(text);
  return match === null
    ? undefined
    : { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

const BEHIND_V = /v([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})(?![0-9.])/;
const BARE = /(?:^|[^0-9.])([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})(?![0-9.])/;

export function isAtLeast(version: Version, text: `${number}.${number}.${number}`): boolean {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
  if (version.major !== major) return version.major > major;
  if (version.minor !== minor) return version.minor > minor;
  return version.patch >= patch;
}
