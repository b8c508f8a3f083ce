/** What files alone can say: some labels, and the address of every pod, are known to the cluster only. */
export type Certainty = 'yes' | 'no' | 'maybe';

/** Yes if all are, no if one is not. */
export function every(answers: readonly Certainty[]): Certainty {
  if (answers.includes('no')) return 'no';
  return answers.includes('maybe') ? 'maybe' : 'yes';
}

/** Yes if one is, no if none is. */
export function some(answers: readonly Certainty[]): Certainty {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('maybe') ? 'maybe' : 'no';
}

export function sure(answer: boolean): Certainty {
  return answer ? 'yes' : 'no';
}
