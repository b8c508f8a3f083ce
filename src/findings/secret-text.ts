import { FIRST_GUESSES, SECRET_SHAPES, WELL_KNOWN_KEYS } from '../facts/secrets';

/** A secret in a text. The value itself is in none of it. */
export interface SecretInText {
  readonly what: string;
  readonly wellKnown: boolean;
  /** Counts from 0. */
  readonly line: number;
}

/** The secrets of a text that may be anything: a script, a TOML file, an argument. */
export function secretsIn(text: string): readonly SecretInText[] {
  return text.split('\n').flatMap((words, line) => {
    const found = secretOfLine(words);
    return found === undefined ? [] : [{ ...found, line }];
  });
}

type Found = Omit<SecretInText, 'line'>;

function secretOfLine(line: string): Found | undefined {
  if (line.length < SHORTEST) return undefined;
  return plainSecret(line) ?? encodedSecret(line);
}

const SHORTEST = 8;

function plainSecret(line: string): Found | undefined {
  if (KNOWN_WORD.test(line)) return WELL_KNOWN;
  const shape = SECRET_SHAPES.find((row) => row.shape.test(line));
  if (shape !== undefined) return { what: shape.what, wellKnown: false };
  for (const [, name = '', quoted, bare] of line.matchAll(ASSIGNMENT)) {
    const found = secretOfName(name, quoted ?? bare ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `PASSWORD=x`, `token = "x"`, `secretKey: x`, `--password=x`, and `"PASSWORD=x"` as a whole */
const ASSIGNMENT =
  /(?:(?<![^\s"'[,])--?|(?<![\w$.{-]))([A-Za-z][\w.-]*)["']?\s*[:=]\s*(?:["']([^"']*)["']|([^\s"',;&|)}\]]+))(?=["']?(?:[\s,;&|)}\]]|$))/g;
const KNOWN_WORD = new RegExp(
  `(?<![\\w/+])(?:${WELL_KNOWN_KEYS.map((key) => key.replace(/[/+]/g, '\\$&')).join('|')})(?![\\w/+])`,
);
const WELL_KNOWN: Found = { what: 'a key that everybody knows', wellKnown: true };

/** Of a value whose name says what it is, such as an environment variable. */
export function secretOfName(name: string, value: string): Found | undefined {
  const text = value.trim();
  if (WELL_KNOWN_KEYS.includes(text)) return WELL_KNOWN;
  if (!namesSecret(name)) return undefined;
  const isPassword = namesPassword(name);
  if (isReference(text)) return undefined;
  if (FIRST_GUESSES.includes(text.toLowerCase())) return isPassword ? WELL_KNOWN : undefined;
  if (isPassword ? text.length < 4 : !isRandom(text)) return undefined;
  return { what: `a value for "${name}"`, wellKnown: false };
}

/** Of a key or a password. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name) || namesPassword(name);
}

function namesPassword(name: string): boolean {
  return PASSWORD_NAME.test(name) || PASSWORD_IN_CAMELS.test(name);
}

/** A bypass and a compass are none. */
const PASSWORD_NAME = /(?:passwd|password|passphrase|(?:^|[_.-])(?:pass|pwd))$/i;
const PASSWORD_IN_CAMELS = /[a-z](?:Pass|Pwd)$/;
const SECRET_NAME =
  /(?:secret|token|secret[_.-]?(?:access[_.-]?)?key|api[_.-]?key|private[_.-]?key|encryption[_.-]?key|auth[_.-]?key|credentials?)$/i;

/** What stands for a value that comes from elsewhere, or has still to be written. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text) || PLACEHOLDER.test(text);
}

const REFERENCE = /^(?:$|[$<%[({]|\/|\.{1,2}\/|@|file:|vault:|ref\+|ENC\[|AgB)|\$[{(]|\{\{|<[\w.:/ -]+>/;
const PLACEHOLDER =
  /^(?:[*x.•-]+|true|false|null|none|nil|yes|no|\d{1,6}|(?:your|my|some|insert|enter|replace|redacted|placeholder|example|todo|fixme|to[_-]be)\b.*|(?:your|replace|insert)[_-].*|replaceme|.*_here)$/i;

/** Names of things have words in them; keys have digits among their letters and hardly repeat. */
export function isRandom(text: string): boolean {
  if (text.length < 16 || /\s/.test(text) || DIGEST_OR_ID.test(text)) return false;
  return (
    /[0-9]/.test(text) &&
    /[A-Za-z]/.test(text) &&
    entropyOf(text) > 3.2 &&
    !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text)
  );
}

const DIGEST_OR_ID =
  /^(?:sha\d+[:-].*|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|.*\.(?:svc|local|com|io|org|net|key|pem|crt|json|yaml|toml|sh)(?::\d+)?)$/i;

/** Of Shannon, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}

/** Base64 hides nothing; 11 characters hold the shortest key that everybody knows. */
function encodedSecret(line: string): Found | undefined {
  for (const [word] of line.matchAll(/[A-Za-z0-9+/]{11,}={0,2}/g)) {
    const decoded = Buffer.from(word, 'base64').toString('latin1');
    if (!/^[\t\n\r\x20-\x7e]+$/.test(decoded)) continue;
    const found = decoded
      .split('\n')
      .map(plainSecret)
      .find((secret) => secret !== undefined);
    if (found !== undefined) return { ...found, what: `${found.what}, in base64` };
  }
  return undefined;
}
