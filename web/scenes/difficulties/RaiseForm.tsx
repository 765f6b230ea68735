import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReceiversView } from '../../../src/assignment/difficulty/views.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type Item, workApi } from '../../api-work.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { receiversOf } from '../../queries-work.ts';
import { useDraft } from '../../state/draft.ts';
import { say } from '../../state/toasts.ts';
import { treeOf } from '../agencies/api.ts';
import { otherReceivers, receiverWords } from './receivers.ts';

export type RaiseAbout = { item: Item; agencyId: string; assignmentId?: string };

type Props = { about: RaiseAbout; onDone: () => void };

/** A difficulty of a unit with a task: it goes to whoever can answer, the likeliest first. */
export function RaiseForm({ about, onDone }: Props) {
  const client = useQueryClient();
  const { item, agencyId, assignmentId } = about;
  const [typed, setTyped, forget] = useDraft(`difficulty.${item.id}.${agencyId}`, {
    ...{ id: newId(), text: '', answerBy: '', to: '' },
  });
  const [missing, setMissing] = useState(false);
  const { id, text, answerBy } = typed;
  const receivers = useReceivers(about);
  const to = typed.to || (receivers.likely[0]?.agencyId ?? '');
  const send = useMutation({
    mutationFn: () =>
      workApi.raise({
        ...{ id, itemId: item.id, assignmentId: assignmentId ?? null, agencyId, text: text.trim() },
        ...{ toAgencyId: to || null, answerBy: answerBy || null },
      }),
    onSuccess: ({ difficulty, agencies }) => {
      forget();
      void client.invalidateQueries({ queryKey: ['work', 'difficulties'] });
      const to = agencies.find((agency) => agency.id === difficulty.toAgencyId)?.name ?? 'đơn vị nhận';
      say(`Đã gửi vướng mắc tới ${to}.`);
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const incomplete = text.trim() === '';
    setMissing(incomplete);
    if (!incomplete) send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit} noValidate>
      <Field
        label="Vướng mắc"
        hint="Vướng ở đâu, đã làm gì, đề nghị điều gì."
        error={missing ? 'Hãy ghi đủ nội dung rồi gửi lại.' : undefined}
      >
        {(props) => (
          <textarea
            className="input"
            rows={4}
            {...props}
            value={text}
            onChange={({ target }) => setTyped({ ...typed, text: target.value })}
          />
        )}
      </Field>
      <ReceiverField receivers={receivers} value={to} onChange={(next) => setTyped({ ...typed, to: next })} />
      <DayField
        label="Mong được trả lời chậm nhất ngày"
        hint="Để trống nếu không gấp"
        value={answerBy}
        onChange={(day) => setTyped({ ...typed, answerBy: day })}
      />
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending || !receivers.ready}>
          {send.isPending ? 'Đang gửi…' : 'Gửi vướng mắc'}
        </button>
      </div>
    </form>
  );
}

type Receivers = {
  likely: ReceiversView['receivers'];
  others: ReturnType<typeof otherReceivers>;
  ready: boolean;
};

function useReceivers({ item, agencyId }: RaiseAbout): Receivers {
  const told = useQuery(receiversOf(item.id, agencyId));
  const tree = useQuery(treeOf(undefined));
  const likely = told.data?.receivers ?? [];
  return {
    likely,
    others: otherReceivers(tree.data?.agencies ?? [], likely, agencyId),
    ready: !told.isPending && !tree.isPending,
  };
}

function ReceiverField({
  receivers: { likely, others },
  value,
  onChange,
}: {
  receivers: Receivers;
  value: string;
  onChange: (id: string) => void;
}) {
  if (likely.length + others.length === 0) return null;
  return (
    <Field label="Gửi tới" hint="Nơi trả lời được đứng trước; nơi nhận có thể chuyển tiếp">
      {(props) => (
        <select className="input" {...props} value={value} onChange={({ target }) => onChange(target.value)}>
          {likely.map(({ agencyId, name, as }) => (
            <option key={agencyId} value={agencyId}>
              {name} ({receiverWords[as]})
            </option>
          ))}
          <optgroup label="Cơ quan khác của tỉnh">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
