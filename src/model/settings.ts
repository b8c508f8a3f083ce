/** A value of TOML, as `runners[].settings` holds it. */
export type SettingValue = string | number | boolean | readonly SettingValue[] | Settings;

/** Settings of `[[runners]]` that are passed through to the runner as they are. */
export interface Settings {
  readonly [name: string]: SettingValue;
}

/** Empty for what is no text: the check of types has refused that before. */
export function textOf(value: SettingValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Empty for what is no list. */
export function listOf(value: SettingValue | undefined): readonly SettingValue[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]) : [];
}

export function isTable(value: SettingValue | undefined): value is Settings {
  // YAML has null, which TOML has not: the check of types meets it before it is refused.
  return typeof value === 'object' && (value as unknown) !== null && !Array.isArray(value);
}

/** The second wins; tables are joined, and what a list adds comes behind. */
export function joined(ours: Settings, said: Settings): Settings {
  const entries = Object.entries(said).map(([key, value]): [string, SettingValue] => {
    const before = Object.hasOwn(ours, key) ? ours[key] : undefined;
    if (isTable(before) && isTable(value)) return [key, joined(before, value)];
    return [key, Array.isArray(before) ? [...listOf(before), ...listOf(value)] : value];
  });
  return { ...ours, ...Object.fromEntries(entries) };
}
