import { changed } from './changed';
import { SAME } from './same';

test.each(SAME)('It is no change to write %s in another way', (_, one, other) => {
  expect(changed(one, other)).toEqual({ fields: [], ids: ['spelling'] });
  expect(changed(other, one)).toEqual({ fields: [], ids: ['spelling'] });
});
