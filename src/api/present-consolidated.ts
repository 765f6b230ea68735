import type { Gathered, Paragraph } from '../report/consolidated/paragraph.ts';
import type { GatheringView } from '../report/consolidated/views.ts';
import type { Drafted } from '../store/report-draft.ts';
import { type Gathering, type GatheringRights, isWritable } from './consolidated-rights.ts';
import { type Asking, presentFields } from './present-reports.ts';

type Part = Pick<
  GatheringView,
  | 'paragraphs'
  | 'lines'
  | 'fields'
  | 'sent'
  | 'reports'
  | 'leads'
  | 'districts'
  | 'writable'
  | 'writes'
  | 'signs'
  | 'receives'
  | 'opens'
>;

export const plain = <P extends Paragraph>({ sources, inspections, ...rest }: P) => ({
  ...rest,
  sources: sources.map((one) => ({ ...one })),
  ...(inspections && { inspections: inspections.map((one) => ({ ...one })) }),
});

/** The text of a consolidated report: its draft for those whose it is, what was sent for those it was sent to. */
export function presentText(
  gathering: Gathering,
  { own, writes, signs, receives, opens }: GatheringRights,
  { drafted, sent }: { drafted: Drafted | null; sent: Gathered | null },
  { today }: Asking,
): Part {
  const can = { writes, signs, receives, opens };
  const none = { paragraphs: [], lines: {}, fields: [], reports: [], leads: [], districts: [] };
  const text = sent === null ? null : sent.paragraphs.map((one) => plain(one));
  // What stands beside what was approved is of that, not of today.
  const reportsOf = ({ counted }: Gathered['result']) => counted.map((one) => ({ ...one }));
  if (drafted === null || !own)
    return { ...none, ...can, reports: sent ? reportsOf(sent.result) : [], sent: text, writable: false };
  const isIn = (agencyId: string, now: boolean): boolean => sent?.parts?.includes(agencyId) ?? now;
  const { consolidated, leads, paragraphs, lines, written } = drafted;
  return {
    ...can,
    paragraphs: paragraphs.map((one) => plain(one)),
    lines: { ...lines },
    fields: presentFields(written),
    sent: text,
    reports: reportsOf((sent ?? consolidated).result),
    leads: leads.map(({ agencyId, tasks, status, gathered }) => ({
      agencyId,
      tasks,
      status,
      counted: isIn(agencyId, gathered !== null),
    })),
    districts: consolidated.districts.map(({ agencyId, gathered }) => ({
      agencyId,
      counted: isIn(agencyId, gathered !== null),
    })),
    writable: isWritable(gathering, { own, writes, signs, receives, opens }, today),
  };
}
