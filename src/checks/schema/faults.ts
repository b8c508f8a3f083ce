import { addTo } from '../../manifests/groups';
import type { Fault } from '../check';
import type { System } from '../../system/system';
import type { Manifest } from '../../manifests/manifest';
import { isMap } from '../../manifests/value';
import { customShapes, customDefinition } from './custom';
import { identified } from './identify';
import { isNamed, nameless } from './incomplete';
import type { Mistake } from './mistake';
import type { SchemaId } from './rules';
import { builtInShapes } from './shapes';
import { Walk } from './walk';

/** All that this family finds; each object is walked once, whoever asks. */
export function schemaFaults(system: System): ReadonlyMap<SchemaId, readonly Fault[]> {
  const faults = new Map<SchemaId, Fault[]>();
  const tell = (check: SchemaId, fault: Fault): void => {
    addTo(faults, check, fault);
  };
  const [builtIn, custom] = [builtInShapes(system.kubernetes), customShapes(system.kubernetes)];
  const unknown = new Set<string>();
  for (const manifest of system.manifests.filter((one) => !isEncrypted(one))) {
    const say = (mistake: Mistake): void => {
      tell(mistake.check, faultOf(manifest, mistake));
    };
    const what = identified(manifest, system.kubernetes);
    if (what.is === 'wrong') say(what.mistake);
    const definition = what.is === 'custom' ? customDefinition(what.kind) : undefined;
    if (what.is === 'built-in') new Walk(builtIn, say).visit(manifest.object, refTo(what.definition));
    else if (definition !== undefined) new Walk(custom, say).visit(manifest.object, refTo(definition));
    else if (what.is === 'custom' && !unknown.has(what.kind)) {
      unknown.add(what.kind);
      say(unknownKind(what.kind));
    }
    if ((what.is === 'built-in' || definition !== undefined) && !isNamed(manifest)) say(nameless());
  }
  return faults;
}

/** By SOPS, which another check tells: of ciphertext nothing can be judged. */
function isEncrypted(manifest: Manifest): boolean {
  return isMap(manifest.at('sops'));
}

function refTo(definition: string): { readonly $ref: string } {
  return { $ref: `#/definitions/${definition}` };
}

function faultOf(manifest: Manifest, { check, path, part, message, remedy }: Mistake): Fault {
  // Only a Secret has a second field for what is not encoded.
  const isPlain = check === 'data-base64' && manifest.kind === 'Secret';
  return {
    spot: { manifest, path, ...(part === undefined ? {} : { part }) },
    message,
    remedy: isPlain ? `${remedy}, or write it as it is under "stringData"` : remedy,
  };
}

function unknownKind(kind: string): Mistake {
  return {
    check: 'unknown-custom-kind',
    path: ['kind'],
    message: `Nothing is known here of "${kind}", so its fields are not checked`,
    remedy: 'check it against its CustomResourceDefinition',
  };
}
