import { NEWEST } from '../../../src/api/release';
import type { SourceFile } from '../../../src/manifests/source';
import { gateOf } from '../../../src/review/gate/gate';
import type { Waiver } from '../../../src/review/gate/waiver';
import { reportOf, type ReviewReport } from '../../../src/review/report/report';
import { review } from '../../../src/review/review';
import { GATED_BY_DEFAULT } from '../../../src/review/risk/classes';

type Texts = Readonly<Record<string, string>>;
const filesOf = (texts: Texts): readonly SourceFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

/** The report of two trees, by the paths of their files. */
export function report(base: Texts, head: Texts, waivers: readonly Waiver[] = []): ReviewReport {
  const told = review(filesOf(base), filesOf(head), NEWEST);
  return reportOf({
    ...{
      base: 'dist at 1a2b3c',
      head: 'dist',
      review: told,
      gated: GATED_BY_DEFAULT,
      waiversFile: 'waivers.yaml',
    },
    gate: gateOf(told.verdicts, GATED_BY_DEFAULT, waivers, '2026-11-24', told.folderOf),
    pathOf: (_, file) => `dist/${file}`,
  });
}

export const claim = (name: string, size = '8Gi'): string =>
  [
    'apiVersion: v1',
    'kind: PersistentVolumeClaim',
    `metadata: { name: ${name}, namespace: minio }`,
    `spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: ${size} } } }`,
    '',
  ].join('\n');

export const secret = (values: Texts): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: keys, namespace: minio }\nstringData: ${JSON.stringify(values)}\n`;
