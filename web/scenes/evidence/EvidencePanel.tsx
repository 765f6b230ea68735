import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sumEvidence } from '../../../src/report/evidence/sum.ts';
import type { EvidencesView, EvidenceView } from '../../../src/report/evidence/views.ts';
import { evidenceWords } from '../../../src/report/evidence/words.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { evidenceOf } from './api.ts';
import { EvidenceForm } from './EvidenceForm.tsx';
import { EvidenceRow } from './EvidenceRow.tsx';
import { useRemoving } from './useRemoving.ts';

type Props = {
  agencyId: string;
  today: string;
  /** which of the agency's evidence stands here */
  shows: (one: EvidenceView) => boolean;
  /** to which day of work what is added here belongs; null: none, so that nothing is added */
  addTo: (known: EvidencesView) => string | null;
  readOnly: boolean;
  /** how many count with the work: more than the pieces where some were once told in words alone */
  counted?: number;
};

/** Tài liệu kiểm chứng: what proves a piece of work, and adding to it. */
export function EvidencePanel({ agencyId, today, shows, addTo, readOnly, counted = 0 }: Props) {
  const known = useQuery(evidenceOf(agencyId));
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState<readonly EvidenceView[]>([]);
  const title = useId();
  if (known.isPending) return <Skeleton lines={2} label="Đang tải tài liệu kiểm chứng" />;
  if (known.isError) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  const pieces = known.data.evidence.filter(shows);
  const place = readOnly || !known.data.adds ? null : addTo(known.data);
  return (
    <section className="evidence" aria-labelledby={title}>
      <header className="row">
        <h3 id={title}>Tài liệu kiểm chứng{pieces.length > 0 && ` (${pieces.length})`}</h3>
        {place !== null && (
          <Button className={open ? 'btn small on' : 'btn small'} aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? 'Đóng' : 'Thêm tài liệu'}
          </Button>
        )}
      </header>
      {pieces.length > 1 && <p className="muted">{saySums(pieces)}</p>}
      {open && place !== null && (
        <EvidenceForm agencyId={agencyId} occurrenceId={place} today={today} onDone={() => setOpen(false)} />
      )}
      {gone.map((one) => (
        <Gone key={one.id} one={one} onBack={() => setGone((now) => now.filter(({ id }) => id !== one.id))} />
      ))}
      {counted > pieces.length && (
        <p className="muted">{counted - pieces.length} tài liệu chỉ ghi bằng lời, xem ở Lịch sử.</p>
      )}
      {pieces.length === 0 && counted === 0 && !open && <p className="muted">Chưa có tài liệu nào.</p>}
      {pieces.length > 0 && (
        <ul className="evidence-list">
          {pieces.map((one) => (
            <EvidenceRow
              key={one.id}
              one={one}
              places={known.data.places}
              readOnly={readOnly}
              onRemoved={() => setGone((now) => [...now.filter(({ id }) => id !== one.id), one])}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was just taken away, with its way back: a message at the foot of the page is out of reach under a sheet. */
function Gone({ one: { id, said }, onBack }: { one: EvidenceView; onBack: () => void }) {
  const { restore, isPending } = useRemoving();
  return (
    <p className="evidence-gone muted">
      Đã bỏ “{said}”.{' '}
      <Button className="link" autoFocus isDisabled={isPending} onPress={() => restore(id, onBack)}>
        Hoàn tác
      </Button>
    </p>
  );
}

/** "2 Văn bản; 3 Tập huấn, tuyên truyền (Số người dự 145)": what no piece states is left out. */
function saySums(pieces: readonly EvidenceView[]): string {
  return sumEvidence(pieces.map(({ piece }) => piece))
    .map(({ kind, pieces: count, sums }) => {
      const { name, fields } = evidenceWords[kind];
      const words = fields as Record<string, { label: string }>;
      const figures = Object.entries(sums).map(
        ([field, { sum }]) => `${words[field]?.label.toLowerCase()} ${sayNumber(sum)}`,
      );
      return `${name}: ${count}${figures.length > 0 ? ` (${figures.join(', ')})` : ''}`;
    })
    .join('; ');
}
