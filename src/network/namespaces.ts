import type { Manifest } from '../manifests/manifest';
import { at, isList, mapOf, textOf, textsOf, type Value } from '../manifests/value';
import { selects, type Labels } from './selector';
import type { Certainty } from './certainty';

/** Every namespace has it, with its own name. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** What files say of namespaces. */
export class Namespaces {
  private readonly labels: ReadonlyMap<string, Labels>;

  constructor(
    manifests: readonly Manifest[],
    /** Those of which the files hold pods. */
    private readonly inhabited: ReadonlySet<string>,
  ) {
    this.labels = new Map(
      manifests.map((manifest) => {
        const own = Object.entries(textsOf(manifest.at('metadata', 'labels')));
        return [manifest.name, { values: new Map([...own, [NAMESPACE_NAME, manifest.name]]), open: false }];
      }),
    );
  }

  /** Of what no file makes, the name alone is known, and of what has no name nothing is. */
  labelsOf(namespace: string): Labels {
    const name = new Map(namespace === '' ? [] : [[NAMESPACE_NAME, namespace]]);
    return this.labels.get(namespace) ?? { values: name, open: true };
  }

  /** Whether the files hold its pods. Those of the cluster's own services are never all in files. */
  isKnown(namespace: string): boolean {
    return this.inhabited.has(namespace) && namespace !== 'kube-system' && namespace !== '';
  }

  /** Whether a selector takes a namespace whose pods are in no file. */
  selectsStranger(selector: Value): Certainty {
    const names = namesAskedFor(selector);
    if (names?.every((name) => this.isKnown(name)) === true) return 'no';
    return selects(selector, { values: new Map([[NAMESPACE_NAME, undefined]]), open: true });
  }
}

/** The names that a selector restricts itself to; undefined where it takes others too. */
export function namesAskedFor(selector: Value): readonly string[] | undefined {
  const { matchLabels, matchExpressions } = mapOf(selector);
  const name = textOf(at(matchLabels, NAMESPACE_NAME));
  if (name !== undefined) return [name];
  const expressions = isList(matchExpressions) ? matchExpressions : [];
  const asked = expressions.find(
    (expression) => at(expression, 'key') === NAMESPACE_NAME && at(expression, 'operator') === 'In',
  );
  const values = at(asked, 'values');
  return isList(values) ? values.flatMap((value) => textOf(value) ?? []) : undefined;
}
