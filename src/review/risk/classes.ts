/** What a change can mean, worst first. */
export const CLASSES = [
  'DATA-LOSS',
  'APPLY-REJECTED',
  'ACCESS',
  'EXPOSURE',
  'CREDENTIAL',
  'RESTART',
  'CAPACITY',
  'ORDERING',
  'ROUTINE',
  'NO-OP',
] as const;
export type RiskClass = (typeof CLASSES)[number];

/** What each class means to who reads the report. */
export const MEANINGS: Readonly<Record<RiskClass, string>> = {
  'DATA-LOSS': 'data or archives go, at once or when the next archive expires',
  'APPLY-REJECTED': 'the API server refuses it, and the sync fails',
  ACCESS: 'somebody may do more than before, or pods lose a right that they had',
  EXPOSURE: 'somebody can reach more than before, or pods no longer what they need',
  CREDENTIAL: 'keys change, or who reads them',
  RESTART: 'pods are made anew',
  CAPACITY: 'there is more or less of something, or it is judged alive in another way',
  ORDERING: 'it happens in another order, or later than it seems',
  ROUTINE: 'none of the above',
  'NO-OP': 'the same, spelled in another way',
};

/** What may not pass unless somebody says otherwise. */
export const GATED_BY_DEFAULT: readonly RiskClass[] = ['DATA-LOSS', 'APPLY-REJECTED'];
