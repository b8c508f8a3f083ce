import { imageFactOf } from '../../facts/images';
import { repositoryIn } from '../../text/image-name';
import type { Leaf } from '../leaf';
import { at, carried, isTrue, replaced, dropped, textOf, type Context, type Row, type Verdict } from '../row';
import { secret } from '../keys-explained';

/** What the three charts of MinIO have in common. */

export const ROOT_KEYS =
  "a Job in the cluster makes MinIO's root keys and a user for each runner; Git never sees them";
export const OWN_SECRET =
  'a Job in the cluster fills Secret "minio-root"; with `credentials.kind: existing` you fill it, with keys "accesskey" and "secretkey"';
export const USERS =
  'each runner has a user of its own, which may get and put below its path and nothing else';
export const SIZED = 'requests and limits are part of the manifests, as large as was measured';
export const NAMED = 'names are fixed, so that policies and checks can rely on them';
export const PLACED = 'runner-cache chooses no nodes for its pods';
export const PROBED = 'probes are part of the manifests';
export const RESTRICTED =
  'each pod fits Pod Security `restricted`: no root, no capabilities, a read-only root';
export const ANNOTATED = 'runner-cache writes labels and annotations of its own only';
export const MOUNTED = 'runner-cache mounts nothing else into its pods';
export const IN_PARTS = 'a part of the chart that the manifests do not have';
export const ONE_SERVER =
  'not built yet: more than one server (`store.nodes`); one keeps a cache, and what it loses is made again';

/** What only a distributed MinIO has; in the other mode the charts do not read it either. */
export function servers(paths: string): readonly Row[] {
  return paths.split(' ').map((path) => ({
    path,
    read: (_, context) =>
      context.get('mode') === 'standalone'
        ? { kind: 'replaced', why: 'one server, always, as in mode "standalone"' }
        : { kind: 'dropped', why: ONE_SERVER },
  }));
}

export function persistence(): readonly Row[] {
  return [
    {
      path: 'persistence.enabled',
      read: ({ value }) => ({
        kind: 'carried',
        to: [{ path: at('store.storage.kind'), value: isTrue(value) ? 'volume' : 'ephemeral' }],
      }),
    },
    ofVolume('persistence.size', 'size'),
    ofVolume('persistence.storageClass', 'storageClass'),
    ...dropped(
      'persistence.existingClaim',
      'MinIO gets a claim of its own; the cache fills anew, and you delete the old claim',
    ),
    ...dropped(
      'persistence.accessMode persistence.accessModes.** persistence.annotations.** persistence.labels.** persistence.volumeName persistence.subPath persistence.selector.** persistence.mountPath persistence.VolumeName',
      'the claim has a size and a class, and is ReadWriteOnce',
    ),
  ];
}

export function ofVolume(path: string, key: string): Row {
  return {
    path,
    read: ({ value }, context) => {
      if (!isTrue(context.get('persistence', 'enabled')))
        return { kind: 'dropped', why: 'only a volume has it, and persistence.enabled is false' };
      // The word for a volume without a class means another thing to the API server than an absent one.
      if (key === 'storageClass' && value === '-')
        return { kind: 'dropped', why: 'runner-cache asks for a class, or for the default of the cluster' };
      return { kind: 'carried', to: [{ path: at('store.storage', key), value: textOf(value) }] };
    },
  };
}

/** The charts' images are gone or get no fixes, so hardly any can stay. */
export function serverImage(): readonly Row[] {
  return [
    { path: 'image.repository', read: imageVerdict },
    { path: 'image.tag', read: imageVerdict },
    { path: 'image.digest', read: imageVerdict },
    carried('image.pullPolicy', 'images.pullPolicy'),
    ...replaced(
      'mcImage.** clientImage.**',
      'the Jobs run from the image of the server, which has `mc` too: one image less to mirror',
    ),
    ...dropped(
      'imagePullSecrets.** image.pullSecrets.** global.imagePullSecrets.**',
      'pods name no pull secrets; `images.registry` names a mirror that the nodes may pull from',
    ),
  ];
}

function imageVerdict(leaf: Leaf, context: Context): Verdict {
  const registry = textOf(context.get('image', 'registry'));
  const name = textOf(context.get('image', 'repository'));
  const repository = repositoryIn(registry === '' ? name : `${registry}/${name}`);
  const part = String(leaf.path.at(-1));
  const tag = textOf(context.get('image', 'tag'));
  const isSilo = /(?:^|\/)silo$/.test(repository) && imageFactOf(repository, tag) === undefined;
  if (isSilo && name !== '') {
    const value = part === 'repository' ? repository : textOf(leaf.value);
    const preset = tag.endsWith('-distroless')
      ? [{ path: at('store.image.preset'), value: 'distroless' }]
      : [];
    return { kind: 'carried', to: [{ path: at('store.image', part), value }, ...preset] };
  }
  const fact = name === '' ? undefined : imageFactOf(repository, tag);
  return {
    kind: 'replaced',
    why: `\`store.image: silo\`, which gets fixes${fact === undefined ? '; another one is said as `store.image: { preset: custom, … }`' : `; ${fact.what}`}`,
  };
}

/** A name that S3 accepts or that is refused; the runner's own choice goes before. */
export function bucketName(path: string): Row {
  return carried(path, 'cache.bucket', textOf);
}

export function purge(path: string): Row {
  const instead =
    'archives expire after `cache.expireAfterDays`, and a new `cache.purgeToken` empties the bucket once';
  return {
    path,
    read: ({ value }) => ({
      kind: 'replaced',
      why: isTrue(value)
        ? `${instead}; the chart emptied the bucket at each upgrade, and with Argo CD at each sync`
        : instead,
    }),
  };
}

export function bucketPolicy(path: string): Row {
  return {
    path,
    read: ({ value }) => ({
      kind: 'replaced',
      why: ['none', 'private'].includes(textOf(value))
        ? 'the bucket is private: nobody reads or writes it without a signature'
        : 'the bucket is private; with this policy everybody who reaches MinIO may use it without keys',
    }),
  };
}

export function region(path: string): Row {
  return carried(path, 'store.region', textOf);
}

/** A switch that only means something where it is on. */
export function onlyIfOn(path: string, why: string, off = 'off in the chart, and not in the manifests'): Row {
  return { path, read: ({ value }) => ({ kind: 'dropped', why: isTrue(value) ? why : off }) };
}

export const TLS =
  'not built yet: `store.tls`; jobs and MinIO speak plain HTTP inside of the cluster, which NetworkPolicies close to others';
export const EXPOSED =
  'not built yet: `store.exposure`; nobody outside of the cluster reaches MinIO, and jobs need no way in from there';
export const WATCHED = 'not built yet: `monitoring`; MinIO asks for a token where it tells its metrics';
export const POLICIES = 'each namespace denies all, and each kind of pod says what it needs';
export const SERVED = 'the Service is inside of the cluster only, at port 9000';
export const ACCOUNTS = 'each pod has a ServiceAccount of its own, without a token where it needs none';

export { secret };
