import { aliases, billionLaughs, customTag, duplicateKey, mergeKey } from './aliases';
import { encoding, randomBytes, randomSigns } from './bytes';
import type { Damage } from './dice';
import { lineEnds, nothing, severalDocuments, tabs, truncated } from './layout';
import { deepNesting, longLine, longText } from './sizes';
import {
  hugeNumber,
  misspelledKey,
  prototypeKey,
  strangeNumber,
  swapped,
  unicode,
  unknownKey,
  wrongType,
} from './values';

export { dice } from './dice';

/** Every kind of damage that a file comes to. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  aliases,
  billionLaughs,
  customTag,
  deepNesting,
  duplicateKey,
  encoding,
  hugeNumber,
  lineEnds,
  longLine,
  longText,
  mergeKey,
  misspelledKey,
  nothing,
  prototypeKey,
  randomBytes,
  randomSigns,
  severalDocuments,
  strangeNumber,
  swapped,
  tabs,
  truncated,
  unicode,
  unknownKey,
  wrongType,
};
