import { isAlias, visit, type Alias, type Document, type Node } from 'yaml';

/** What each alias of a text stands for; undefined where nothing before it has that anchor. */
export type AliasTargets = ReadonlyMap<Alias, Node | undefined>;

/** In one walk. The parser's own answer would take a walk for each alias. */
export function aliasTargets(document: Document.Parsed): AliasTargets {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchored.get(node.source));
      else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}
