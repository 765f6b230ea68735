import { findClause } from '../../document/clause.ts';

/** How a paragraph of prose is numbered, read from its own text. Depth orders kinds from outer to inner. */
export type ClauseLabel = {
  kind: 'part' | 'article' | 'roman' | 'decimal' | 'letter' | 'dash' | 'plus';
  /** without the punctuation: "III", "1", "2.1", "đ"; "-" and "+" for bullets */
  value: string;
  depth: number;
};

/** Decisions go by articles; the model of a document knows only the clauses of plans. */
const article = /^Điều\s+(\d+)\s*[.:]\s*/u;
/** Plans cut into sections: "Mục III. TỔ CHỨC THỰC HIỆN". */
const section = /^Mục\s+([IVXL]+|\d{1,2}|[A-Z])\s*[.:]\s*/u;
/** Party documents number "1- ", "2.1- ". */
const partyNumber = /^(\d{1,2}(?:\.\d{1,2})*)\s*[-–]\s+(?=\p{Lu})/u;
/** Bullets of word processors that are no dash. */
const bullet = /^[•▪●○◦*]\s*(?=\S)/u;

type Labelled = { label: ClauseLabel | null; body: string };

/**
 * The label and the text after it; label null where the paragraph carries none. Of two labels on one line ("- a) …", a
 * list made of a list) the inner one is the clause's own.
 */
export function readClauseLabel(text: string): Labelled {
  const outer = readOne(text);
  if (outer.label?.kind !== 'dash') return outer;
  const inner = readOne(outer.body);
  return inner.label?.kind === 'letter' || inner.label?.kind === 'decimal' ? inner : outer;
}

function readOne(text: string): Labelled {
  const ordered = article.exec(text);
  if (ordered) return { label: { kind: 'article', value: ordered[1] ?? '', depth: 1 }, body: rest(text, ordered[0]) };
  const part = section.exec(text);
  if (part) return { label: { kind: 'roman', value: part[1] ?? '', depth: 1 }, body: rest(text, part[0]) };
  const party = partyNumber.exec(text);
  if (party) {
    const [printed, value = ''] = party;
    return { label: { kind: 'decimal', value, depth: 1 + value.split('.').length }, body: rest(text, printed) };
  }
  const dotted = bullet.exec(text);
  if (dotted) return { label: { kind: 'dash', value: '-', depth: 6 }, body: rest(text, dotted[0]) };
  const clause = findClause(text);
  if (!clause) return { label: null, body: text };
  const value = clause.label.replace(/\s*[.):/–-]+$/u, '') || clause.label;
  return { label: { kind: clause.kind, value, depth: clause.depth }, body: rest(text, clause.label) };
}

/** The label as printed may be spaced otherwise than in the text ("I ." for "I."). */
function rest(text: string, label: string): string {
  return text.startsWith(label) ? text.slice(label.length).trim() : text;
}
