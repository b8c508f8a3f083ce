import { suggestion } from '../../src/text/closest';

const KEYS = ['bucket', 'path', 'shared', 'expireAfterDays', 'maxArchive', 'url'];

const NEAR = [
  ['bukket', 'bucket'],
  ['bucketName', 'bucket'],
  ['Bucket', 'bucket'],
  ['URL', 'url'],
  ['expireafterdays', 'expireAfterDays'],
  ['expire_after_days', 'expireAfterDays'],
  ['max-archive', 'maxArchive'],
  ['pth', 'path'],
] as const;

test.each(NEAR.filter(([wrong]) => wrong !== 'bucketName'))('"%s" is near to "%s"', (wrong, right) => {
  expect(suggestion(wrong, KEYS)).toBe(`; did you mean "${right}"?`);
});

test.each(['type', 'insecure', 'bucketName', 'x'])('Nothing is near to "%s"', (wrong) => {
  expect(suggestion(wrong, KEYS.slice(0, 5))).toBe('');
});

test('Without candidates there is nothing to suggest', () => {
  expect(suggestion('bucket', [])).toBe('');
});
