import { KUBERNETES_APIS, type Definition } from '../../facts/kubernetes';
import { RELEASES, type Release } from '../../api/release';

/** The definitions that objects are compared with. */
export interface Shapes {
  readonly definitions: Readonly<Record<string, Definition>>;
  /** The Kubernetes that gets the objects. */
  readonly minor: number;
  /** Whose definitions these are. */
  readonly release: string;
  /** The same definitions in another release, for fields that come and go. */
  readonly other: { readonly release: string; readonly definitions: Readonly<Record<string, Definition>> };
  /** Of custom kinds an empty text is a text; Kubernetes itself takes it for absence. */
  readonly custom: boolean;
}

export function builtInShapes({ api, minor }: Release): Shapes {
  const release = RELEASES.find((known) => known !== api) ?? api;
  return {
    definitions: KUBERNETES_APIS[api].definitions,
    minor,
    release: api,
    other: { release, definitions: KUBERNETES_APIS[release].definitions },
    custom: false,
  };
}
