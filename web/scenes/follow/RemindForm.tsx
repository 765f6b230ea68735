import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { followApi } from '../../api-follow.ts';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { sayUrged, type Urging, urgeAll } from './nudging.ts';

/** Urging whoever is behind, with a word of guidance where there is one to give. */
export function RemindForm({
  chosen,
  behind,
  onDone,
}: {
  chosen: readonly string[];
  /** how many are overdue, where they are chosen unless one chooses otherwise */
  behind: number | undefined;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const id = useId();
  const [note, setNote, forget] = useDraft('remind', '');
  const [so, setSo] = useState<Urging | null>(null);
  const stop = useRef(false);
  const send = useMutation({
    mutationFn: () => {
      stop.current = false;
      return urgeAll(chosen, {
        send: (portion) => followApi.remind(portion, note.trim() || null),
        ...{ onPart: setSo, stopped: () => stop.current },
      });
    },
    onSuccess: (urged) => {
      void client.invalidateQueries({ queryKey: ['work', 'reminders'] });
      say(sayUrged(urged));
      // What is left stays chosen with its guidance, to go on with.
      if (urged.left > 0) return;
      forget();
      setNote('');
      onDone();
    },
    onSettled: () => setSo(null),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const count = chosen.length;
  return (
    <form className="remind-form" onSubmit={submit}>
      <label htmlFor={id}>
        {behind !== undefined && (behind > 0 ? `${sayNumber(behind)} việc quá hạn. ` : 'Không có việc quá hạn. ')}
        Hướng dẫn gửi kèm (nếu có)
      </label>
      <div className="remind-row">
        <textarea
          id={id}
          className="input"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <button type="submit" className="btn primary" disabled={count === 0 || send.isPending}>
          {send.isPending
            ? sayProgress(so, count)
            : count > 0
              ? `Nhắc ngay ${sayNumber(count)} việc`
              : 'Chọn việc cần nhắc'}
        </button>
        {send.isPending && so && so.left > 0 && (
          <button type="button" className="btn" onClick={() => (stop.current = true)}>
            Dừng
          </button>
        )}
      </div>
      <Refusal error={send.error} />
    </form>
  );
}

const sayProgress = (so: Urging | null, count: number): string =>
  so === null ? 'Đang nhắc…' : `Đang nhắc ${sayNumber(count - so.left)} trên ${sayNumber(count)}…`;
