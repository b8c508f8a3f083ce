import { CST, Lexer, Parser } from 'yaml';
import type { YamlFault } from './yaml-faults';

/** Hundreds of runners. The parser takes a second for each 50,000 characters of what is no YAML. */
const LONGEST_TEXT = 2 ** 17;
/** The runner's own settings need 14. */
const DEEPEST = 60;

/** A text as the parser's first half leaves it, or why its second half never sees it. */
export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly fault: YamlFault | undefined;
}

/**
 * The parser's second half calls itself for each level, and Node.js dies without a word when a pattern is compiled at
 * the end of the stack. Its first half has a stack of its own, so that levels can be counted at any depth.
 */
export function tokensOf(text: string): Tokens {
  if (text.length > LONGEST_TEXT) {
    return refused(0, `Cannot use a file of ${text.length} characters: expected at most ${LONGEST_TEXT}`);
  }
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) {
      return refused(
        offset,
        `Cannot use maps and lists inside of each other so often: expected at most ${DEEPEST} levels`,
      );
    }
    if (!MARKS.includes(lexeme)) offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, fault: undefined };
}

function refused(offset: number, message: string): Tokens {
  return { tokens: [], fault: { offset, path: [], message } };
}

/** What the lexer tells beside the text itself. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];
