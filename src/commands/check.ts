import { judgeAndAccept } from '../checks/accepted';
import { CHECKS, RULES } from '../checks/catalog';
import { NEWEST, release, type Release } from '../api/release';
import { System } from '../system/system';
import { sift } from '../findings/baseline';
import { SEVERITIES } from '../findings/finding';
import { plural, type Report, type Tool } from '../findings/report';
import { readBaseline, writeBaseline } from './baseline-file';
import { chosenRules, formatOf, severityOf } from './check-options';
import { exceptionFile } from './check-exceptions';
import { staleTold, told } from './check-told';
import { explain } from './explain';
import type { Outcome } from './outcome';
import { pathFrom } from './paths';
import { treeOf } from './tree';

export interface CheckOptions {
  readonly format: string;
  /** Least severity that is told. */
  readonly severity: string;
  /** Ids and families. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly list?: boolean;
  /** A scanner that is told of what is accepted in a file of its own, which is printed instead. */
  readonly exceptions?: string;
}

/** Where the command runs. */
export interface Surroundings {
  readonly folder: string;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  readonly tool: Tool;
}

/**
 * Judges manifests, whoever made them. What cannot be judged, or is asked in the wrong way, ends with 2.
 */
export function check(root: string, options: CheckOptions, around: Surroundings): Outcome {
  try {
    if (options.list === true) return list(options);
    return options.exceptions === undefined
      ? judged(root, options, around)
      : exceptionFile(root, options.exceptions, releaseOf(options));
  } catch (error) {
    return { ...explain(error), code: 2 };
  }
}

function list({ only, skip }: CheckOptions): Outcome {
  const rules = chosenRules(only, skip);
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, family, rule }) =>
      `${id.padEnd(width)}  ${severity.padEnd(7)}  ${family.padEnd(10)}  ${rule}\n`,
  );
  return { out: lines.join(''), err: '', code: 0 };
}

function judged(root: string, options: CheckOptions, around: Surroundings): Outcome {
  const format = formatOf(options.format);
  const least = SEVERITIES.indexOf(severityOf(options.severity));
  const rules = chosenRules(options.only, options.skip);
  const baseline = options.baseline === undefined ? [] : readBaseline(options.baseline);
  const tree = treeOf(root);
  const ids = new Set(rules.map(({ id }) => id));
  const judgement = judgeAndAccept(
    new System(tree, releaseOf(options)),
    CHECKS.filter(({ id }) => ids.has(id)),
    new Set(RULES.map(({ id }) => id)),
  );
  const asked = judgement.findings.filter((finding) => ids.has(finding.check));
  const { fresh, known, stale } = sift(asked, baseline);
  const listed = fresh.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least);
  if (options.writeBaseline !== undefined) {
    writeBaseline(options.writeBaseline, listed);
    return {
      out: '',
      err: `${options.writeBaseline}: ${plural(listed.length, 'finding')} written\n`,
      code: 0,
    };
  }
  const report: Report = {
    tool: around.tool,
    rules,
    tree,
    pathOf: (file) => pathFrom(around.folder, root, file),
    listed,
    accepted: judgement.accepted,
    known,
    unlisted: fresh.length - listed.length,
  };
  const gone = staleTold(
    options.baseline ?? '',
    stale.filter(({ check }) => ids.has(check)),
  );
  const { out, err } = told(report, format, around.colour);
  return { out, err: gone + err, code: listed.length === 0 ? 0 : 1 };
}

function releaseOf({ kubernetes }: CheckOptions): Release {
  return kubernetes === undefined ? NEWEST : release(kubernetes);
}
