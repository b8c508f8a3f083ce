import { pathText } from '../manifests/value';
import { visible } from '../text/shown';
import type { Finding } from './finding';
import { Frames } from './frame';
import { groupsOf, subjectOf, type Told } from './groups';
import { paint, type Paint } from './paint';
import { plural, summary, type Report } from './report';

/** For people at a terminal: by object, worst first, each with its line and what to write instead. */
export function findingsAsText(report: Report, colour: boolean): string {
  const writer = new Writer(report, paint(colour));
  const groups = groupsOf(report.listed).map(({ heading, told }) =>
    [writer.heading(heading), ...told.map((one) => writer.told(one))].join('\n'),
  );
  return [...groups, summary(report)].join('\n');
}

class Writer {
  private readonly frames: Frames;

  constructor(
    private readonly report: Report,
    private readonly paint: Paint,
  ) {
    this.frames = new Frames(report.tree, report.listed);
  }

  heading(text: string): string {
    return `${this.paint.bold(visible(text))}\n`;
  }

  told({ first, others }: Told): string {
    const { severity, message, remedy, check } = first;
    const margin = String(first.place.line).length;
    return [
      `${this.paint.severity(severity, severity)}: ${visible(message)} ${this.paint.dim(`[${check}]`)}`,
      `${' '.repeat(margin)}${this.paint.dim('-->')} ${this.placeOf(first)}`,
      ...this.frameOf(first, margin),
      `${' '.repeat(margin)} ${this.paint.dim('=')} ${visible(remedy)}`,
      ...this.othersOf(others, margin),
      '',
    ].join('\n');
  }

  private frameOf(finding: Finding, margin: number): readonly string[] {
    const frame = this.frames.of(finding);
    if (frame === undefined) return [];
    const [bar, space] = [this.paint.dim('|'), ' '.repeat(margin)];
    return [
      `${space} ${bar}`,
      `${this.paint.dim(String(finding.place.line))} ${bar} ${frame.line}`,
      `${space} ${bar} ${this.paint.severity(finding.severity, frame.pointer)}`,
    ];
  }

  private othersOf(others: readonly Finding[], margin: number): readonly string[] {
    if (others.length === 0) return [];
    const [space, more] = [' '.repeat(margin), others.length - MOST_PLACES];
    return [
      `${space} ${this.paint.dim('=')} the same at ${plural(others.length, 'other place')}:`,
      ...others.slice(0, MOST_PLACES).map((other) => `${space}     ${this.placeOf(other)}`),
      ...(more > 0 ? [`${space}     and ${String(more)} more; \`--format json\` has them all`] : []),
    ];
  }

  private placeOf(finding: Finding): string {
    const { file, place, path, object } = finding;
    const at = `${visible(this.report.pathOf(file))}:${String(place.line)}:${String(place.column)}`;
    const field = visible(pathText(path));
    return [at, object === undefined ? '' : visible(subjectOf(finding)), field].filter(Boolean).join('  ');
  }
}

/** Places of one fault that are told. */
const MOST_PLACES = 10;
