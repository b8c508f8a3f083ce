import { below, type Wrong } from './case';

export const CREDENTIALS: readonly Wrong[] = [
  below(
    'credentials: generated',
    '2:14  credentials  Cannot use "generated": expected `{ kind: generated }` or `{ kind: existing }` or `{ kind: externalSecrets }` or `{ kind: sealed }` or `{ kind: plaintext }`; write `{ kind: generated }`',
  ),
  below(
    'credentials: { kind: generate }',
    '2:22  credentials.kind  Cannot use "generate": expected "generated" or "existing" or "externalSecrets" or "sealed" or "plaintext"; did you mean "generated"?',
  ),
  below(
    'credentials: { rotation: 2 }',
    '2:14  credentials.kind  Missing: expected "generated" or "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
  below(
    'credentials: { kind: generated, rotation: 0 }',
    '2:43  credentials.rotation  Cannot use this number: expected an integer from 1 to 1000000',
  ),
  below(
    'credentials: { kind: generated, rotation: "2" }',
    '2:43  credentials.rotation  Cannot use this text: expected an integer from 1 to 1000000; remove the quotes',
  ),
  below(
    'credentials: { kind: externalSecrets, store: x }',
    '2:14  credentials.root  Missing: expected a map with "accesskey", "secretkey" (MinIO\'s root keys)',
    "2:14  credentials.runners  Missing: expected a map of keys (Each runner's keys, by its name)",
    '2:46  credentials.store  Cannot use this text: expected a map with "kind", "name"',
  ),
  below(
    'credentials: { kind: sealed, encrypted: {} }',
    '2:30  credentials  Unknown key; expected one of "kind", "rotation", "scope"',
  ),
  below(
    'credentials: { kind: plaintext }',
    '2:14  credentials.allowPlaintext  Missing: expected true (Says that the keys may stand in Git in clear)',
    '2:14  credentials.root  Missing: expected a map with "accesskey", "secretkey" (MinIO\'s root keys)',
    "2:14  credentials.runners  Missing: expected a map of keys (Each runner's keys, by its name)",
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: verysecretvalue1 }, runners: {} }',
    '2:128  credentials.runners  Missing keys of a runner: expected "accesskey" and "secretkey" below each of "main"',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: "verysecretvalue1\\n" }, runners: { main: { accesskey: x, secretkey: short }}}',
    '2:99  credentials.root.secretkey  Cannot use this value: expected no white space or control character at either end (use `printf %s`, not `echo`)',
    '2:153  credentials.runners.main.accesskey  Cannot use this access key: expected 3 or more letters, digits, "-", "_" and ".", and none of the well-known ones',
    '2:167  credentials.runners.main.secretkey  Cannot use this secret key: expected 8 or more letters, digits and signs of ASCII, and none of the well-known ones',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { access_key: rootrootroot, secret_key: verysecretvalue1 }, runners: { main: { accesskey: abcdefgh, secretkey: verysecretvalue2 }}}',
    '2:61  credentials.root.accesskey  Missing: expected text (3 or more characters)',
    '2:61  credentials.root.secretkey  Missing: expected text (8 or more characters)',
    '2:63  credentials.root.access_key  Unknown key "access_key"; did you mean "accesskey"?',
    '2:89  credentials.root.secret_key  Unknown key "secret_key"; did you mean "secretkey"?',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: 12345678 }, runners: { main: { accesskey: abcdefgh, secretkey: verysecretvalue2 }}}',
    '2:99  credentials.root.secretkey  Cannot use this number: expected text in quotes',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: verysecretvalue1 }, runners: { main: { accesskey: rootrootroot, secretkey: verysecretvalue2 }}}',
    '2:14  credentials  Cannot use an access key twice: expected one of its own for the root and for each runner',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: verysecretvalue1 }, runners: { main: { accesskey: runnerkey, secretkey: verysecretvalue2 }, b: { accesskey: runnerkey2, secretkey: verysecretvalue2 }}}',
    '2:128  credentials.runners  Keys of a runner that does not exist: expected only "main"',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: verysecretvalue1, runners: { main: verysecretvalue2 } }',
    '2:61  credentials.root  Cannot use this text: expected a map with "accesskey", "secretkey"',
    '2:96  credentials.runners.main  Cannot use this text: expected a map with "accesskey", "secretkey"',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: minioadmin, secretkey: minioadmin }, runners: { main: { accesskey: runnerkey, secretkey: verysecretvalue2 }}}',
    '2:74  credentials.root.accesskey  Cannot use this access key: expected 3 or more letters, digits, "-", "_" and ".", and none of the well-known ones',
    '2:97  credentials.root.secretkey  Cannot use this secret key: expected 8 or more letters, digits and signs of ASCII, and none of the well-known ones',
  ),
  below(
    'credentials: { kind: verysecretvalue1 }',
    '2:22  credentials.kind  Cannot use this text: expected "generated" or "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
  below(
    'credentials: { kind: generated, secretkey: verysecretvalue1 }',
    '2:33  credentials.secretkey  Unknown key "secretkey"; expected "secretkey" below "credentials.root"',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: *verysecretvalue1 }, runners: {} }',
    '2:99  credentials.root.secretkey  Cannot find the anchor of this alias: put text that begins with "*" in quotes',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: "verysecret\\value1" }, runners: {} }',
    '2:99  credentials.root.secretkey  Cannot use this secret key: expected 8 or more letters, digits and signs of ASCII, and none of the well-known ones',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: @verysecretvalue1 }, runners: {} }',
    '2:99  Cannot begin a value with this character: expected quotes around the value',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: !verysecretvalue1 abc }, runners: {} }',
    '2:99  Cannot use a tag: expected a plain value; put text that begins with "!" in quotes',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: "verysecretvalue1"xyzabc }, runners: {} }',
    '2:117  Cannot read what stands here: expected nothing more after the value',
  ),
  below(
    `credentials:
  kind: plaintext
  allowPlaintext: true
  root: { accesskey: rootrootroot, secretkey: verysecretvalue1 }
  runners: { main: { accesskey: a } }`,
    '6:20  credentials.runners.main.secretkey  Missing: expected text (8 or more characters)',
    '6:33  credentials.runners.main.accesskey  Cannot use this access key: expected 3 or more letters, digits, "-", "_" and ".", and none of the well-known ones',
  ),
  below(
    'credentials: ~',
    '2:14  credentials  Cannot use an empty value: expected `{ kind: generated }` or `{ kind: existing }` or `{ kind: externalSecrets }` or `{ kind: sealed }` or `{ kind: plaintext }`; or remove the key',
  ),
  below(
    'credentials: { kind: generated, rotation: 1.5 }',
    '2:43  credentials.rotation  Cannot use this number: expected an integer from 1 to 1000000',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: verysecretvalue1 }, runners: [verysecretvalue2] }',
    '2:128  credentials.runners  Cannot use a list: expected a map of keys',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: "key=value,x", secretkey: verysecretvalue1 }, runners: { main: { accesskey: runnerkey, secretkey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY } } }',
    '2:74  credentials.root.accesskey  Cannot use this access key: expected 3 or more letters, digits, "-", "_" and ".", and none of the well-known ones',
    '2:172  credentials.runners.main.secretkey  Cannot use this secret key: expected 8 or more letters, digits and signs of ASCII, and none of the well-known ones',
  ),
  below(
    'credentials: { kind: plaintext, allowPlaintext: true, root: { accesskey: rootrootroot, secretkey: verysecretvalue1, sessionToken: verysecretvalue2 }, runners: { main: { accesskey: runnerkey, secretkey: ~ } } }',
    '2:117  credentials.root  Unknown key; expected one of "accesskey", "secretkey"',
    '2:203  credentials.runners.main.secretkey  Cannot use an empty value: expected text',
  ),
  below(
    'credentials: { kind: vault }',
    '2:22  credentials.kind  Cannot use this text: expected "generated" or "existing" or "externalSecrets" or "sealed" or "plaintext"',
  ),
];
