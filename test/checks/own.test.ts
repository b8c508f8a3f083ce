import { release } from '../../src/api/release';
import { judgeAndAccept } from '../../src/checks/accepted';
import { CHECKS, RULES } from '../../src/checks/catalog';
import { manifestsOf as read } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';
import { manifestsOf } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

/** What the checks tell a cluster of a release about what a configuration gives, whatever its severity. */
function told(configuration: string, kubernetes: string): readonly string[] {
  const files = manifestsOf(GITLAB + configuration).map(({ path, text }) => ({ path, text }));
  const { findings } = judgeAndAccept(
    new System(read(files), release(kubernetes)),
    CHECKS,
    new Set(RULES.map(({ id }) => id)),
  );
  return findings.map(({ check, file, field }) => `${check} ${file} ${field}`);
}

test.each([
  ['the defaults', ''],
  ['keys that somebody else brings', 'credentials: { kind: existing }\n'],
  [
    'keys that somebody else brings, for two runners',
    'credentials: { kind: existing }\nrunners: [{}, { name: web }]\n',
  ],
])('nothing is told of %s', (_, configuration) => {
  expect(told(configuration, '1.37')).toEqual([]);
});

test.each(['', 'store: { image: distroless }\n'])(
  'what is made for 1.27 has no field that 1.27 has not (%j)',
  (configuration) => {
    expect(told(`${configuration}cluster: { kubernetes: '1.27' }\n`, '1.27')).toEqual([]);
    expect(told(`${configuration}cluster: { kubernetes: '1.30' }\n`, '1.27')).toEqual([
      expect.stringMatching(/^field-of-other-release .*lifecycle\.preStop\.sleep$/),
    ]);
  },
);

test('where the token stands in the files, the manager’s keys may still come from elsewhere', () => {
  const token = 'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: glrt-0123456789 } }]\n';
  const missing = (credentials: string) =>
    told(`${token}credentials: ${credentials}\n`, '1.37').filter((one) => /^not-in-these|^unused-/.test(one));
  expect(missing('{ kind: existing }')).toEqual([]);
  expect(missing('{ kind: generated }')).toEqual([]);
});
