import { writeFileSync } from 'node:fs';
import type { Outcome } from './outcome';

/** Writes a configuration to begin with. Never over one that is there. */
export function init(file: string): Outcome {
  try {
    writeFileSync(file, TEMPLATE, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { out: '', err: `Cannot write ${file}: it is there already; it was left as it is\n`, code: 1 };
  }
  return { out: `${file}: say where your GitLab is, then run \`runner-cache synth\`\n`, err: '', code: 0 };
}

const TEMPLATE = `# yaml-language-server: $schema=./node_modules/runner-cache/runner-cache.schema.json
gitlab:
  url: https://gitlab.example.com          # your GitLab
cache:
  bucket: runner-cache
  # expireAfterDays: 14                    # or \`never\`
  # maxArchive: 5Gi                        # the runner uploads nothing larger; 0 = no limit

# MinIO keeps the archives on its node's disk, and they are gone with its pod. To keep them on a volume:
# store:
#   storage: { kind: volume, size: 50Gi }

# One runner, with the authentication token of Secret \`gitlab-runner-token\`, key \`token\`:
# runners:
#   - name: main
#     concurrent: 10
#     jobs: { image: alpine:3.21, docker: false }   # true: Docker-in-Docker as a service
`;
