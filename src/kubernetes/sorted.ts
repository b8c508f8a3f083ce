/** The same object with its keys in order: patches come after cdk8s has sorted the others. */
export function sorted<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
