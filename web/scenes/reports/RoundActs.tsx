import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RoundAct } from '../../../src/report/round/model.ts';
import type { RoundDetailView } from '../../../src/report/views.ts';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { everyReport, oneRound, reportApi, type Which } from './api.ts';

/** Sends what is done about a round, and shows the round as it is then. */
export function useRoundAct(which: Which, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: RoundAct) => reportApi.actOnRound(which, { id: newId(), act }),
    onSuccess: (detail) => {
      client.setQueryData(oneRound(which).queryKey, detail);
      void client.invalidateQueries(everyReport);
      onDone?.();
    },
  });
}

type Props = { detail: RoundDetailView; which: Which };

/** Closing a round, so that nothing comes in without an exception, and opening it again. */
export function RoundActs({ detail: { line }, which }: Props) {
  const [reason, setReason] = useState<string | null>(null);
  const acting = useRoundAct(which, () => setReason(null));
  const close = () =>
    acting.mutate(
      { kind: 'close', reason: null },
      {
        onSuccess: () =>
          say('Đã khóa kỳ báo cáo.', {
            action: { label: 'Mở lại', run: () => acting.mutate({ kind: 'open', reason: 'Hoàn tác khóa kỳ' }) },
          }),
      },
    );
  return (
    <section aria-label="Khóa, mở kỳ">
      <p className="muted">
        {line.closed
          ? 'Kỳ đã khóa: đơn vị chỉ gửi, đính chính được khi được cho phép riêng.'
          : `Kỳ đang mở, tự khóa sau ngày ${sayDay(line.closesAfter)}.`}
      </p>
      <div className="row">
        {line.closed ? (
          <Button
            className="btn small"
            aria-expanded={reason !== null}
            onPress={() => setReason(reason === null ? '' : null)}
          >
            Mở lại kỳ
          </Button>
        ) : (
          <Button className="btn small" isDisabled={acting.isPending} onPress={close}>
            Khóa kỳ ngay
          </Button>
        )}
      </div>
      {reason !== null && line.closed && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') acting.mutate({ kind: 'open', reason });
          }}
        >
          <Field label="Lý do mở lại kỳ">
            {(props) => (
              <input className="input" {...props} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          <Button className="btn primary" type="submit" isDisabled={reason.trim() === '' || acting.isPending}>
            Mở lại kỳ
          </Button>
        </form>
      )}
      <Refusal error={acting.error} />
    </section>
  );
}
