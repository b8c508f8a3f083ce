import { addTo } from '../manifests/groups';
import type { Manifest } from '../manifests/manifest';
import type { Manifests } from '../manifests/manifests';
import type { SourceFile } from '../manifests/source';
import { visible } from '../text/shown';
import type { Finding } from './finding';
import { masked, MAY_BE_SECRET, secretLinesOf, type SecretLines } from './secret-lines';

/** The line that a finding points at, as a terminal shows it. */
export interface Frame {
  readonly line: string;
  /** What goes below it: spaces and a row of `^`. */
  readonly pointer: string;
}

/** The lines of a tree that findings point at. Secrets are masked. */
export class Frames {
  private readonly files = new Map<string, SourceFile>();
  private readonly manifests = new Map<string, Manifest[]>();
  private readonly pointedAt: ReadonlySet<string>;
  private readonly lines = new Map<string, readonly string[]>();
  private readonly secrets = new Map<string, SecretLines>();

  constructor({ manifests, files }: Manifests, findings: readonly Finding[]) {
    for (const file of files) this.files.set(file.path, file);
    for (const manifest of manifests) addTo(this.manifests, manifest.file.path, manifest);
    this.pointedAt = new Set(findings.filter(({ secret }) => secret).map(keyOf));
  }

  /** Undefined where the file has no such line. */
  of(finding: Finding): Frame | undefined {
    const { file, place } = finding;
    const line = this.linesOf(file)[place.line - 1]?.trimEnd();
    if (line === undefined || line === '') return undefined;
    if (!this.isSecret(finding)) return frame(line, place.column - 1);
    const mask = masked(line);
    return frame(mask, Math.min(place.column - 1, mask.length - 1));
  }

  private isSecret(finding: Finding): boolean {
    const { file, place, object } = finding;
    if (this.pointedAt.has(keyOf(finding))) return true;
    if (object === undefined && MAY_BE_SECRET.test(this.files.get(file)?.text ?? '')) return true;
    let lines = this.secrets.get(file);
    if (lines === undefined) {
      lines = secretLinesOf(this.manifests.get(file) ?? []);
      this.secrets.set(file, lines);
    }
    return lines(place.line);
  }

  private linesOf(file: string): readonly string[] {
    let lines = this.lines.get(file);
    if (lines === undefined) {
      lines = (this.files.get(file)?.text ?? '').split('\n');
      this.lines.set(file, lines);
    }
    return lines;
  }
}

function keyOf({ file, place }: Finding): string {
  return `${file}:${String(place.line)}`;
}

function frame(line: string, column: number): Frame {
  const length = Math.min(lengthAt(line.slice(column)), LONGEST_POINTER);
  const from = line.length <= LONGEST_LINE ? 0 : Math.max(0, column - BEFORE);
  const to = Math.min(line.length, from + LONGEST_LINE);
  const before = `${from > 0 ? '…' : ''}${visible(line.slice(from, column))}`;
  const rest = `${visible(line.slice(column, to))}${to < line.length ? '…' : ''}`;
  return { line: before + rest, pointer: `${' '.repeat(before.length)}${'^'.repeat(length)}` };
}

/** Of the key or the value that begins here; a comment behind it is no part of it. */
function lengthAt(rest: string): number {
  const key = /^(?:"[^"]*"|'[^']*'|[^\s"':{[][^\s:]*)(?=\s*:(?:\s|$))/.exec(rest)?.[0];
  const value = key ?? /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|.*?(?=\s+#|,?\s*$))/.exec(rest)?.[0] ?? '';
  return Math.max(value.length, 1);
}

const LONGEST_LINE = 120;
const LONGEST_POINTER = 60;
/** Of a line that is cut: how much stands before the place. */
const BEFORE = 40;
