import { TomlLines } from '../../../src/system/runners/toml-lines';
import type { Path } from '../../../src/manifests/value';

const TEXT = `# [[runners]]
concurrent = 1 # [x]

[[runners]]
  name = "a # b"
  script = """
[[runners]]
name = "no"
"""
  tags = [
    "one", # [
    "two",
  ]
  [runners.cache]
    s3.BucketName = "b"
  [[runners.kubernetes.volumes.secret]]
    "name" = 'c'
  [[runners.kubernetes.volumes.secret]]
    name = "d"
[[runners]]
name = "\\"e"
[ runners . "cache" ]
Type = "s3"`;

test.each<[Path, number]>([
  [['concurrent'], 2],
  [['runners', 0], 4],
  [['runners', 0, 'name'], 5],
  [['runners', 0, 'script'], 6],
  [['runners', 0, 'tags'], 10],
  [['runners', 0, 'tags', 1], 10],
  [['runners', 0, 'cache'], 14],
  [['runners', 0, 'cache', 's3', 'bucketname'], 15],
  [['runners', 0, 'cache', 'Type'], 14],
  [['runners', 0, 'kubernetes', 'volumes', 'secret', 0, 'name'], 17],
  [['runners', 0, 'kubernetes', 'volumes', 'secret', 1, 'name'], 19],
  [['runners', 1, 'name'], 21],
  [['runners', 1, 'cache', 'type'], 23],
  [['runners', 1, 'kubernetes'], 20],
  [['listen_address'], 1],
])('%j stands in line %i', (path, line) => {
  expect(new TomlLines(TEXT).of(path) + 1).toBe(line);
});

test.each([
  'a',
  '=',
  '[',
  '[[',
  ']',
  '"',
  "'''",
  'a = "',
  'a = [',
  '#',
  'a = "\\',
  '[[a',
  '\r',
  '[a]\n[[a]]\n=',
])('a broken text is read to its end: %j', (text) => {
  expect(new TomlLines(text).of(['x'])).toBe(0);
});
