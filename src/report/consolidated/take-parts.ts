import { wholeFields } from '../content/model.ts';
import { type DraftQuestion, type Gathered, ownKey, type Paragraph, type Part, type Printed } from './paragraph.ts';

/**
 * What leads and districts sent, taken into the draft with their authors. A lead drafts from the same reports, so the paragraph it
 * rewrote takes the place of ours and what it left out is left out; figures it only accepted are drafted anew, with what came since.
 */
export function takeParts(drafted: readonly Paragraph[], { leads, districts }: DraftQuestion): Paragraph[] {
  const sent = [...leads, ...districts].flatMap(({ agencyId, gathered }) => (gathered ? [{ agencyId, gathered }] : []));
  const ours = new Set(drafted.map(({ key }) => key));
  const taken = drafted.flatMap((one) => takeOne(one, leads, districts));
  return [...taken, ...sent.flatMap((part) => added(part, ours))];
}

/** A district speaks for words that are its communes' alone, a lead for all of its tasks. */
function takeOne(one: Paragraph, leads: readonly Part[], districts: readonly Part[]): Paragraph[] {
  if (one.section === 'overview') return [one];
  const alone = districts.filter(({ gathered }) => gathered && isWithin(one, gathered));
  for (const part of [...leads, ...alone]) {
    if (part.gathered?.dropped.includes(one.key)) return [];
    const theirs = rewrittenBy(part).find(({ key }) => key === one.key);
    if (theirs) return [{ ...one, text: theirs.text, by: theirs.by }];
  }
  return [one];
}

function isWithin({ sources }: Paragraph, { result }: Gathered): boolean {
  const theirs = new Set(result.counted.map(({ reportId }) => reportId));
  return sources.length > 0 && sources.every(({ reportId }) => theirs.has(reportId));
}

const rewrittenBy = ({ agencyId, gathered }: Part): (Printed & { by: string })[] =>
  (gathered?.paragraphs ?? [])
    .filter(({ standing }) => standing === 'rewritten')
    .map((one) => ({ ...one, by: one.by ?? agencyId }));

/** What the part says that no draft of ours says: the office's own paragraphs, and words whose draft is gone. */
function added(
  { agencyId, gathered }: { agencyId: string; gathered: Gathered },
  ours: ReadonlySet<string>,
): Paragraph[] {
  const own = new Set(wholeFields.map(ownKey));
  return rewrittenBy({ agencyId, gathered })
    .filter(({ key, section }) => own.has(key) || (!ours.has(key) && section !== 'overview'))
    .map(({ standing: _, ...one }) => ({ ...one, key: `${one.section}/part:${agencyId}/${one.key}` }));
}
