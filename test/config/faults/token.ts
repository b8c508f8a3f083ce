import { below, type Wrong } from './case';

export const TOKENS: readonly Wrong[] = [
  below(
    'runners: [{ token: glrt-abcdefghij }]',
    '2:20  runners[0].token  Cannot use this text: expected `{ kind: existing }` or `{ kind: externalSecrets }` or `{ kind: sealed }` or `{ kind: plaintext }`',
  ),
  below(
    'runners: [{ token: { value: glrt-abcdefghij } }]',
    '2:20  runners[0].token.kind  Missing: expected "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
  below(
    'runners: [{ token: { kind: plaintext, value: glrt-abcdefghij } }]',
    '2:20  runners[0].token.allowPlaintext  Missing: expected true (Says that the token may stand in Git in clear)',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: false, value: glrt-abcdefghij } }]',
    '2:55  runners[0].token.allowPlaintext  Cannot use false: expected true',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: GR1348941abcdefghij } }]',
    '2:68  runners[0].token.value  Cannot use a registration token: expected an authentication token, which starts with "glrt-"',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: "glrt-abc\\n" } }]',
    '2:68  runners[0].token.value  Cannot use this value: expected no white space or control character at either end (use `printf %s`, not `echo`)',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: "" } }]',
    '2:68  runners[0].token.value  Cannot use an empty value: expected the secret itself',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: 12345678 } }]',
    '2:68  runners[0].token.value  Cannot use this number: expected text in quotes',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, valu: glrt-abcdefghij } }]',
    '2:20  runners[0].token.value  Missing: expected text (The token, `glrt-…`)',
    '2:61  runners[0].token.valu  Unknown key "valu"; did you mean "value"?',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: [glrt-abcdefghij] } }]',
    '2:68  runners[0].token.value  Cannot use a list: expected text',
  ),
  below(
    'runners: [{ token: { kind: existing, value: glrt-abcdefghij } }]',
    '2:38  runners[0].token.value  Unknown key "value"; only kind "plaintext" has it',
  ),
  below(
    'runners: [{ token: { kind: glrt-abcdefghij } }]',
    '2:28  runners[0].token.kind  Cannot use this text: expected "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
  below(
    'runners: [{ token: { kind: existing, secret: glrt_abcdefghij } }]',
    '2:46  runners[0].token.secret  Cannot use a token here: expected the name of what holds it; put the token into that Secret',
  ),
  below(
    'runners: [{ token: { kind: existing, key: "a/b" } }]',
    '2:43  runners[0].token.key  Cannot use Secret key "a/b": expected letters, digits, "-", "_" and ".", but no ".." at its beginning, such as "token"',
  ),
  below(
    'runners: [{ token: { kind: existing, secret: s3access } }]',
    '2:46  runners[0].token.secret  Cannot use Secret "s3access" for the token: expected another one, as this one holds the runner\'s S3 keys',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: "true", value: 1 } }]',
    '2:55  runners[0].token.allowPlaintext  Cannot use this text: expected true; remove the quotes',
    '2:70  runners[0].token.value  Cannot use this number: expected text in quotes',
  ),
  below(
    'runners: [{ token: ~ }]',
    '2:20  runners[0].token  Cannot use an empty value: expected `{ kind: existing }` or `{ kind: externalSecrets }` or `{ kind: sealed }` or `{ kind: plaintext }`; or remove the key',
  ),
  below(
    'runners: [{ token: { kind: existing, key: glrt-aBcD_efgh } }]',
    '2:43  runners[0].token.key  Cannot use a token here: expected the name of what holds it; put the token into that Secret',
  ),
  below(
    'runners: [{ token: { kind: existing, secrt: x } }]',
    '2:38  runners[0].token.secrt  Unknown key "secrt"; did you mean "secret"?',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: glpat-abcdefghij } }]',
    '2:68  runners[0].token.value  Cannot use this kind of token: expected the authentication token of a runner, which starts with "glrt-"',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: "glrt-abc$def" } }]',
    '2:68  runners[0].token.value  Cannot use this token: expected signs of ASCII, no white space and no "$"',
  ),
  below(
    'runners: [{ token: { kind: vault } }]',
    '2:28  runners[0].token.kind  Cannot use this text: expected "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
  below(
    'runners: [{ token: [glrt-abcdefghij] }]',
    '2:20  runners[0].token  Cannot use a list: expected `{ kind: existing }` or `{ kind: externalSecrets }` or `{ kind: sealed }` or `{ kind: plaintext }`',
  ),
  below(
    'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: "glrt-abc\\0def" } }]',
    '2:68  runners[0].token.value  Cannot use this token: expected signs of ASCII, no white space and no "$"',
  ),
];
