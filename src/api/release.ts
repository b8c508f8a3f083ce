/** Kubernetes releases of which the API is known, oldest first. A release between two of them is held to the newer. */
export const RELEASES = ['1.27', '1.37'] as const;
export type KnownRelease = (typeof RELEASES)[number];

export interface Release {
  readonly minor: number;
  /** Whose API it is held to. */
  readonly api: KnownRelease;
}

/** Of a text such as `1.33`; throws a `RangeError` for what lies outside of what is known. */
export function release(text: string): Release {
  const minor = Number(/^1\.(\d{2})$/.exec(text)?.[1]);
  const api = RELEASES.find((known) => minor <= minorOf(known));
  if (api === undefined || minor < minorOf(RELEASES[0])) {
    throw new RangeError(
      `Cannot use Kubernetes release "${text}": expected ${RELEASES[0]} to ${RELEASES.at(-1) ?? ''}, such as "1.33"`,
    );
  }
  return { minor, api };
}

export const NEWEST: Release = release(RELEASES[1]);

function minorOf(known: KnownRelease): number {
  return Number(known.slice(2));
}
