import { Construct } from 'constructs';
import { kubeObject } from '../kubernetes/object';
import { KEPT } from '../kubernetes/argocd';
import { labelsOf } from '../model/names';
import type { Version } from '../model/version';

export interface NamespaceProps {
  readonly name: string;
  /** What its pods may do at most. `privileged` only where docker-in-docker runs. */
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged';
  /** The rules of this release, so that an upgrade of the cluster does not change them unseen. */
  readonly kubernetes: Version;
}

/** A namespace that judges its pods. */
export class Namespace extends Construct {
  constructor(scope: Construct, id: string, { name, podSecurity, kubernetes }: NamespaceProps) {
    super(scope, id);
    const version = `v${kubernetes.major}.${kubernetes.minor}`;
    const levels = ['enforce', 'audit', 'warn'].flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, podSecurity],
      [`pod-security.kubernetes.io/${mode}-version`, version],
    ]);
    kubeObject(this, 'Namespace', {
      metadata: {
        name,
        annotations: KEPT,
        labels: { ...labelsOf(name), ...(Object.fromEntries(levels) as Record<string, string>) },
      },
    });
  }
}
