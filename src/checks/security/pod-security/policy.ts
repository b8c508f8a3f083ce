import { POD_SECURITY_LEVELS, type PodSecurityLevel } from '../../../facts/pod-security';
import type { Manifest } from '../../../manifests/manifest';
import { textsOf } from '../../../manifests/value';

const PREFIX = 'pod-security.kubernetes.io/';
export const MODES = ['enforce', 'audit', 'warn'] as const;
export type Mode = (typeof MODES)[number];

/** A level and the minor release of Kubernetes whose rules it has. */
export interface Standard {
  readonly level: PodSecurityLevel;
  readonly minor: number;
  /** As the API server writes it: `restricted:v1.32`. */
  readonly text: string;
}

/** A label that Pod Security cannot read. */
export interface WrongLabel {
  readonly label: string;
  readonly value: string;
  readonly expected: string;
}

export interface Policy {
  readonly standards: Readonly<Partial<Record<Mode, Standard>>>;
  readonly wrong: readonly WrongLabel[];
}

/**
 * What the labels of a namespace ask of its pods. A version behind the server's own counts as the server's.
 * (k8s.io/pod-security-admission, api/helpers.go)
 */
export function policyOf(namespace: Manifest, server: number): Policy {
  const labels = textsOf(namespace.at('metadata', 'labels'));
  const standards: Partial<Record<Mode, Standard>> = {};
  for (const mode of MODES) {
    const level = levelOf(labels[PREFIX + mode]);
    const version = labels[`${PREFIX}${mode}-version`] ?? 'latest';
    if (level === undefined) continue;
    standards[mode] = {
      level,
      minor: Math.min(minorOf(version) ?? server, server),
      text: `${level}:${version}`,
    };
  }
  return { standards, wrong: wrongLabels(labels) };
}

function wrongLabels(labels: Readonly<Record<string, string>>): readonly WrongLabel[] {
  return MODES.flatMap((mode) => {
    const [level, version] = [labels[PREFIX + mode], labels[`${PREFIX}${mode}-version`]];
    return [
      ...(level === undefined || levelOf(level) !== undefined
        ? []
        : [{ label: PREFIX + mode, value: level, expected: '"privileged", "baseline" or "restricted"' }]),
      ...(version === undefined || version === 'latest' || minorOf(version) !== undefined
        ? []
        : [
            {
              label: `${PREFIX}${mode}-version`,
              value: version,
              expected: '"latest" or a minor release such as "v1.32"',
            },
          ]),
    ];
  });
}

function levelOf(text: string | undefined): PodSecurityLevel | undefined {
  return POD_SECURITY_LEVELS.find((level) => level === text);
}

function minorOf(version: string): number | undefined {
  const minor = /^v1\.(0|[1-9][0-9]*)$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

export const ENFORCE = `${PREFIX}enforce`;
