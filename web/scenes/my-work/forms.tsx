import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Act } from '../../../src/assignment/model.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Owed } from '../../api-work.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { useActId } from './useActId.ts';
import { actOn, type useActs } from './useActs.ts';

export type FormProps = { owed: Owed; today: string; acts: ReturnType<typeof useActs>; onDone: () => void };

/** The frame of a form about one act: what went wrong stands above the button, what was typed stays. */
export function ActForm({
  acts,
  label,
  disabled = false,
  onSubmit,
  children,
}: Pick<FormProps, 'acts'> & { label: string; disabled?: boolean; onSubmit: () => void; children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {children}
      <Refusal error={acts.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={acts.isPending || disabled}>
          {acts.isPending ? 'Đang ghi…' : label}
        </button>
      </div>
    </form>
  );
}

/** A few lines of free text. */
export function NoteField({
  label,
  hint,
  value,
  required,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string;
  required?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <textarea
          className="input"
          rows={3}
          required={required}
          {...props}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/**
 * Sends one act under an id that stays while its content does. Whoever goes on typing while it is on its way keeps the form
 * with what was typed since; whoever has gone on to another form is not called back from it.
 */
export function useOneAct({ owed, acts, onDone }: FormProps, act: Act, told: string, forget: () => void) {
  const content = JSON.stringify(act);
  const id = useActId(content);
  const shown = useRef<string | null>(content);
  useEffect(() => {
    shown.current = content;
    return () => {
      shown.current = null;
    };
  }, [content]);
  return () =>
    acts.mutate({
      ...{ acts: [actOn(owed, act, id)], told },
      onDone: () => {
        if (shown.current !== null && shown.current !== content) return;
        forget();
        if (shown.current !== null) onDone();
      },
    });
}

/** How far it is, in tenths; exact numbers are nobody's. */
export function ProgressForm(props: FormProps) {
  const { owed, acts } = props;
  const [typed, setTyped, forget] = useDraft(`progress.${owed.id}`, { percent: owed.percent, note: '' });
  const { percent, note } = typed;
  const act: Act = { kind: 'progress', percent, note: note.trim() || null };
  const send = useOneAct(props, act, `Đã ghi tiến độ ${percent}%.`, forget);
  return (
    <ActForm acts={acts} label="Ghi tiến độ" onSubmit={send}>
      <Field label={`Đã làm được ${percent}%`}>
        {(box) => (
          <input
            type="range"
            min={0}
            max={100}
            step={10}
            className="work-range"
            {...box}
            aria-valuetext={`${percent}%`}
            value={percent}
            onChange={({ target }) => setTyped({ percent: Number(target.value), note })}
          />
        )}
      </Field>
      <NoteField
        label="Đã làm gì, còn vướng gì"
        value={note}
        onChange={(value) => setTyped({ percent, note: value })}
      />
    </ActForm>
  );
}

/** The event the plan waits for has come: its day makes the work due. */
export function DateForm(props: FormProps) {
  const { owed, acts } = props;
  const [due, setDue] = useState('');
  const send = useOneAct(
    props,
    { kind: 'date', due: due as PlainDate },
    `Đã nhập ngày: phải xong ngày ${sayDay(due)}.`,
    () => undefined,
  );
  return (
    <ActForm acts={acts} label="Ghi ngày" disabled={due === ''} onSubmit={send}>
      <p>Kế hoạch giao việc này khi có sự kiện: “{owed.event ?? 'sự kiện nêu trong kế hoạch'}”.</p>
      <DayField label="Phải xong ngày" required value={due} onChange={setDue} />
    </ActForm>
  );
}
