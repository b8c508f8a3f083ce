import { NEWEST, release } from '../api/release';
import { gateOf } from '../review/gate/gate';
import type { Tool } from '../findings/report';
import { graphAsSvg } from '../graph/svg';
import type { Manifests } from '../manifests/manifests';
import { reportOf } from '../review/report/report';
import { summaryOf } from '../review/report/text';
import { review as reviewOf } from '../review/review';
import { CLASSES, type RiskClass } from '../review/risk/classes';
import { suggestion } from '../text/closest';
import { quoted } from '../text/shown';
import { explain } from './explain';
import { drawn, GRAPH_FORMATS } from './graph';
import type { Outcome } from './outcome';
import { pictured, picturedForPage } from './review-picture';
import { sidesOf } from './review-sides';
import { REVIEW_FORMATS, reviewTold } from './review-told';
import { oneOf } from './one-of';
import { waiversIn } from './waivers-file';

export interface ReviewOptions {
  readonly format: string;
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
  /** Classes, with commas. */
  readonly failOn: string;
  readonly waivers?: string;
  /** Print the picture, in this format, and not the report. */
  readonly graph?: string;
  /** Take a base that is a commit where the head left it. */
  readonly mergeBase: boolean;
}

/** Where the command runs. */
export interface ReviewSurroundings {
  readonly folder: string;
  /** Such as `2026-11-24`: a waiver counts until its day. */
  readonly today: string;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  readonly tool: Tool;
}

/**
 * Says what the change from one tree to another means: 0 where all may pass, 1 with a class that is gated. What cannot be read,
 * or is asked in the wrong way, ends with 2.
 */
export function review(
  base: string,
  head: string,
  options: ReviewOptions,
  around: ReviewSurroundings,
): Outcome {
  try {
    const format = oneOf('--format', REVIEW_FORMATS, options.format);
    const drawing = options.graph === undefined ? undefined : oneOf('--graph', GRAPH_FORMATS, options.graph);
    const kubernetes = options.kubernetes === undefined ? NEWEST : release(options.kubernetes);
    const gated = classesOf(options.failOn);
    const waivers = options.waivers === undefined ? [] : waiversIn(options.waivers);
    const [older, newer] = sidesOf(base, head, !options.mergeBase, around.folder);
    const told = reviewOf(older.files, newer.files, kubernetes);
    const unreadable = unreadableIn(told.trees.head, newer.pathOf);
    if (unreadable !== '') return { out: '', err: unreadable, code: 2 };
    const gate = gateOf(told.verdicts, gated, waivers, around.today, told.folderOf);
    const report = reportOf({
      ...{ base: older.name, head: newer.name, review: told, gate, gated },
      waiversFile: options.waivers ?? '',
      pathOf: (side, file) => (side === 'base' ? older : newer).pathOf(file),
    });
    const code = gate.passes ? 0 : 1;
    if (drawing !== undefined)
      return { out: drawn(pictured(report, told.trees, kubernetes), drawing), err: summaryOf(report), code };
    const picture = (): string => graphAsSvg(picturedForPage(report, told.trees, kubernetes));
    return { ...reviewTold(report, format, around, picture), code };
  } catch (error) {
    return { ...explain(error), code: 2 };
  }
}

/** Argo CD would apply nothing of such a tree. A base like that is what the change mends. */
function unreadableIn({ faults }: Manifests, pathOf: (file: string) => string): string {
  return faults
    .map(
      ({ file, place, reason }) =>
        `${pathOf(file.path)}:${String(place.line)}:${String(place.column)}  ${reason}\n`,
    )
    .join('');
}

function classesOf(text: string): readonly RiskClass[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.map((word) => {
    const found = CLASSES.find((name) => name === word.toUpperCase());
    if (found !== undefined) return found;
    throw new RangeError(
      `Cannot use --fail-on "${word}": expected some of ${quoted(CLASSES)}${suggestion(word, CLASSES)}`,
    );
  });
}
