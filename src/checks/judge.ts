import { inOrder, type Finding, type Severity } from '../findings/finding';
import { fieldOf } from '../manifests/field';
import { groupBy } from '../manifests/groups';
import type { Identity } from '../manifests/identity';
import type { Path } from '../manifests/value';
import type { Place } from '../text/lines';
import type { Check, Fault, Spot } from './check';
import type { System } from '../system/system';

/** What checks find in a system, in the order of the files; each fault is told once. */
export function judge(system: System, checks: readonly Check[]): readonly Finding[] {
  return [...findIn(system, checks)].sort(inOrder);
}

/** The same in the order of the checks, without asking for the places of all. */
export function findIn(system: System, checks: readonly Check[]): readonly Finding[] {
  const findings = checks.flatMap((check) =>
    Array.from(check.find(system), (fault) => new PlacedFinding(check, fault)),
  );
  const alike = groupBy(findings, ({ check, file, message }) => `${check}\n${file}\n${message}`);
  return [...alike.values()].flatMap((some) => (some.length === 1 ? some : onePerPlace(some)));
}

function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(
      findings.map((one) => [`${String(one.place.line)}:${String(one.place.column)}`, one]),
    ).values(),
  ];
}

/** Where it stands is looked up when somebody asks: of what is accepted nobody does, and that is most in a large house. */
class PlacedFinding implements Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly object: Identity | undefined;
  readonly path: Path;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
  readonly secret: boolean;
  private readonly spot: Spot;
  private found: Place | undefined;

  constructor({ id, severity, secret = false }: Check, { spot, message, remedy, severity: own }: Fault) {
    this.check = id;
    this.severity = own ?? severity;
    this.object = 'manifest' in spot ? spot.manifest.identity : undefined;
    this.path = 'manifest' in spot ? spot.path : [];
    this.file = 'manifest' in spot ? spot.manifest.file.path : spot.file.path;
    this.message = message;
    this.remedy = remedy;
    this.secret = secret;
    this.spot = spot;
  }

  get field(): string {
    return 'manifest' in this.spot ? fieldOf(this.spot.manifest.object, this.spot.path) : '';
  }

  get place(): Place {
    this.found ??= placeOf(this.spot);
    return this.found;
  }
}

function placeOf(spot: Spot): Place {
  if (!('manifest' in spot)) return spot.place;
  const { manifest, path, part = 'value', line } = spot;
  if (line === undefined) return manifest.placeOf(path, part);
  const start = manifest.placeOf(path, 'value');
  // Only a block text begins at the start of a line, and only there a line of the text is one of the file.
  if (start.column !== 1) return start;
  const text = manifest.file.text.split('\n')[start.line + line - 1] ?? '';
  return { line: start.line + line, column: text.search(/\S|$/) + 1 };
}
