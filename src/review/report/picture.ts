import { readable } from '../../graph/folded';
import type { Graph } from '../../graph/graph';
import { graphOf } from '../../graph/graph-of';
import { marked } from '../../graph/marked';
import { renamed } from '../../graph/renamed';
import { objectName, type Identity } from '../../manifests/identity';
import type { System } from '../../system/system';
import type { ReviewReport } from './report';

/** Who talks to whom and who has which Secret, in both trees, with what the change touches marked. */
export function pictureOf({ verdicts }: Pick<ReviewReport, 'verdicts'>, base: System, head: System): Graph {
  const touched = new Set(
    verdicts
      .filter(({ risk }) => risk.class !== 'NO-OP')
      .flatMap(({ change: { base: before, head: after } }) => [before, after])
      .flatMap((manifest) => (manifest === undefined ? [] : [objectName(manifest.identity)])),
  );
  const isTouched = (object: Identity): boolean => touched.has(objectName(object));
  const newIds = new Map(
    verdicts.flatMap(({ change }) =>
      change.is === 'renamed' ? [[objectName(change.base.identity), objectName(change.head.identity)]] : [],
    ),
  );
  return readable(marked(renamed(graphOf(base), newIds), graphOf(head), isTouched));
}
