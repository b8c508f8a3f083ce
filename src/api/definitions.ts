import { CUSTOM_KINDS, KUBERNETES_APIS, type Definition } from '../facts/kubernetes';
import type { Manifest } from '../manifests/manifest';
import { kindsOf } from './kinds';
import type { Release } from './release';

/** What may stand at one place of an object. */
export interface Shape {
  /** `core.v1.Container`; undefined for what has no name of its own. */
  readonly name: string | undefined;
  readonly definition: Definition;
}

/** The definitions that a release and the known custom kinds have. */
export class Definitions {
  constructor(private readonly release: Release) {}

  /** Undefined for a kind of which nothing is known. */
  of({ identity: { group, kind }, apiVersion }: Manifest): Shape | undefined {
    const version = apiVersion.slice(group === '' ? 0 : group.length + 1);
    const key = `${group}/${version}/${kind}`;
    return this.named(kindsOf(this.release.api).definitions.get(key) ?? key);
  }

  /** What a field of a map may hold. */
  field(shape: Shape | undefined, field: string): Shape | undefined {
    const { properties, additionalProperties } = shape?.definition ?? {};
    if (properties !== undefined && Object.hasOwn(properties, field)) return this.meant(properties[field]);
    return typeof additionalProperties === 'object' ? this.meant(additionalProperties) : undefined;
  }

  /** What an item of a list may be. */
  item(shape: Shape | undefined): Shape | undefined {
    return this.meant(shape?.definition.items);
  }

  private meant(definition: Definition | undefined): Shape | undefined {
    if (definition?.$ref !== undefined) return this.named(definition.$ref.slice(PREFIX.length));
    return definition === undefined ? undefined : { name: undefined, definition };
  }

  private named(name: string): Shape | undefined {
    for (const { definitions } of [KUBERNETES_APIS[this.release.api], CUSTOM_KINDS]) {
      const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
      if (definition !== undefined) return { name, definition };
    }
    return undefined;
  }
}

const PREFIX = '#/definitions/';
