import { EXAMPLES, exampleConfiguration, manifestsOf, modelOf } from './load';
import { broughtBy, findings, secretBytes, secretsIn } from './rules';

describe.each(EXAMPLES)('%s', (name) => {
  const configuration = exampleConfiguration(name);
  const model = modelOf(configuration);
  const manifests = manifestsOf(configuration);

  test('everything that is named exists, and everything that exists is named', () => {
    expect(manifests.length).toBeGreaterThan(20);
    expect(findings(manifests, broughtBy(model))).toEqual([]);
  });

  test('no secret stands outside of a Secret', () => {
    expect(secretBytes(manifests, secretsIn(model))).toEqual([]);
  });
});
