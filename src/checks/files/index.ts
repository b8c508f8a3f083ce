import type { Check } from '../check';
import { OBJECT_CHECKS } from './objects';
import { SYNTAX_CHECKS } from './syntax';
import { TREE_CHECKS } from './tree';

/** What is told of files before any object is looked at. */
export const FILE_CHECKS: readonly Check[] = [...SYNTAX_CHECKS, ...OBJECT_CHECKS, ...TREE_CHECKS];
