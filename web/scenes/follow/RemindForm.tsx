import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { followApi, type Nudged } from '../../api-follow.ts';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';

/** At most so many are urged at once. */
const most = 500;

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
  const send = useMutation({
    mutationFn: () => followApi.remind(chosen.slice(0, most), note.trim() || null),
    onSuccess: (nudged) => {
      forget();
      setNote('');
      void client.invalidateQueries({ queryKey: ['work', 'reminders'] });
      say(sayNudged(nudged));
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const count = Math.min(chosen.length, most);
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
          {send.isPending ? 'Đang nhắc…' : count > 0 ? `Nhắc ngay ${sayNumber(count)} việc` : 'Chọn việc cần nhắc'}
        </button>
      </div>
      <Refusal error={send.error} />
    </form>
  );
}

const why = {
  settled: 'đã xong',
  nobody: 'đơn vị chưa có người nhận thông báo',
  today: 'hôm nay đã nhắc',
} as const;

function sayNudged({ reminded, people, skipped }: Nudged): string {
  const reasons = [...Map.groupBy(skipped, (one) => one.why)].map(
    ([name, list]) => `${sayNumber(list.length)} việc ${why[name]}`,
  );
  const told = `Đã nhắc ${sayNumber(reminded)} việc tới ${sayNumber(people)} người`;
  return reasons.length > 0 ? `${told}; ${reasons.join(', ')}.` : `${told}.`;
}
