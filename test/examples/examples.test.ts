import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { render } from '../../src/commands/render';
import { difference } from '../../src/output/tree';
import { EXAMPLES, REPOSITORY } from '../manifests/load';

/** The only snapshots: `node lib/cli.js synth -c examples/NAME/runner-cache.yaml -o examples/NAME/manifests` renews one. */
test.each(EXAMPLES)('%s: the manifests in Git are those of its configuration', (name) => {
  const folder = join(REPOSITORY, 'examples', name);
  const { files, messages } = render(join(folder, 'runner-cache.yaml'));
  expect(messages).toBe('');
  expect(difference(join(folder, 'manifests'), files!)).toEqual({ added: [], changed: [], removed: [] });
  expect(existsSync(join(folder, 'README.md'))).toBe(true);
});

test('dist/ is what runner-cache.yaml says', () => {
  const { files } = render(join(REPOSITORY, 'runner-cache.yaml'));
  expect(difference(join(REPOSITORY, 'dist'), files!)).toEqual({ added: [], changed: [], removed: [] });
});

test('the library example writes what its props say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-'));
  try {
    const file = join(REPOSITORY, 'examples/typescript/main.ts');
    expect(typeErrorsOf(file)).toEqual([]);
    const { outputText } = ts.transpileModule(
      readFileSync(file, 'utf8').replace('../../src', join(REPOSITORY, 'lib')),
      {
        compilerOptions: { module: ts.ModuleKind.CommonJS },
      },
    );
    execFileSync(process.execPath, ['-e', outputText], { env: { ...process.env, CDK8S_OUTDIR: folder } });
    const deployment = readFileSync(
      join(folder, 'gitlab-runner-web/Deployment.gitlab-runner.k8s.yaml'),
      'utf8',
    );
    expect(deployment).toContain('kind: Deployment');
    expect(readFileSync(join(folder, 'minio/PersistentVolumeClaim.minio.k8s.yaml'), 'utf8')).toContain(
      'storage: 100Gi',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function typeErrorsOf(file: string): string[] {
  const { config } = ts.readConfigFile(join(REPOSITORY, 'tsconfig.json'), (path) =>
    readFileSync(path, 'utf8'),
  ) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, REPOSITORY);
  const program = ts.createProgram([file], { ...options, noEmit: true });
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
