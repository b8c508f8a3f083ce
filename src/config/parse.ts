import type { Model } from '../model/model';
import { violations } from '../model/rules';
import type { Fault, PlacedFault } from './fault';
import { laterFaults } from './later';
import { Layers, placedIn, type Layer } from './layers';
import { resolve } from './resolve';
import { configuration } from './schema';
import { schemaFaults } from './schema-faults';
import { YamlDocument } from './yaml-document';

/** A configuration, or everything that is wrong with it. */
export type Parsed =
  | {
      readonly model: Model;
      readonly faults: readonly [];
      readonly warnings: readonly PlacedFault[];
      /** Gives a fault that only the manifests show its place in the text. */
      readonly place: (fault: Fault) => PlacedFault;
    }
  | {
      readonly model: undefined;
      readonly faults: readonly PlacedFault[];
      readonly warnings: readonly PlacedFault[];
    };

/** Reads the text of a `runner-cache.yaml`. Never throws for what stands in it. */
export function parseConfiguration(text: string): Parsed {
  return parseLayers([{ file: undefined, document: new YamlDocument(text) }]);
}

/** The same of files that lie over each other, the lowest first; `unread` is why what the lowest extends is not among them. */
export function parseLayers(files: readonly [Layer, ...Layer[]], unread: readonly Fault[] = []): Parsed {
  const layers = new Layers(files);
  const broken = [...layers.faults(), ...placedIn(files[0], unread)];
  if (broken.length > 0) return { model: undefined, faults: broken, warnings: [] };
  const judged = judge(valueOf(layers));
  const placed = (faults: readonly Fault[]): PlacedFault[] =>
    withoutEchoes(faults, layers).map((fault) => layers.place(fault));
  const warnings = placed(judged.warnings);
  return judged.model === undefined
    ? { model: undefined, faults: placed(judged.faults), warnings }
    : { model: judged.model, faults: [], warnings, place: (fault) => layers.place(fault) };
}

/** A fault between two keys is told at each of them. Where only one stands in the file, that is where to mend it. */
function withoutEchoes(faults: readonly Fault[], layers: Layers): readonly Fault[] {
  const stand = new Set(faults.filter(({ path }) => layers.has(path)).map(({ message }) => message));
  return faults.filter(({ path, message }) => layers.has(path) || !stand.has(message));
}

interface Judged {
  readonly model: Model | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** The same for values that come from TypeScript. */
export function judge(value: unknown): Judged {
  if (value instanceof RangeError) return rejected([{ path: [], message: value.message }]);
  const later = laterFaults(value);
  const parsed = configuration.safeParse(value);
  const schema = parsed.success
    ? []
    : schemaFaults(parsed.error.issues, value).filter(({ path }) => !isBeside(path, later));
  if (!parsed.success || later.length > 0) return rejected([...later, ...schema]);
  const { model, faults, warnings } = resolve(parsed.data);
  if (model === undefined) return { model, faults, warnings };
  const all = [...faults, ...violations(model)];
  return { model: all.length === 0 ? model : undefined, faults: all, warnings };
}

function rejected(faults: readonly Fault[]): Judged {
  return { model: undefined, faults, warnings: [] };
}

function valueOf(layers: Layers): unknown {
  try {
    return layers.value();
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

/** What stands beside a `kind` that is not built yet belongs to it, so it is no fault of its own. */
function isBeside(path: Fault['path'], later: readonly Fault[]): boolean {
  return later.some((choice) => {
    const covered = choice.path.at(-1) === 'kind' ? choice.path.slice(0, -1) : choice.path;
    return covered.every((part, index) => part === path[index]);
  });
}
