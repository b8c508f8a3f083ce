import type { Severity } from './finding';

/** What people read of a check. */
export interface Rule {
  /** Kebab case; stands in exceptions, baselines and the address of its page, so it never changes. */
  readonly id: string;
  readonly severity: Severity;
  /** The rule, as a sentence that is true when all is well. */
  readonly rule: string;
  /** What comes of breaking it. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
  /** Its findings point at values that nobody may read, so no line of them is shown. */
  readonly secret?: boolean;
}

export interface ListedRule extends Rule {
  readonly family: string;
  /** What more there is to read, from the root of the project. */
  readonly page: string;
}

/** The page of a check, from the root of the project. */
export function pageOf(id: string): string {
  return `${PAGES}/${id}.md`;
}

const PAGES = 'docs/checks';
