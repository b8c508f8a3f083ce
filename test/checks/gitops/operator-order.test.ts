import { object, told, type Fields } from './delivered';

const inWave = (wave: number, fields: Fields): Fields => ({
  ...fields,
  metadata: {
    ...(fields.metadata as Fields),
    annotations: { 'argocd.argoproj.io/sync-wave': String(wave) },
  },
});
const CERT = 'cert-manager.io/v1';
const certificate = (issuerRef: Fields): Fields =>
  object(CERT, 'Certificate', 'minio', { spec: { issuerRef } });
const store = (provider: Fields): Fields =>
  object('external-secrets.io/v1', 'SecretStore', 'vault', { spec: { provider } });
const LOGIN = { vault: { auth: { kubernetes: { serviceAccountRef: { name: 'reader' } } } } };

test.each([
  ['an issuer in the wave of its certificate', [certificate({ name: 'a' }), object(CERT, 'Issuer', 'a')]],
  ['an earlier issuer', [certificate({ name: 'a' }), inWave(-1, object(CERT, 'Issuer', 'a'))]],
  ['a later issuer of another name', [certificate({ name: 'b' }), inWave(1, object(CERT, 'Issuer', 'a'))]],
  ['an issuer that is not here', [inWave(-1, certificate({ name: 'a' }))]],
  ['an account in the wave of the store', [store(LOGIN), object('v1', 'ServiceAccount', 'reader')]],
  ['a later account of another name', [store(LOGIN), inWave(1, object('v1', 'ServiceAccount', 'other'))]],
  ['a later ConfigMap of that name', [store(LOGIN), inWave(1, object('v1', 'ConfigMap', 'reader'))]],
])('%s is no fault', (_, objects: readonly Fields[]) => {
  expect(told(Object.fromEntries(objects.map((one, index) => [`${String(index)}.json`, one])))).toEqual([]);
});

test('a later issuer or account is', () => {
  expect(
    told({ 'a.json': certificate({ name: 'a' }), 'b.json': inWave(1, object(CERT, 'Issuer', 'a')) }),
  ).toEqual(['issuer-after-certificate']);
  expect(
    told({ 'a.json': store(LOGIN), 'b.json': inWave(1, object('v1', 'ServiceAccount', 'reader')) }),
  ).toEqual(['login-after-secret-store']);
});
