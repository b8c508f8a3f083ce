import fc from 'fast-check';
import { documentsOf, type SourceFile } from '../../src/manifests/source';

/** Each changes what stands behind it, or begins and ends elsewhere, when it is joined to others without care. */
const AWKWARD = [
  'a: 1\n',
  'a: 1',
  'a: |+\n  kept\n\n',
  'a: |+\n  kept',
  'a: |\n  text\n\n\n',
  'a: >-\n  text\n# comment',
  'a: [1,\n  2\n',
  "a: 'open\n",
  'a: {\nx: 1\n}\n',
  'a: &anchor 1\nb: *anchor\n',
  'b: *anchor\n',
  '%YAML 1.2\n---\na: 1\n',
  '%TAG !e! tag:example.com,2000:\n---\na: !e!x 1\n',
  'a: 1\n...\nb: 2\n',
  '...\n',
  '--- a\n',
  '--- {a: 1}\n--- {b: 1}\n',
  '\uFEFFa: 1\n',
  ' --- {a: 1}\n',
  '  |1\n  text\n',
  ' |\n# c\n',
  '\n\t---\n',
  '# first\n   \n  a: 1\n  b: 2\n',
  'null\n',
  '~\n',
  '# nothing\n',
  '\n',
  'a: 1\r\nb: 2\r\n',
  'a: 1\n---\nb: 2\n---\n- 3\n',
  '{"a": 1}\n',
  '{"a": 1}',
  'a: "\0"\n',
  'a:\n\t- 1\n',
  'a: 1\na: 2\n',
  '<<: {a: 1}\n',
];

const told = (files: readonly SourceFile[]): unknown => {
  const { documents, faults } = documentsOf(files);
  return {
    documents: documents.map((one) => [one.file.path, one.value, one.placeOf(['b'], 'key')]),
    faults: faults.map(({ file, place, reason }) => [file.path, place, reason]),
  };
};

test('many files are read as each of them is alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...AWKWARD), { maxLength: 120 }), (texts) => {
      const files = texts.map((text, index) => ({ path: `${String(index)}.yaml`, text }));
      const alone = files.map((file) => told([file]) as { documents: unknown[]; faults: unknown[] });
      expect(told(files)).toEqual({
        documents: alone.flatMap(({ documents }) => documents),
        faults: alone.flatMap(({ faults }) => faults),
      });
    }),
    { numRuns: 300 },
  );
});

test('one that is no YAML leaves all others readable, however many there are', () => {
  const files = Array.from({ length: 200 }, (_, index) => ({
    path: `${String(index)}.yaml`,
    text: index === 77 ? 'a: [\n' : `a: ${String(index)}\n`,
  }));
  const { documents, faults } = documentsOf(files);
  expect(faults.map(({ file }) => file.path)).toEqual(['77.yaml']);
  expect(documents.map(({ value }) => value)).toEqual(
    files.flatMap((_, index) => (index === 77 ? [] : [{ a: index }])),
  );
});
