import { shown } from '../text/shown';
import type { Version } from '../text/version';

export { isAtLeast, tryVersionIn, type Version } from '../text/version';

/** A Kubernetes minor release, such as `1.32`. */
export function kubernetesVersion(text: string): Version {
  const match = /^1\.([0-9]{1,2})$/.exec(text);
  if (match === null || Number(match[1]) < OLDEST_KUBERNETES_MINOR) {
    throw new RangeError(
      `Cannot use Kubernetes version ${shown(text)}: expected a minor release in quotes, '1.27' or newer`,
    );
  }
  return { major: 1, minor: Number(match[1]), patch: 0 };
}

/** The release whose types the manifests are written in. */
const OLDEST_KUBERNETES_MINOR = 27;
