import { exampleManifests } from './examples';
import { OTHER_KINDS } from './other-kinds';
import { FIRST_KINDS } from './workloads';

/** Objects that are right, by a name that is told when they are not. */
export interface Sample {
  readonly name: string;
  readonly object: object;
}

const TEMPLATES: readonly object[] = [...FIRST_KINDS, ...OTHER_KINDS];

export function rightSamples(): readonly Sample[] {
  const templates = TEMPLATES.map((object) => ({ name: `the ${nameOf(object)}`, object }));
  return [...templates, ...exampleManifests()];
}

export function nameOf(object: object): string {
  const { kind, metadata } = object as { kind: string; metadata?: { name?: string } };
  return `${kind} ${metadata?.name ?? ''}`;
}

export const TEMPLATE_SAMPLES: readonly Sample[] = TEMPLATES.map((object) => ({
  name: nameOf(object),
  object,
}));
