import { INSIDE, type Field, type FieldChange } from '../change';

/** Where a setting stands in the configuration of a runner: `runners`, `[main]`, `url`. Empty for all else. */
export function settingIn({ field }: FieldChange): Field {
  return field[1]?.endsWith('.toml') === true && field[2] === INSIDE ? field.slice(3) : [];
}
