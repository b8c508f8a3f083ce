import type { Manifest } from '../load';
import { dataOf, ofKind, podsOf, type Rule } from './rule';
import { runnersOf } from './runner-config';

/** Each runner's bucket, user and policy are made by the script, in the region that the runner signs for. */
export const buckets: Rule = (tree) => {
  const found = ofKind(tree, 'ConfigMap').filter(({ object }) => SCRIPT in dataOf(object));
  const [config] = found;
  if (config === undefined || found.length > 1) return [`${found.length} ConfigMaps with ${SCRIPT}`];
  const files = dataOf(config.object);
  const script = files[SCRIPT] ?? '';
  const regions = [...regionsOf(tree, script)];
  return runnersOf(tree).flatMap(([{ path }, { name, cache }]) => {
    const { Path, s3 } = cache;
    const policy = files[`runner-cache-${name}.json`] ?? '';
    return [
      ...has(commandsOf(script), `bucket ${s3.BucketName}`),
      ...has(commandsOf(script), `runner ${name}`),
      ...has(commandsOf(script), `proof ${name} ${s3.BucketName} ${Path}`),
      ...(policy.includes(`"arn:aws:s3:::${s3.BucketName}/${Path}/*"`) ? [] : ['has no policy']),
      ...(regions.every((region) => region === s3.BucketLocation) ? [] : [`regions ${regions.join(', ')}`]),
      ...keyFiles(tree, config, name),
    ].map((what) => `${path}: ${what}`);
  });
};

const SCRIPT = 'bucket-init.sh';

/** The calls at the end of the script, behind its functions. */
function commandsOf(script: string): readonly string[] {
  return script.split(/\n|; (?:then )?/).map((command) => command.trim());
}

function has(commands: readonly string[], command: string): readonly string[] {
  return commands.includes(command) ? [] : [`the script has no "${command}"`];
}

function regionsOf(tree: readonly Manifest[], script: string): Set<string | undefined> {
  const said = podsOf(tree).flatMap(({ containers }) =>
    containers.flatMap(({ env = [] }) =>
      env.filter(({ name }) => name === 'MINIO_SITE_REGION').map(({ value }) => value),
    ),
  );
  return new Set([...said, /--region (\S+)/.exec(script)?.[1]]);
}

/** Whoever runs the script finds the runner's keys where it looks for them. */
function keyFiles(tree: readonly Manifest[], { object }: Manifest, runner: string): readonly string[] {
  const readers = podsOf(tree).filter(({ volumes }) =>
    volumes.some(({ configMap }) => configMap?.name === object.metadata.name),
  );
  return readers.flatMap(({ owner, volumes }) => {
    const items = volumes
      .flatMap(({ projected }) => projected?.sources ?? [])
      .flatMap(({ secret }) => secret?.items ?? []);
    return ['accesskey', 'secretkey']
      .map((key) => `${runner}/${key}`)
      .filter((file) => !items.some(({ path }) => path === file))
      .map((file) => `${owner} has no file ${file}`);
  });
}
