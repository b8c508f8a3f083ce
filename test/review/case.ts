import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST } from '../../src/api/release';
import type { SourceFile } from '../../src/manifests/source';
import { review, type Review } from '../../src/review/review';
import { CLASSES, type RiskClass } from '../../src/review/risk/classes';

export const CORPUS = join(__dirname, 'corpus');

/** Classes of which a real API server says whether they are right. */
export const PROVEN = ['DATA-LOSS', 'APPLY-REJECTED', 'RESTART'] as const satisfies readonly RiskClass[];
export type Proven = (typeof PROVEN)[number];

/**
 * A file of the corpus holds one change, as a diff would:
 *
 *     `text #-`    a line of the base alone
 *     `#+ text`    a line of the head alone
 *     `#= CLASS`   what happens on a cluster: some of DATA-LOSS, APPLY-REJECTED and RESTART, or `nothing` of the three
 *     `#@ path`    what follows is a file of its own; what stands before is `case.yaml`
 *
 * The first line says what changes. The folder has the name of the row of risks that must tell of it, or, in a file that begins
 * with `near-`, must not.
 */
export interface Case {
  readonly name: string;
  readonly risk: string;
  readonly isNear: boolean;
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  readonly happens: readonly Proven[];
}

export function readCases(): readonly Case[] {
  return readdirSync(CORPUS)
    .sort()
    .flatMap((risk) =>
      readdirSync(join(CORPUS, risk))
        .sort()
        .map((file) => caseOf(risk, file, readFileSync(join(CORPUS, risk, file), 'utf8'))),
    );
}

export function caseOf(risk: string, file: string, text: string): Case {
  const lines = text.split('\n');
  const base = lines.filter((line) => !ADDED.test(line)).map((line) => line.replace(/ #-$/, ''));
  const head = lines.filter((line) => !line.endsWith(' #-')).map((line) => line.replace(ADDED, '$1'));
  const words = /^#= (.+)$/m.exec(text)?.[1]?.split(', ');
  if (words === undefined)
    throw new Error(`${risk}/${file} does not say what happens: write a line "#= nothing"`);
  return {
    name: `${risk}/${file}`,
    risk,
    isNear: file.startsWith('near-'),
    base: filesOf(base),
    head: filesOf(head),
    happens: PROVEN.filter((name) => words.includes(name)),
  };
}

const ADDED = /^(\s*)#\+ /;

function filesOf(lines: readonly string[]): readonly SourceFile[] {
  const files: { path: string; text: string }[] = [{ path: 'case.yaml', text: '' }];
  for (const line of lines) {
    const path = /^#@ (\S+)$/.exec(line)?.[1];
    if (path !== undefined) files.push({ path, text: '' });
    else if (!line.startsWith('#')) files[files.length - 1]!.text += `${line}\n`;
  }
  return files.filter(({ text }) => text.trim() !== '');
}

export function reviewed({ base, head }: Pick<Case, 'base' | 'head'>): Review {
  return review(base, head, NEWEST);
}

/** The classes that are told, worst first. */
export function classesOf({ verdicts }: Review): readonly RiskClass[] {
  return CLASSES.filter((name) => verdicts.some(({ risk }) => risk.class === name));
}
