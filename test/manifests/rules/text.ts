import type { Rule } from './rule';

/** What YAML 1.1, which kubectl reads, takes for a line end, or not at all. */
const UNREADABLE =
  /[^\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** The text of a manifest can be read by every reader of YAML, and is UTF-8 as it stands. */
export const text: Rule = (tree) =>
  tree.flatMap(({ path, text: content }) => {
    const found = UNREADABLE.exec(content);
    if (found === null) return [];
    return [`${path}: character U+${(found[0].codePointAt(0) ?? 0).toString(16)}`];
  });
