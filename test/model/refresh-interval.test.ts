import { REFRESH_INTERVAL, refreshInterval } from '../../src/model/refresh-interval';

test.each([
  ['1h', '1h0m0s'],
  ['60m', '1h0m0s'],
  ['1h0m0s', '1h0m0s'],
  ['90s', '1m30s'],
  ['1m', '1m0s'],
  ['8784h', '8784h0m0s'],
  ['2h30m', '2h30m0s'],
  ['onChange', 'onChange'],
])('%s is written as Go would: %s', (text, canonical) => {
  expect(refreshInterval(text)).toBe(canonical);
  expect(REFRESH_INTERVAL.test(text)).toBe(true);
});

test.each(['', '59s', '0', '0s', '8785h', '1d', '1.5h', '-1h', '30m1h', '1 h', 'onchange', 'h', '1h '])(
  '%j is refused',
  (text) => {
    expect(() => refreshInterval(text)).toThrow(/^Cannot use refresh interval ".*": expected /);
  },
);
