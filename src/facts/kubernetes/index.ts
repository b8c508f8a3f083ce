import api127 from './1.27.json';
import api137 from './1.37.json';
import custom from './custom.json';
import valueFields from './value-fields.json';

/** What an API takes at one place, as a subset of JSON Schema; made by imports/kubernetes/reduce.mjs. */
export interface Definition {
  /** `#/definitions/core.v1.Container`. */
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  /** For what is either of two types. */
  readonly oneOf?: readonly { readonly type: string }[];
  readonly enum?: readonly (string | number)[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: boolean | Definition;
  readonly items?: Definition;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** `atomic`, `set` or `map`. */
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  /** What `kubectl apply` tells the items of a list apart by. */
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The API of a release. */
export interface Api {
  /** `v1.37.2`, with a word before it. */
  readonly title: string;
  /** `apps/v1/Scale`: kinds that it has too, and of which nothing else is said. */
  readonly others: readonly string[];
  readonly definitions: Readonly<Record<string, Definition>>;
}

/** By the release that it is the API of. */
export const KUBERNETES_APIS: Readonly<Record<'1.27' | '1.37', Api>> = { '1.27': api127, '1.37': api137 };

/** The custom kinds that people keep beside these systems, by `argoproj.io/v1alpha1/Application`; made by imports/crds/reduce.mjs. */
export const CUSTOM_KINDS: Api = custom;

/**
 * Fields that are values in Go and no pointers, by the definition around them: there zero, `""`, `false` and an empty map are the
 * same as absence. Made by imports/kubernetes/value-fields.mjs.
 */
export const VALUE_FIELDS: Readonly<Record<string, readonly string[]>> = valueFields;
