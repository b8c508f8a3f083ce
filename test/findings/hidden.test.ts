import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_FAMILIES } from '../../src/checks/catalog';
import { check } from '../../src/commands/check';

const KEY = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzKEYabcd12';
const TOKEN = 'glrt-abcdefghijklmnopqrst';
const around = {
  folder: '/',
  colour: false,
  tool: { name: 'runner-cache', version: '0', homepage: undefined },
};

const MANIFESTS = `apiVersion: v1
kind: ConfigMap
metadata:
  annotations:
    note: ${TOKEN}
  name: runner
  namespace: ci
data:
  config.toml: |
    [[runners]]
      token = "${TOKEN}"
      executor = "kubernetes"
  script.sh: |
    export AWS_SECRET_ACCESS_KEY=${KEY}
---
apiVersion: v1
kind: Pod
metadata:
  name: runner
  namespace: ci
spec:
  containers:
    - name: runner
      image: alpine:3.22
      args: ["--token", "${TOKEN}"]
      env:
        - name: AWS_SECRET_ACCESS_KEY
          value: ${KEY}
`;

test.each(['text', 'json', 'sarif', 'codequality'])('no secret that is found is repeated as %s', (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-hidden-'));
  writeFileSync(join(folder, 'all.yaml'), MANIFESTS);
  const { out, err } = check(folder, { format, severity: 'note', only: [], skip: [] }, around);
  rmSync(folder, { recursive: true });
  const rooms = ['secret-in-configmap', 'secret-in-env', 'secret-in-command', 'secret-in-annotation'];
  expect(rooms.filter((id) => !out.includes(id))).toEqual([]);
  expect(out + err).not.toContain(KEY);
  expect(out + err).not.toContain(TOKEN);
});

test('each check that looks for secrets hides the lines that it points at', () => {
  const open = CHECK_FAMILIES.security.filter(
    ({ id, secret }) => id.startsWith('secret-') && secret !== true,
  );
  expect(open.map(({ id }) => id)).toEqual([]);
});
