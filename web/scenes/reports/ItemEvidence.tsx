import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInVietnam } from '../../../src/kernel/plain-date.ts';
import type { ReportView } from '../../../src/report/views.ts';
import { evidenceOf } from '../evidence/api.ts';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { placeFor } from '../evidence/typed.ts';

type Props = { report: ReportView; itemId: string; readOnly: boolean };

/** What proves a task of the report: how much there is, and on asking the pieces themselves. */
export function ItemEvidence({ report: { agencyId, round }, itemId, readOnly }: Props) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(evidenceOf(agencyId));
  const count = data?.evidence.filter(({ uses }) => uses.some((use) => use.itemId === itemId)).length;
  if (readOnly && !count) return null;
  return (
    <details className="report-before" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Tài liệu kiểm chứng{count !== undefined && ` (${count})`}</summary>
      {open && (
        <EvidencePanel
          agencyId={agencyId}
          today={dayInVietnam(new Date())}
          shows={({ uses }) => uses.some((use) => use.itemId === itemId)}
          addTo={({ places }) => placeFor(places, itemId, round.to)?.occurrenceId ?? null}
          readOnly={readOnly}
        />
      )}
    </details>
  );
}
