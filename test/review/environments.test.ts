import { NEWEST } from '../../src/api/release';
import { review } from '../../src/review/review';
import { claim } from './report/report';

type Texts = Readonly<Record<string, string>>;

/** Each verdict with the folder that it is told of, but for what is only routine. */
function told(base: Texts, head: Texts, classes = /./): readonly string[] {
  const files = (texts: Texts) => Object.entries(texts).map(([path, text]) => ({ path, text }));
  const { verdicts, folderOf } = review(files(base), files(head), NEWEST);
  return verdicts
    .filter(({ risk }) => classes.test(risk.class))
    .map(({ risk, change }) => `${folderOf(change)}: ${risk.id}`);
}

const without = (texts: Texts, path: string): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([other]) => other !== path));

/** A system in each of some folders: a claim, and a ConfigMap whose value is its own. */
const system = (folder: string, more: Texts = {}): Texts => ({
  [`${folder}/minio/claim.yaml`]: claim('data'),
  [`${folder}/minio/other.yaml`]: claim('other'),
  ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`${folder}/${path}`, text])),
});

const ALL = { ...system('dev'), ...system('stage'), ...system('prod') };

test.each(['dev', 'stage', 'prod'])(
  'a claim that goes in %s is told, though the others keep theirs',
  (folder) => {
    expect(told(ALL, without(ALL, `${folder}/minio/claim.yaml`))).toEqual([`${folder}: claim-removed`]);
  },
);

test('folders of clusters may lie deep, and beside others', () => {
  const base = {
    ...system('clusters/eu/dev'),
    ...system('clusters/eu/prod'),
    'shared.yaml': claim('shared'),
  };
  expect(told(base, without(base, 'clusters/eu/prod/minio/claim.yaml'))).toEqual([
    'clusters/eu/prod: claim-removed',
  ]);
  expect(told(base, without(base, 'shared.yaml'))).toEqual([': claim-removed']);
});

test('an object that goes from its folder to that of another cluster goes', () => {
  const rest = { ...system('dev'), ...system('prod') };
  expect(told({ ...rest, 'dev/a.yaml': claim('a') }, { ...rest, 'prod/a.yaml': claim('a') })).toEqual([
    'dev: claim-removed',
    'prod: object-added',
  ]);
});

test('a new cluster is all new, and takes nothing from the others', () => {
  const ids = told({ ...system('dev'), ...system('prod') }, ALL);
  expect(ids).toEqual(['stage: object-added', 'stage: object-added']);
});

test('a folder of a cluster that gets another name is no change', () => {
  const head = { ...system('development'), ...system('stage'), ...system('prod') };
  expect(told(ALL, head, /^(?!NO-OP)/)).toEqual([]);
});

test('a folder of a cluster that goes takes all with it', () => {
  expect(told(ALL, { ...system('dev'), ...system('prod') })).toEqual([
    'stage: claim-removed',
    'stage: claim-removed',
  ]);
});

test('one object in two folders by mistake makes no clusters of them', () => {
  const base = {
    ...{ 'a/1.yaml': claim('one'), 'a/2.yaml': claim('two'), 'a/3.yaml': claim('three') },
    ...{ 'b/4.yaml': claim('four'), 'b/5.yaml': claim('five'), 'b/1.yaml': claim('one') },
  };
  expect(told(base, without(base, 'a/1.yaml'))).toEqual([]);
});
