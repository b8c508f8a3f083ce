import { imageFactOf, type ImageFact } from '../../facts/images';
import { textOf } from '../../manifests/value';
import { repositoryIn, splitTag } from '../../text/image-name';
import type { Check, Fault } from '../check';
import type { FieldSpot } from '../../manifests/spot';
import type { System } from '../../system/system';

/** An image that a container names. */
interface NamedImage {
  readonly spot: FieldSpot;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: boolean;
  readonly policy: string | undefined;
}

export const IMAGE_CHECKS: readonly Check[] = [
  {
    id: 'image-latest',
    severity: 'warning',
    rule: 'Each image has a tag other than "latest", or a digest',
    why: 'What "latest" means changes without a commit: each node runs what it pulled, nobody can go back, and nobody knows which fixes are in.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    find: (system) =>
      system
        .view(imagesOf)
        .filter(({ tag, digest }) => !digest && (tag === undefined || tag === 'latest'))
        .map(({ spot, repository, tag }) => ({
          spot,
          message: `"${repository}" ${tag === undefined ? 'without a tag is its "latest", which' : 'as "latest"'} may be another image on each node`,
          remedy: 'write the tag of a release, best with its digest',
        })),
  },
  factCheck('gone', {
    id: 'image-gone',
    severity: 'error',
    rule: 'Each image can be pulled',
    why: 'A pod whose image is gone starts only where a node still has it, until that node is replaced.',
    source: 'https://github.com/makeplane/plane/issues/9829',
  }),
  factCheck('vulnerable', {
    id: 'image-vulnerable',
    severity: 'error',
    rule: 'No image has a hole that a CI job can use',
    why: 'Each job sees presigned URLs. With these holes such a URL is as good as the keys.',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-41145',
  }),
  factCheck('frozen', {
    id: 'image-frozen',
    severity: 'warning',
    rule: 'Each image still gets fixes',
    why: 'The next hole in it stays open.',
    source: 'https://github.com/bitnami/charts/issues/36605',
  }),
  {
    id: 'image-never-pulled',
    severity: 'warning',
    rule: 'No image must lie on its node beforehand',
    why: 'With the pull policy "Never" a pod starts only on nodes to which somebody has brought the image.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
    find: (system) =>
      system
        .view(imagesOf)
        .filter(({ policy }) => policy === 'Never')
        .map(({ spot, repository }) => ({
          spot: { ...spot, path: [...spot.path.slice(0, -1), 'imagePullPolicy'] },
          message: `"${repository}" is never pulled: the pod starts on no node that has it not`,
          remedy: 'set "imagePullPolicy" to "IfNotPresent"',
        })),
  },
];

function factCheck(fate: ImageFact['fate'], rule: Omit<Check, 'find'>): Check {
  return {
    ...rule,
    find: (system) =>
      system.view(imagesOf).flatMap(({ spot, repository, tag }): Fault[] => {
        const fact = imageFactOf(repository, tag);
        if (fact?.fate !== fate) return [];
        return [{ spot, message: `"${repository}": ${fact.what}`, remedy: fact.remedy }];
      }),
  };
}

function imagesOf({ workloads }: System): readonly NamedImage[] {
  return workloads.flatMap(({ manifest, containers }) =>
    containers.flatMap(({ path, value }): NamedImage[] => {
      const text = textOf(value.image) ?? '';
      if (!NAME.test(text)) return [];
      const [name = '', digest] = text.split('@');
      return [
        {
          spot: { manifest, path: [...path, 'image'] },
          repository: repositoryIn(text),
          tag: splitTag(name).tag,
          digest: digest !== undefined,
          policy: textOf(value.imagePullPolicy),
        },
      ];
    }),
  );
}

/** Not for what has still to be filled in, such as `${IMAGE}`. */
const NAME = /^[a-z0-9][\w./:-]*(?:@sha256:[0-9a-f]{64})?$/;
