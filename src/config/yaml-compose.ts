import { Composer, YAMLParseError, type CST, type Document } from 'yaml';

/** The one document of a text; that there is another one is an error of the first. */
export function composed(tokens: readonly CST.Token[], length: number): Document.Parsed {
  const composer = new Composer({
    prettyErrors: false,
    // Keys that stand twice are found with the rest of the structure, by their names.
    uniqueKeys: false,
    // `!!binary`, `!!set` and the like would make values that are no plain data.
    resolveKnownTags: false,
  });
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(tokens, true, length)) {
    if (first === undefined) {
      first = document;
      continue;
    }
    const [start, end] = document.range;
    first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'another document'));
    break;
  }
  if (first === undefined) throw new Error('Cannot find a document, which the parser makes of nothing too');
  return first;
}
