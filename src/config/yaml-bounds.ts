import { CST, Lexer, Parser } from 'yaml';
import type { YamlFault } from './yaml-faults';

/** Hundreds of runners. The parser takes a second for each 50,000 characters of what is no YAML. */
const LONGEST_TEXT = 2 ** 17;
/** The runner's own settings need 14. */
const DEEPEST = 60;

/** Why a text is not given to the parser at all. */
export function boundsFault(text: string): YamlFault | undefined {
  if (text.length > LONGEST_TEXT) {
    const message = `Cannot use a file of ${text.length} characters: expected at most ${LONGEST_TEXT}`;
    return { offset: 0, path: [], message };
  }
  const offset = tooDeepAt(text);
  if (offset === undefined) return undefined;
  const message = `Cannot use maps and lists inside of each other so often: expected at most ${DEEPEST} levels`;
  return { offset, path: [], message };
}

/**
 * The parser calls itself for each level, and Node.js dies without a word when a pattern is compiled at the end of the
 * stack. Its tokens come with a stack of their own, so that they can be counted at any depth.
 */
function tooDeepAt(text: string): number | undefined {
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return offset;
    if (!MARKS.includes(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

/** What the lexer tells beside the text itself. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];
