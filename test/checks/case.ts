import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../src/checks/catalog';
import { judge } from '../../src/checks/judge';
import type { Check } from '../../src/checks/check';
import { NEWEST } from '../../src/api/release';
import { System } from '../../src/system/system';
import type { Finding } from '../../src/findings/finding';
import { manifestsOf } from '../../src/manifests/manifests';
import { isManifestFile, type SourceFile } from '../../src/manifests/source';

export const CORPUS = join(__dirname, 'corpus');

/**
 * A file of the corpus holds one fault and its mended twin, as a diff would:
 *
 *     `#+ text`    a line of the wrong version alone
 *     `text #-`    a line of the right version alone
 *     `#!`         at the end of a line: the fault is told here; otherwise at the first `#+`
 *     `#@ path`    what follows is a file of its own; what stands before is `case.yaml`
 *
 * The first line says what is wrong. The folder has the name of the check.
 */
export interface Case {
  readonly name: string;
  readonly check: string;
  readonly wrong: string;
  readonly right: string;
  /** Checks that rightly tell of the same fault: `(also: ID)` in the first line. */
  readonly also: readonly string[];
  /** Where the fault is told in the wrong version. */
  readonly line: number;
}

export function readCases(): readonly Case[] {
  return readdirSync(CORPUS)
    .sort()
    .flatMap((check) =>
      readdirSync(join(CORPUS, check))
        .sort()
        .map((file) => caseOf(check, `${check}/${file}`, readFileSync(join(CORPUS, check, file), 'utf8'))),
    );
}

export function caseOf(check: string, name: string, text: string): Case {
  const lines = text.split('\n');
  const wrong = lines.filter((line) => !line.endsWith(' #-'));
  const told = [wrong.findIndex((line) => line.endsWith(' #!')), wrong.findIndex((line) => ADDED.test(line))];
  const index = told.find((found) => found >= 0);
  if (index === undefined)
    throw new Error(`Cannot see where ${name} is wrong: mark a line with "#+" or "#!"`);
  return {
    name,
    check,
    wrong: wrong.map((line) => line.replace(ADDED, '$1').replace(/ #!$/, '')).join('\n'),
    right: lines
      .filter((line) => !ADDED.test(line))
      .map((line) => line.replace(/ #[-!]$/, ''))
      .join('\n'),
    also: /\(also: ([a-z-]+)\)/.exec(text)?.slice(1) ?? [],
    line: index + 1,
  };
}

const ADDED = /^(\s*)#\+ /;

/** What the checks find in one text, which may hold several files. */
export function found(text: string, checks: readonly Check[] = CHECKS): readonly Finding[] {
  const files = filesOf(text);
  const read = files.filter(({ path }) => isManifestFile(path));
  const unread = files.filter((file) => !read.includes(file)).map(({ path }) => path);
  return judge(new System(manifestsOf(read, unread), NEWEST), checks);
}

/** Each line keeps its number. */
function filesOf(text: string): readonly SourceFile[] {
  const files = [{ path: 'case.yaml', text: '' }];
  for (const [index, line] of text.split('\n').entries()) {
    const path = /^#@ (\S+)$/.exec(line)?.[1];
    if (path !== undefined) files.push({ path, text: '\n'.repeat(index + 1) });
    else files.at(-1)!.text += `${line}\n`;
  }
  return files.filter(
    (file) => file.path !== 'case.yaml' || file === files.at(-1) || /^[^#\s]/m.test(file.text),
  );
}
