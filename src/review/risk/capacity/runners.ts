import type { Manifest } from '../../../manifests/manifest';
import { groupBy } from '../../../manifests/groups';
import { textOf, textsOf } from '../../../manifests/value';
import type { Change, FieldChange } from '../../change';
import type { Judgement, Risk } from '../risk';
import { settingIn } from '../runner-setting';
import { serviceMeant } from './service-meant';

const SETTINGS = 'https://docs.gitlab.com/runner/configuration/advanced-configuration/';

/** How many jobs a runner takes, what each may use, and where they look for their archives. */
export const RUNNERS: readonly Risk[] = [
  {
    id: 'runner-concurrency-changed',
    class: 'CAPACITY',
    change: 'a runner takes more or fewer jobs at once',
    why: '`concurrent` bounds all runners of one manager, `limit` each of them, `request_concurrency` how many it asks for at once.',
    source: SETTINGS,
    *judge({ is, base, head, fields }) {
      if (is !== 'changed') return;
      const about = fields.filter((one) => LIMITS.has(settingOf(one)));
      if (about.length > 0) yield { about, message: MORE_JOBS };
      else if (limitsOf(base) !== limitsOf(head)) yield { message: MORE_JOBS };
    },
  },
  {
    id: 'job-resources-changed',
    class: 'CAPACITY',
    change: 'jobs of a runner ask for, or may use, more or less',
    why: 'A job that asks for more than a node has left waits, and one that uses more memory than it may is killed.',
    source: 'https://docs.gitlab.com/runner/executors/kubernetes/#overwrite-container-resources',
    judge: (change) => ofEachRunner(change, 'what jobs ask for or may use changes', isResource),
  },
  {
    id: 'cache-moved',
    class: 'CAPACITY',
    change: 'a runner looks for its archives in another place',
    why: 'Archives stay where they are, and no job finds them there: each builds without a cache until it has stored its own again.',
    source: `${SETTINGS}#the-runnerscache-section`,
    judge: (change) =>
      ofEachRunner(
        change,
        'jobs look for their archives elsewhere, and miss until each has stored its own',
        isPlace,
      ),
  },
];

const MORE_JOBS =
  'the runner takes another number of jobs at once; it reloads this by itself where config.toml is no subPath mount';
const LIMITS: ReadonlySet<string> = new Set(['concurrent', 'limit', 'request_concurrency']);

/** All that one `[[runners]]` changes of something. */
function* ofEachRunner(
  { is, fields }: Change,
  message: string,
  isIt: (field: FieldChange) => boolean,
): Generator<Judgement> {
  if (is !== 'changed') return;
  const ofRunners = groupBy(fields.filter(isIt), ({ field }) => field.slice(0, 5).join());
  for (const about of ofRunners.values()) yield { about, message };
}

/** What a setting in the configuration of a runner is called; empty for all else. */
function settingOf(change: FieldChange): string {
  return settingIn(change).at(-1) ?? '';
}

function isResource(change: FieldChange): boolean {
  return RESOURCES.test(settingOf(change));
}

const RESOURCES =
  /^(?:(?:helper_|service_)?(?:cpu|memory|ephemeral_storage)_(?:limit|request)(?:_overwrite_max_allowed)?|memory(?:_swap|_reservation)?|cpus)$/;

function isPlace(change: FieldChange): boolean {
  if (!change.field.includes('cache') || !PLACES.has(settingOf(change))) return false;
  const [before, after] = [change.before, change.after].map((value) => textOf(value ?? null));
  return before === undefined || after === undefined || serviceMeant(before) !== serviceMeant(after);
}

const PLACES: ReadonlySet<string> = new Set([
  ...['Type', 'Path', 'Shared', 'BucketName', 'ServerAddress', 'ContainerName', 'StorageDomain'],
]);

/** The three settings with the header of their runner, of what is no TOML that could be read. */
function limitsOf(manifest: Manifest): string {
  const texts = textsOf(manifest.at('data'));
  if (!Object.keys(texts).some((key) => key.endsWith('.toml'))) return '';
  return Object.values(texts)
    .flatMap((text) => [
      ...text.matchAll(/^\s*(?:(?:concurrent|limit|request_concurrency)\s*=\s*\d+|\[\[runners\]\])/gm),
    ])
    .map(([found]) => found.replaceAll(/\s/g, ''))
    .join(' ');
}
