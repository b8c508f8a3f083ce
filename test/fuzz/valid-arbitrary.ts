import fc, { type Arbitrary } from 'fast-check';
import { stringify, type ToStringOptions } from 'yaml';
import { configuration, type ConfigurationInput } from '../../src/config/schema';
import { coherent } from './coherent';
import { LEAVES } from './leaves';
import { arbitraryOf } from './schema-arbitrary';

/** Configurations that the schema accepts, and that the rules between keys mostly accept too. */
export const validInput: Arbitrary<ConfigurationInput> = arbitraryOf(configuration, LEAVES).map((input) =>
  coherent(input as ConfigurationInput),
);

/** How people and tools write YAML. */
const STYLES: readonly ToStringOptions[] = [
  {},
  { indent: 4, indentSeq: false },
  { collectionStyle: 'flow', lineWidth: 0 },
  { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  { defaultStringType: 'QUOTE_SINGLE', blockQuote: false },
  { defaultStringType: 'QUOTE_DOUBLE', collectionStyle: 'flow' },
];

export interface Written {
  readonly input: ConfigurationInput;
  readonly text: string;
}

/** A configuration with the text of its file. */
export const written: Arbitrary<Written> = fc
  .tuple(validInput, fc.constantFrom(...STYLES), fc.boolean())
  .map(([input, style, asJson]) => ({
    input,
    text: asJson ? JSON.stringify(input, undefined, 2) : stringify(input, style),
  }));
