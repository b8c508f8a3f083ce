/** A configuration that nobody can use, and all that is said of it: `line:column  path  message`. */
export interface Wrong {
  readonly text: string;
  readonly faults: readonly string[];
}

/** A whole file. */
export function file(text: string, ...faults: readonly string[]): Wrong {
  return { text: `${text}\n`, faults };
}

/** What stands from line 2 on in a file that begins well. */
export function below(text: string, ...faults: readonly string[]): Wrong {
  return file(`gitlab: { url: https://gitlab.example.com }\n${text}`, ...faults);
}
