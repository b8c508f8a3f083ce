import type { KeysScriptProps } from '../../src/render/keys-script';

export const ROOT = 'minio/secrets/minio-root';
export const OWN = 'gitlab-runner/secrets/s3access';
export const COPY = 'minio/secrets/s3access';

export function oneRunner(rotation: number): KeysScriptProps {
  return {
    root: { namespace: 'minio', name: 'minio-root' },
    runners: [
      {
        keys: { namespace: 'gitlab-runner', name: 's3access' },
        copy: { namespace: 'minio', name: 's3access' },
      },
    ],
    rotation,
  };
}

export const threeRunners: KeysScriptProps = {
  root: { namespace: 'minio', name: 'minio-root' },
  runners: ['one', 'two', 'three'].map((name) => ({
    keys: { namespace: `gitlab-runner-${name}`, name: 's3access' },
    copy: { namespace: 'minio', name: `s3access-${name}` },
  })),
  rotation: 1,
};
