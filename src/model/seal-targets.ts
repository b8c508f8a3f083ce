import type { Model, Runner } from './model';
import { KEY_NAMES, keysInStoreOf, NAMES, PREVIOUS_ACCESS_KEY } from './names';
import type { SealedPlace, SealScope } from './sealed';

/** A Secret that has to be sealed. */
export interface SealTarget extends SealedPlace {
  /** `root`, `runners.main`, `runners.main.store` for the copy beside MinIO, `runners.main.token`. */
  readonly for: string;
  /** The keys of the Secret, by what `seal` calls their values: `runners.main.accesskey`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Which keys of a runner are wanted; undefined for what is not rotated. */
  readonly rotation: number | undefined;
  /** Keys that may be left out, in the same way. */
  readonly optionalKeys: Readonly<Record<string, string>>;
  /** From the root of the configuration: what asks for it. */
  readonly path: readonly (string | number)[];
}

/** All Secrets that a configuration wants sealed, in its order. */
export function sealTargets({ credentials, store, runners }: Model): readonly SealTarget[] {
  const { scope, rotation } =
    credentials.kind === 'sealed' ? credentials : { scope: undefined, rotation: undefined };
  return [
    ...(scope === undefined ? [] : [rootTarget(scope, store.namespace)]),
    ...runners.flatMap((runner, index) => [
      ...(scope === undefined
        ? []
        : pairTargets(runner.name, rotation, [
            { scope, namespace: runner.namespace, secret: NAMES.runnerKeys },
            { scope, namespace: store.namespace, secret: keysInStoreOf(runner, runners) },
          ])),
      ...tokenTargets(runner, index),
    ]),
  ];
}

const CREDENTIALS_KIND = ['credentials', 'kind'];

function rootTarget(scope: SealScope, namespace: string): SealTarget {
  const place = { scope, namespace, secret: NAMES.rootKeys };
  const keys = { keys: pairOf('root'), optionalKeys: {}, rotation: undefined };
  return { ...place, ...keys, for: 'root', path: CREDENTIALS_KIND };
}

/** A runner's keys, for its manager and beside MinIO: the same values, sealed for each place. */
function pairTargets(
  runner: string,
  rotation: number | undefined,
  [own, copy]: readonly [SealedPlace, SealedPlace],
): readonly SealTarget[] {
  const name = `runners.${runner}`;
  const keys = {
    rotation,
    keys: pairOf(name),
    optionalKeys: { [`${name}.${PREVIOUS_ACCESS_KEY}`]: PREVIOUS_ACCESS_KEY },
    path: CREDENTIALS_KIND,
  };
  return [
    { ...own, ...keys, for: name },
    { ...copy, ...keys, for: `${name}.store` },
  ];
}

function tokenTargets({ name, namespace, token }: Runner, index: number): readonly SealTarget[] {
  if (token.kind !== 'sealed') return [];
  const { scope, secret, key } = token;
  const value = `runners.${name}.token`;
  const path = ['runners', index, 'token', 'kind'];
  const keys = { keys: { [value]: key }, optionalKeys: {}, rotation: undefined };
  return [{ ...keys, scope, namespace, secret, path, for: value }];
}

function pairOf(name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(KEY_NAMES).map((key) => [`${name}.${key}`, key]));
}
