import type { Manifests } from '../manifests/manifests';
import { inOrder, type AcceptedFinding, type Finding, type Severity } from './finding';
import type { ListedRule } from './rule';

/** What was judged and what came of it: all that a format tells. */
export interface Report {
  readonly tool: Tool;
  /** Those that were asked, and so may be named. */
  readonly rules: readonly ListedRule[];
  readonly tree: Manifests;
  /** A file of the tree as one writes it where the command runs. */
  readonly pathOf: (file: string) => string;
  readonly listed: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** What a baseline names. */
  readonly known: readonly Finding[];
  /** Findings of less than the least severity that is asked for. */
  readonly unlisted: number;
}

export interface Tool {
  readonly version: string;
  /** Where the project is on the web; its pages are below. Undefined: nowhere yet. */
  readonly homepage: string | undefined;
}

/** What is accepted, in the order of the files. */
export function acceptedInOrder({ accepted }: Pick<Report, 'accepted'>): readonly AcceptedFinding[] {
  return [...accepted].sort((a, b) => inOrder(a.finding, b.finding));
}

/** `2 errors, 1 warning in 44 objects; 3 less severe, 1 accepted` */
export function summary({ tree, listed, accepted, known, unlisted }: Report): string {
  const found = COUNTED.map(
    (severity) => [listed.filter((finding) => finding.severity === severity).length, severity] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => plural(count, severity));
  const beside = [
    [unlisted, 'less severe'],
    [accepted.length, 'accepted'],
    [known.length, 'in the baseline'],
  ] as const;
  const told = beside.filter(([count]) => count > 0).map(([count, what]) => `${String(count)} ${what}`);
  const first = `${found.length === 0 ? 'Nothing found' : found.join(', ')} in ${plural(tree.manifests.length, 'object')}`;
  return `${[first, ...(told.length === 0 ? [] : [told.join(', ')])].join('; ')}\n`;
}

const COUNTED: readonly Severity[] = ['error', 'warning', 'note'];

export function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}
