import { plural } from '../../findings/report';
import { CLASSES } from '../risk/classes';
import type { Waiver } from '../gate/waiver';
import type { ReviewReport } from './report';

/** Whether it may pass, and what of the waivers somebody has to look at. */
export function gateLines({ gate, gated, waiversFile }: ReviewReport): readonly string[] {
  const { failing, waived, expired, unused, passes } = gate;
  const counts = CLASSES.filter((name) => gated.includes(name))
    .map((name) => [failing.filter(({ risk }) => risk.class === name).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${String(count)} ${name}`);
  const verdict = passes ? 'May pass' : `May not pass${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
  return [
    `${verdict}${waived.size === 0 ? '' : `; ${plural(waived.size, 'verdict')} waived`}`,
    ...expired.map(
      ({ until, place, ...waiver }) =>
        `${waiversFile}:${String(place.line)}: the waiver ${waiverText(waiver)} ended on ${until}; remove or renew it`,
    ),
    ...unused.map(
      ({ place, ...waiver }) =>
        `${waiversFile}:${String(place.line)}: nothing needs the waiver ${waiverText(waiver)}; remove it`,
    ),
  ];
}

function waiverText({ class: name, object, folder }: Pick<Waiver, 'class' | 'object' | 'folder'>): string {
  return `of ${name} for ${object}${folder === undefined ? '' : ` in ${folder}`}`;
}
