import { parseAllDocuments, parse } from 'yaml';
import { HEADER } from '../../src/output/header';
import { CONFIGURATIONS } from './configurations';
import { manifestsOf, podTemplateOf, values, type Manifest } from './load';

const CLUSTER_SCOPED = ['Namespace'];
/** Empty, and meant: every pod; a folder without a limit. */
const MEANT_EMPTY = /\.(podSelector|emptyDir)$/;
/** In an ExternalSecret, `data` is a list of where values lie. */
const REMOTE_DATA = /^\.spec\.data\.\d+(?:\.remoteRef)?$/;
/** The core API group is the empty text. */
const GROUP = /\.(apiGroups\.0|group)$/;
/** Argo CD puts back only what Git says, also that there is nothing. */
const SAID_EMPTY = /^\.spec\.(?:ingress|egress)$|\.capabilities\.add$/;
/** Of one Application; what is delivered by other means stands at the top. */
const APPLICATION_FOLDER = /^(?:runner-cache|store|runner-[a-z0-9-]+)\/(?=.*\/)/;

describe.each(Object.entries(CONFIGURATIONS))('%s', (_, configuration) => {
  const manifests = manifestsOf(configuration);
  const each = (rule: (manifest: Manifest) => unknown): unknown[] => manifests.flatMap(rule);

  test('the same configuration gives the same bytes', () => {
    expect(manifestsOf(configuration).map(({ path, text }) => [path, text])).toEqual(
      manifests.map(({ path, text }) => [path, text]),
    );
  });

  test('one object a file, named after it, below a folder named after its namespace', () => {
    for (const { path, text, object } of manifests) {
      const { kind, metadata } = object;
      expect(parseAllDocuments(text)).toHaveLength(1);
      const inFolder = path.replace(APPLICATION_FOLDER, '');
      expect(inFolder).toBe(`${metadata.namespace ?? '00-namespaces'}/${kind}.${metadata.name}.k8s.yaml`);
    }
  });

  test('no object stands twice', () => {
    const identities = each(
      ({ object: { kind, metadata } }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
    );
    expect(new Set(identities).size).toBe(identities.length);
  });

  test('the text is plain: a header, LF, no anchors, no blanks at a line end', () => {
    for (const { text } of manifests) {
      expect(text.startsWith(HEADER)).toBe(true);
      expect(text).not.toMatch(/\r|[ \t]$|^\t|: [&*]\w/m);
      expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    }
  });

  test('YAML 1.1 and 1.2 read the same', () => {
    for (const { text, object } of manifests) expect(parse(text, { version: '1.2' })).toEqual(object);
  });

  test('apiVersion, kind and metadata come first; all other keys are sorted', () => {
    for (const { object } of manifests) {
      expect(Object.keys(object).slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata']);
      for (const [path, value] of values(object.spec ?? {})) {
        const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
        if (isMap) expect([path, Object.keys(value)]).toEqual([path, Object.keys(value).sort()]);
      }
    }
  });

  test('every object says its namespace, unless it has none', () => {
    const wrong = each(({ path, object: { kind, metadata } }) =>
      CLUSTER_SCOPED.includes(kind) === (metadata.namespace === undefined) ? [] : [path],
    );
    expect(wrong).toEqual([]);
  });

  test('labels, annotations and data are text', () => {
    const wrong = each(({ path, object }) =>
      [...values(object)].flatMap(([at, value]) =>
        /\.(labels|annotations|data|matchLabels|limits|requests)\.[^.]*(\.[^.]*)*$/.test(at) &&
        !REMOTE_DATA.test(at) &&
        typeof value !== 'string'
          ? [`${path}${at}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('quantities are canonical: an integer with the largest suffix', () => {
    const wrong = each(({ object }) =>
      [...values(object)].filter(([at, value]) => {
        if (!/\.(limits|requests)\.[^.]+$|\.sizeLimit$/.test(at)) return false;
        const match = /^([1-9][0-9]*)(m|Ki|Mi|Gi|Ti)?$/.exec(String(value));
        if (match === null) return true;
        const step = match[2] === 'm' ? 1000 : match[2] === undefined ? Infinity : 1024;
        return Number(match[1]) % step === 0;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is null, empty, or owned by the server', () => {
    const owned =
      /^\.status$|\.(creationTimestamp|uid|resourceVersion|managedFields|clusterIP|nodePort|stringData)$/;
    const wrong = each(({ path, object }) =>
      [...values(object)].flatMap(([at, value]) => {
        const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
        const isMeant = MEANT_EMPTY.test(at) || (APPLICATION_FOLDER.test(path) && SAID_EMPTY.test(at));
        const bad = value === null || value === '' || (isEmpty && !isMeant) || owned.test(at);
        return bad && !GROUP.test(at) ? [`${path}${at}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('Jobs are named by their content, have no end of life, and no hooks', () => {
    const jobs = manifests.map(({ object }) => object).filter(({ kind }) => kind === 'Job');
    expect(jobs.length).toBeGreaterThan(0);
    for (const { metadata, spec } of jobs) {
      expect(metadata.name).toMatch(/^[a-z-]+-[0-9a-f]{8}$/);
      const read = Object.entries(metadata.annotations ?? {}).filter(
        ([key]) => /argocd|helm/.test(key) && key !== 'argocd.argoproj.io/sync-wave',
      );
      expect(read).toEqual([['argocd.argoproj.io/compare-options', 'IgnoreExtraneous']]);
      expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
    }
  });

  test('what holds data stays when it leaves Git', () => {
    for (const { object } of manifests) {
      const isFilled = object.kind === 'Secret' && object.data === undefined;
      const kept = ['PersistentVolumeClaim', 'Namespace'].includes(object.kind) || isFilled;
      expect([object.kind, object.metadata.annotations?.['argocd.argoproj.io/sync-options']]).toEqual([
        object.kind,
        kept ? 'Delete=false,Prune=false' : undefined,
      ]);
    }
  });

  test('no object has the label that Argo CD may track by', () => {
    for (const { text } of manifests) expect(text).not.toContain('app.kubernetes.io/instance');
  });

  test('no line of a ConfigMap reads like a secret to scanners', () => {
    const taken = /(?:pass|password|pwd|secret|token|key|username|email)\s*[=:](?!"?\$[({])/i;
    for (const { object } of manifests) {
      if (object.kind !== 'ConfigMap') continue;
      const lines = Object.values(object.data as Record<string, string>).flatMap((text) => text.split('\n'));
      expect(lines.filter((line) => taken.test(line))).toEqual([]);
    }
  });

  test('selectors hold one label, and the template has it', () => {
    for (const { object } of manifests) {
      if (object.kind !== 'Deployment') continue;
      const { matchLabels } = (object.spec as { selector: { matchLabels: Record<string, string> } }).selector;
      expect(Object.keys(matchLabels)).toEqual(['app.kubernetes.io/name']);
      expect(podTemplateOf(object)!.metadata.labels).toMatchObject(matchLabels);
    }
  });

  test('a script has at most 40 lines, and the Job for the keys has one more for each runner after the first', () => {
    const runners = manifests.filter(({ path }) => path.endsWith('Deployment.gitlab-runner.k8s.yaml')).length;
    const scripts = each(({ object }) =>
      [...values(object)].flatMap(([, value]) =>
        typeof value === 'string' && value.includes('set -eu') ? [value] : [],
      ),
    );
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts)
      expect(String(script).trimEnd().split('\n').length).toBeLessThanOrEqual(40 + (runners - 1));
  });
});
