import type { Release } from '../api/release';
import type { Graph } from '../graph/graph';
import { manifestsOf } from '../manifests/manifests';
import { pictureOf } from '../review/report/picture';
import type { ReviewReport } from '../review/report/report';
import { System } from '../system/system';
import type { Side } from './review-sides';

/** Of both trees as a whole, where they are soon read, else of what is near the change. */
export function pictured(report: ReviewReport, base: Side, head: Side, kubernetes: Release): Graph {
  const { world } = report;
  if (base.files.length + head.files.length > MOST_READ) return pictureOf(report, world.base, world.head);
  const whole = ({ files }: Side): System => new System(manifestsOf(files), kubernetes);
  return pictureOf(report, whole(base), whole(head));
}

const MOST_READ = 4000;
