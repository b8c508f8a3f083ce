import { shown } from '../text/shown';
import { isAtLeast, type Version } from '../text/version';

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

/** An Argo CD minor release, such as `3.2`. */
export function argoVersion(text: string): Version {
  const match = /^([0-9]{1,2})\.([0-9]{1,2})$/.exec(text);
  const version = { major: Number(match?.[1]), minor: Number(match?.[2]), patch: 0 };
  if (match === null || !isAtLeast(version, OLDEST_ARGO)) {
    throw new RangeError(
      `Cannot use Argo CD version ${shown(text)}: expected a minor release in quotes, '2.14' or newer`,
    );
  }
  return version;
}

/** Whose fields and options are known here. */
const OLDEST_ARGO = '2.14.0';
