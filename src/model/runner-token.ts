import { secretValue } from './access-key';

/** Prefixes that GitLab gives to tokens of people, projects, jobs and triggers. */
const OTHER_TOKENS = /^(?:GR1348941|glagent|glcbt|gldt|glft|glimt|gloas|glpat|glptt|glsoat)/;

/** What GitLab makes has 20 signs and more; a word such as "true" is a mistake in the file. */
const SHORTEST_TOKEN = 8;

/** A runner's authentication token. The value itself is never part of the message. */
export function authenticationToken(text: string): string {
  secretValue(text);
  if (text.startsWith('GR1348941')) {
    throw new RangeError(
      'Cannot use a registration token: expected an authentication token, which starts with "glrt-"',
    );
  }
  if (OTHER_TOKENS.test(text)) {
    throw new RangeError(
      'Cannot use this kind of token: expected the authentication token of a runner, which starts with "glrt-"',
    );
  }
  if (!/^[\x21-\x23\x25-\x7e]+$/.test(text)) {
    throw new RangeError('Cannot use this token: expected signs of ASCII, no white space and no "$"');
  }
  if (text.length < SHORTEST_TOKEN) {
    throw new RangeError(
      `Cannot use this token: expected the whole of it, ${SHORTEST_TOKEN} signs at least, got ${text.length}`,
    );
  }
  return text;
}

/** The name of a token's Secret or of the key in it, where people put the token itself. */
export function besideToken<Name extends string>(parse: (text: string) => Name): (text: string) => Name {
  return (text) => {
    if (/^(?:glrt|GR1348941)/.test(text)) {
      throw new RangeError(
        'Cannot use a token here: expected the name of what holds it; put the token into that Secret',
      );
    }
    return parse(text);
  };
}
