import type { Fault, Path, PlacedFault } from './fault';
import { overlay, ownerOf, type Overlay } from './overlay';
import type { YamlDocument } from './yaml-document';

/** A file of a configuration. */
export interface Layer {
  /** As it is told; undefined for the file that was asked for. */
  readonly file: string | undefined;
  readonly document: YamlDocument;
}

/** The key by which a file names the one that it lies over. */
export const EXTENDS = 'extends';

/** A configuration file and those that it extends, as one. */
export class Layers {
  private whole: Overlay | undefined;

  /** The lowest first. */
  constructor(private readonly layers: readonly [Layer, ...Layer[]]) {}

  /** What is no YAML, of each file. */
  faults(): readonly PlacedFault[] {
    return this.layers.flatMap((layer) => layer.document.faults().map((fault) => inFile(layer, fault)));
  }

  /** Throws a `RangeError` where aliases would blow up the result. */
  value(): unknown {
    const { value } = this.overlay();
    if (this.layers.length === 1 || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== EXTENDS));
  }

  has(path: Path): boolean {
    return this.layerOf(path).document.has(path);
  }

  place(fault: Fault): PlacedFault {
    const layer = this.layerOf(fault.path);
    return inFile(layer, layer.document.place(fault));
  }

  private layerOf(path: Path): Layer {
    return this.layers[this.layers.length === 1 ? 0 : ownerOf(this.overlay(), path)] ?? this.layers[0];
  }

  private overlay(): Overlay {
    this.whole ??= overlay(this.layers.map(({ document }) => document.value()));
    return this.whole;
  }
}

/** Faults of one of the files. */
export function placedIn(layer: Layer, faults: readonly Fault[]): readonly PlacedFault[] {
  return faults.map((fault) => inFile(layer, layer.document.place(fault)));
}

function inFile({ file }: Layer, fault: PlacedFault): PlacedFault {
  return file === undefined ? fault : { ...fault, file };
}
