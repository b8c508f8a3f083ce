import type { Manifest } from '../../manifests/manifest';
import { textOf } from '../../manifests/value';
import type { Mistake } from './mistake';

export function isNamed(manifest: Manifest): boolean {
  return manifest.name !== '' || (textOf(manifest.at('metadata', 'generateName')) ?? '') !== '';
}

export function nameless(): Mistake {
  return {
    check: 'incomplete-object',
    path: ['metadata'],
    part: 'key',
    message: 'This object has no name, so nobody can apply it',
    remedy: 'write "metadata.name"',
  };
}
