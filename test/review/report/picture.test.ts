import { changeOf } from '../../graph/layout/graphs';

const marksOf = (base: readonly string[], head: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    changeOf(base, head).nodes.flatMap(({ id, mark }) =>
      mark === undefined ? [] : [[id.replace(/-[\da-f]{8}$/, ''), mark]],
    ),
  );

test('what has a new name and is the same is one box, with the lines that it keeps', () => {
  const picture = changeOf(['web', 'data'], ['web', 'data', 'mobile']);
  const jobs = picture.nodes.filter(({ subtitle }) => subtitle === 'Job');
  expect(
    jobs.map(({ mark, objects }) => [mark, objects.filter(({ kind }) => kind === 'Job').length]),
  ).toEqual([
    ['renamed', 2],
    ['renamed', 2],
  ]);
  const ofJobs = picture.edges.filter(({ from }) => jobs.some(({ id }) => id === from));
  expect(ofJobs.filter(({ mark }) => mark === 'removed')).toEqual([]);
  expect(ofJobs.filter(({ mark }) => mark === 'added').map(({ to }) => to)).toEqual(
    expect.arrayContaining(['Secret/minio/s3access-mobile']),
  );
});

test('what is in another namespace is no renamed one', () => {
  const marks = marksOf(['web', 'data'], ['web', 'science']);
  expect(marks['Deployment/runner-data/gitlab-runner']).toBe('removed');
  expect(marks['Deployment/runner-science/gitlab-runner']).toBe('added');
  expect(marks['Secret/minio/s3access-science']).toBe('renamed');
  expect(marks).not.toHaveProperty('Secret/minio/s3access-data');
});

test('without a change nothing is marked', () => {
  expect(marksOf(['web', 'data'], ['web', 'data'])).toEqual({});
});
