import { manifestsOf, modelOf } from './load';
import { BREAKS, LEAKS } from './rule-breaks';
import { broughtBy, findings, RULES, secretBytes, secretsIn } from './rules';

const GENERATED = `gitlab: { url: https://gitlab.example.com, caSecret: gitlab-ca }
store: { storage: { kind: volume } }
`;
const PLAINTEXT = `gitlab: { url: https://gitlab.example.com }
credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: therootuser, secretkey: therootsecret }, runners: { main: { accesskey: theuser, secretkey: theusersecret } } }
runners: [{ token: { kind: plaintext, allowPlaintext: true, value: the-token-0123456789 } }]
`;
const EPHEMERAL = 'gitlab: { url: https://gitlab.example.com }\n';

const whole = manifestsOf(GENERATED);
const brought = broughtBy(modelOf(GENERATED));

test.each([GENERATED, PLAINTEXT, EPHEMERAL])('A whole tree keeps all rules (%#)', (configuration) => {
  const model = modelOf(configuration);
  const tree = manifestsOf(configuration);
  expect(findings(tree, broughtBy(model))).toEqual([]);
  expect(secretBytes(tree, secretsIn(model))).toEqual([]);
});

test.each(BREAKS)('%s: %s', (rule, found, edit) => {
  expect(RULES[rule]!(edit(whole), brought).join('\n')).toContain(found);
});

test('Each rule is broken at least once', () => {
  expect([...new Set(BREAKS.map(([rule]) => rule))].sort()).toEqual(Object.keys(RULES).sort());
});

test('What nobody brings is missed', () => {
  expect(RULES.pods!(whole, { secrets: [] })).toEqual([
    'gitlab-runner/Deployment.gitlab-runner.k8s.yaml: there is no Secret gitlab-runner-token',
    'gitlab-runner/Deployment.gitlab-runner.k8s.yaml: there is no Secret gitlab-ca',
  ]);
});

const plain = manifestsOf(PLAINTEXT);
const secrets = secretsIn(modelOf(PLAINTEXT));

test.each(LEAKS)('A secret %s is found', (_, edit, found) => {
  expect(secretBytes(edit(plain), secrets).join('\n')).toContain(found);
});
