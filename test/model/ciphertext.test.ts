import { ciphertext } from '../../src/model/ciphertext';

/** With a session key of so many bytes, and so many bytes of the value and its tag. */
const bytes = (sessionKey: number, rest: number): Buffer =>
  Buffer.concat([
    Buffer.from([Math.floor(sessionKey / 256), sessionKey % 256]),
    Buffer.alloc(sessionKey + rest, 7),
  ]);
const text = (sessionKey: number, rest: number): string => bytes(sessionKey, rest).toString('base64');

test.each([256, 384, 512])('A session key of %d bytes and one byte of a value are ciphertext', (length) => {
  expect(ciphertext(text(length, 17))).toBe(text(length, 17));
});

test.each([
  ['nothing', ''],
  ['one byte', 'AQ=='],
  ['a value in clear', 'glrt-abcdefghijk'],
  ['a value in base64', Buffer.from('verysecretvalue1').toString('base64')],
  ['a tag without a value', text(256, 16)],
  ['a session key that is cut off', text(512, 17).slice(0, 400)],
  ['a session key of no RSA key', text(5, 400)],
  ['a session key of a short RSA key', text(128, 400)],
  ['a line end behind it', `${text(256, 17)}\n`],
  ['base64 of URLs', Buffer.concat([bytes(256, 17), Buffer.alloc(3, 0xff)]).toString('base64url')],
])('%s is none, and is not shown', (_, value) => {
  expect(() => ciphertext(value)).toThrow(
    'Cannot use this as ciphertext: expected what `runner-cache seal` has written, whole',
  );
});
