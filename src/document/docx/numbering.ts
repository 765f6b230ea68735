import { type Level, type ListFamily, type ListUse, type Numbering, openNumbering } from '../numbering.ts';
import { child, childrenNamed, toggle, val, whole, type XmlNode } from '../package/xml.ts';
import type { Styles } from './styles.ts';

/** Word's numbering.xml: a w:num points at a w:abstractNum or, through it, at a list style. */
export function readNumbering(root: XmlNode | undefined, styles: Styles): Numbering {
  const nodes = childrenNamed(root, 'w:abstractNum');
  const links = new Map(nodes.map((node) => [idOf(node), val(node, 'w:numStyleLink')]));
  const families = new Map(nodes.map((node) => [idOf(node), readAbstract(node)]));
  const uses = new Map(
    childrenNamed(root, 'w:num').map((node) => [whole(node.attributes['w:numId']) ?? -1, readNum(node)]),
  );

  const findFamily = (numId: number, hops = 0): ListFamily | undefined => {
    const id = uses.get(numId)?.family ?? '';
    const link = links.get(id);
    const linked = link && hops < 5 ? styles.listNumId(link) : undefined;
    return (linked === undefined || linked === numId ? undefined : findFamily(linked, hops + 1)) ?? families.get(id);
  };
  return openNumbering(uses, findFamily);
}

const idOf = (node: XmlNode): string => node.attributes['w:abstractNumId'] ?? '';

function readAbstract(node: XmlNode): ListFamily {
  const levels: (Level | undefined)[] = [];
  for (const level of childrenNamed(node, 'w:lvl')) levels[whole(level.attributes['w:ilvl']) ?? 0] = readLevel(level);
  return { id: idOf(node), levels };
}

function readNum(node: XmlNode): ListUse {
  const num: ListUse = { family: val(node, 'w:abstractNumId'), starts: new Map(), levels: new Map() };
  for (const override of childrenNamed(node, 'w:lvlOverride')) {
    const at = whole(override.attributes['w:ilvl']) ?? 0;
    const start = whole(val(override, 'w:startOverride'));
    const level = child(override, 'w:lvl');
    if (start !== undefined) num.starts.set(at, start);
    if (level) num.levels.set(at, readLevel(level));
  }
  return num;
}

function readLevel(node: XmlNode): Level {
  return {
    start: whole(val(node, 'w:start')) ?? 0,
    format: readFormat(node),
    text: val(node, 'w:lvlText') ?? '',
    suffix: val(node, 'w:suff') ?? 'tab',
    restart: whole(val(node, 'w:lvlRestart')),
    legal: toggle(node, 'w:isLgl') ?? false,
    styleId: val(node, 'w:pStyle'),
  };
}

/** A custom format stands in an mc:Choice with its pattern ("01, 02, 03, ..."); the fallback is for older readers. */
function readFormat(level: XmlNode): string {
  const custom = child(child(child(level, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
  if (custom?.attributes['w:format']?.startsWith('01,')) return 'decimalZero';
  const fallback = child(child(child(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return val(level, 'w:numFmt') ?? fallback?.attributes['w:val'] ?? 'decimal';
}
