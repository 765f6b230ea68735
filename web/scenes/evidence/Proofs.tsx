import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EvidenceView } from '../../../src/report/evidence/views.ts';
import { evidenceWords } from '../../../src/report/evidence/words.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { evidenceApi, type Proves } from './api.ts';
import { EvidenceForm } from './EvidenceForm.tsx';
import { FileLine, Thumb } from './EvidenceRow.tsx';
import type { Typed } from './typed.ts';

type Props = {
  title: string;
  proves: Proves;
  pieces: readonly EvidenceView[];
  /** whether whoever is here adds to it and takes away from it */
  adds: boolean;
  button?: string;
  today: string;
  /** how the form opens */
  begin?: Typed;
};

/** What proves a remedy, or shows what was found: the pieces, and a form for one more. */
export function Proofs({ title, proves, pieces, adds, button = 'Thêm tài liệu', today, begin }: Props) {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState<readonly EvidenceView[]>([]);
  const turn = useTurn();
  const back = (one: EvidenceView) =>
    turn.mutate({ id: one.id, used: true, onDone: () => setGone((now) => now.filter(({ id }) => id !== one.id)) });
  if (pieces.length === 0 && !adds && gone.length === 0) return null;
  return (
    <section className="evidence" aria-label={title}>
      <header className="row">
        <h4>{title}</h4>
        {adds && (
          <Button className="btn small" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? 'Đóng' : button}
          </Button>
        )}
      </header>
      {open && <EvidenceForm proves={proves} today={today} onDone={() => setOpen(false)} {...(begin && { begin })} />}
      {gone.map((one) => (
        <p key={one.id} className="evidence-gone muted">
          Đã bỏ “{one.said}”.{' '}
          <Button className="link" autoFocus onPress={() => back(one)}>
            Hoàn tác
          </Button>
        </p>
      ))}
      {pieces.length > 0 && (
        <ul className="evidence-list">
          {pieces.map((one) => (
            <li key={one.id} className="evidence-row">
              <Thumb one={one} mark={evidenceWords[one.piece.kind].mark} />
              <div className="evidence-words">
                <p className="role">{evidenceWords[one.piece.kind].name}</p>
                <p>{one.said}</p>
                <FileLine one={one} />
                <p className="role">
                  {one.addedBy}, {sayMoment(one.addedAt)}
                </p>
                {adds && (
                  <Button
                    className="link"
                    isDisabled={turn.isPending}
                    onPress={() =>
                      turn.mutate({ id: one.id, used: false, onDone: () => setGone((now) => [...now, one]) })
                    }
                  >
                    Bỏ<span className="sr-only"> {one.said}</span>
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useTurn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, used }: { id: string; used: boolean; onDone: () => void }) =>
      used ? evidenceApi.restoreProof(id) : evidenceApi.removeProof(id),
    onSuccess: (_, { used, onDone }) => {
      onDone();
      say(used ? 'Đã khôi phục tài liệu.' : 'Đã bỏ tài liệu.');
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['work'] }),
  });
}
