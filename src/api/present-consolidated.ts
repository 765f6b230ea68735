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

const plain = <P extends Paragraph>({ sources, ...rest }: P) => ({
  ...rest,
  sources: sources.map((one) => ({ ...one })),
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
  if (drafted === null || !own) {
    const reports = (sent?.result.counted ?? []).map((one) => ({ ...one }));
    return { ...none, ...can, reports, sent: text, writable: false };
  }
  const { consolidated, leads, paragraphs, lines, written } = drafted;
  return {
    ...can,
    paragraphs: paragraphs.map((one) => plain(one)),
    lines: { ...lines },
    fields: presentFields(written),
    sent: text,
    reports: consolidated.result.counted.map((one) => ({ ...one })),
    leads: leads.map(({ agencyId, tasks, status, gathered }) => ({
      agencyId,
      tasks,
      status,
      counted: gathered !== null,
    })),
    districts: consolidated.districts.map(({ agencyId, gathered }) => ({ agencyId, counted: gathered !== null })),
    writable: isWritable(gathering, { own, writes, signs, receives, opens }, today),
  };
}
