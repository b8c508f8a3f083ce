import { DEFAULTS } from '../config/defaults';
import { imageReference } from '../model/image';
import { shown } from '../text/shown';
import { at, type Verdict } from './row';
import { NOT_BUILT } from './server-address';

/** What the values of the runner's chart and its `config.toml` say alike. */

export function cacheType(text: string): Verdict {
  if (text === 's3' || text === 's3v2')
    return { kind: 'replaced', why: 'the cache is on MinIO, which speaks S3' };
  if (text.toLowerCase() === 's3')
    return {
      kind: 'replaced',
      why: `the cache is on MinIO, which speaks S3; the runner knows no type ${shown(text)}, only "s3": it cached nothing, in green jobs`,
    };
  return { kind: 'refused', why: `Cannot use cache type ${shown(text)}. ${NOT_BUILT}: say "s3" to have it` };
}

export function insecure(is: boolean): Verdict {
  return {
    kind: 'replaced',
    why: is
      ? 'it is derived from the address: plain HTTP inside of the cluster'
      : 'it is derived from the address: plain HTTP inside of the cluster; false asked a MinIO without TLS for https, and nothing was cached',
  };
}

export function pathInBucket(text: string): Verdict {
  const path = text.replace(/^\/+|\/+$/g, '');
  if (path === '')
    return { kind: 'replaced', why: 'archives lie below `cache.path`, never at the top of the bucket' };
  return { kind: 'carried', to: [{ path: at('cache.path'), value: path }] };
}

export function privileged(is: boolean): Verdict {
  return {
    kind: 'replaced',
    why: is
      ? "`jobs.docker`: only Docker's own service is privileged, no other container of a job"
      : 'no container of a job is privileged',
    to: is ? [{ path: at('runners.0.jobs.docker'), value: true }] : [],
  };
}

export function jobImage(text: string): Verdict {
  try {
    imageReference(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      kind: 'dropped',
      why: `${error.message}; jobs that name no image get ${DEFAULTS.runner.jobs.image}`,
    };
  }
  return { kind: 'carried', to: [{ path: at('runners.0.jobs.image'), value: text }] };
}

/** Jobs live apart from the manager, since the manager may read every Secret beside them. */
export function jobNamespace(text: string): Verdict {
  const shared: readonly string[] = ['default', DEFAULTS.runner.namespace, DEFAULTS.store.namespace];
  if (shared.includes(text) || text.startsWith('kube-') || text.includes('{{'))
    return {
      kind: 'replaced',
      why: `jobs have the namespace "${DEFAULTS.runner.jobs.namespace}" to themselves, as the manager may read every Secret in it`,
    };
  return { kind: 'carried', to: [{ path: at('runners.0.jobs.namespace'), value: text }] };
}
