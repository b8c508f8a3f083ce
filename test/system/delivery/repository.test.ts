import { normalRepository } from '../../../src/system/delivery/repository';

/** Compared with NormalizeGitURL of Argo CD 3.2.3 itself. */
test.each([
  ['https://GitLab.example.com/CI/cache.git', 'https://gitlab.example.com/ci/cache'],
  ['git@gitlab.example.com:ci/cache.git', 'git@gitlab.example.com/ci/cache'],
  ['ssh://git@gitlab.example.com/ci/cache.git', 'git@gitlab.example.com/ci/cache'],
  ['ssh://git@gitlab.example.com:2222/ci/cache.git', 'git@gitlab.example.com:2222/ci/cache'],
  [' file:///srv/git/cache ', 'file:///srv/git/cache'],
  ['registry-1.docker.io/bitnamicharts', 'registry-1.docker.io/bitnamicharts'],
  ['*', '*'],
])('%s is %s', (address, normal) => {
  expect(normalRepository(address)).toBe(normal);
});

test.each(['https://host/%20a', 'https://host/{a,b}', 'charts.example.com:8080/x', 'https://host/a?b=c'])(
  'what %s becomes is not told',
  (address) => {
    expect(normalRepository(address)).toBeUndefined();
  },
);
