import { suggestion } from '../text/closest';
import { shown } from '../text/shown';
import type { Fault } from './fault';

/** What is said of exceptions for objects that the manifests do not have. */
export function homelessFaults(
  exceptions: readonly {
    readonly index: number;
    readonly object: string;
    readonly objects: readonly string[];
  }[],
): readonly Fault[] {
  return exceptions.map(({ index, object, objects }) => ({
    path: ['exceptions', index, 'object'],
    message: `Cannot find object ${shown(object)} in the manifests${suggestion(object, objects)}`,
  }));
}
