import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { ReportView } from '../../../src/report/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { type DutyOfUnit, everyReport, oneRound, reportApi, type Which } from './api.ts';

type Kind = 'move' | 'excuse';
type Names = ReadonlyMap<string, string>;
type Props = { reports: readonly ReportView[]; names: Names; which: Which };

const words = {
  move: { button: 'Dời hạn nhiều đơn vị', send: 'Dời hạn', reason: 'Lý do dời hạn', done: 'Đã dời hạn' },
  excuse: {
    button: 'Miễn nhiều đơn vị',
    send: 'Miễn báo cáo',
    reason: 'Lý do miễn (được nêu trong báo cáo tổng hợp)',
    done: 'Đã miễn báo cáo',
  },
} as const;

/** Several units that have not sent are given another day, or excused, at once and with one reason. */
export function ManyDuties({ reports, names, which }: Props) {
  const [kind, setKind] = useState<Kind | null>(null);
  if (reports.length < 2) return null;
  return (
    <section className="many-duties" aria-label="Miễn, dời hạn nhiều đơn vị">
      <div className="row">
        {(['move', 'excuse'] as const).map((one) => (
          <Button
            key={one}
            className="btn small"
            aria-expanded={one === kind}
            onPress={() => setKind(one === kind ? null : one)}
          >
            {words[one].button}
          </Button>
        ))}
      </div>
      {kind && <DutyForm key={kind} {...{ kind, reports, names, which }} onDone={() => setKind(null)} />}
    </section>
  );
}

function DutyForm({ kind, reports, names, which, onDone }: Props & { kind: Kind; onDone: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const acting = useDuties(which);
  const all = chosen.size === reports.length;
  // A day is only ever moved to a later one.
  const changed = reports.filter((one) => chosen.has(one.id) && (kind === 'excuse' || isLater(day, one.due)));
  const kept = chosen.size - changed.length;
  const ready = changed.length > 0 && reason.trim() !== '';
  const submit = () => {
    const act = kind === 'excuse' ? { kind, reason } : { kind, due: day as PlainDate, reason };
    const acts = changed.map(({ id }): DutyOfUnit => ({ id: newId(), report: id, act }));
    const back = () => acting.mutate(acts.map(takingBack));
    acting.mutate(acts, {
      onSuccess: () => {
        say(`${words[kind].done} cho ${sayNumber(acts.length)} đơn vị.`, { action: { label: 'Hoàn tác', run: back } });
        onDone();
      },
    });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) submit();
      }}
    >
      <fieldset>
        <legend>
          Đơn vị chưa gửi ({sayNumber(chosen.size)}/{sayNumber(reports.length)} đã chọn)
        </legend>
        <label className="check">
          <input
            type="checkbox"
            checked={all}
            onChange={() => setChosen(new Set(all ? [] : reports.map(({ id }) => id)))}
          />{' '}
          Chọn tất cả
        </label>
        <div className="many-units">
          {reports.map((one) => (
            <label key={one.id} className="check">
              <input
                type="checkbox"
                checked={chosen.has(one.id)}
                onChange={() => setChosen((now) => toggled(now, one.id))}
              />{' '}
              {names.get(one.agencyId)}
              <Preview {...{ kind, day, due: one.due }} on={chosen.has(one.id)} />
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'move' && <DayField label="Hạn mới" value={day} onChange={setDay} required />}
      <TextField label={words[kind].reason} required maxLength={2000} value={reason} onChange={setReason} />
      {kind === 'move' && day !== '' && kept > 0 && (
        <p className="notice due">
          {sayNumber(kept)} đơn vị giữ nguyên vì hạn hiện nay không sớm hơn {sayDay(day)}.
        </p>
      )}
      <Refusal error={acting.error} />
      <div className="row">
        <Button className="btn primary" type="submit" isDisabled={!ready || acting.isPending}>
          {words[kind].send} {changed.length > 0 && `${sayNumber(changed.length)} đơn vị`}
        </Button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}

/** What would hold for a unit that was chosen. */
function Preview({ kind, day, due, on }: { kind: Kind; day: string; due: string | null; on: boolean }) {
  const now = due === null ? 'chưa có hạn' : `hạn ${sayDay(due)}`;
  if (!on || (kind === 'move' && !isLater(day, due))) return <small className="role"> · {now}</small>;
  return (
    <small className="role">{kind === 'excuse' ? ' · không phải gửi kỳ này' : ` · ${now} → ${sayDay(day)}`}</small>
  );
}

const isLater = (day: string, due: string | null): boolean => day !== '' && (due === null || day > due);

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

const takingBack = ({ id, report, act }: DutyOfUnit): DutyOfUnit => ({
  ...{ id: newId(), report },
  act: act.kind === 'move' ? { kind: 'unmove', of: id } : { kind: 'restore', reason: 'Hoàn tác miễn báo cáo' },
});

function useDuties(which: Which) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (acts: readonly DutyOfUnit[]) => reportApi.duties(which, acts),
    onSuccess: (detail) => {
      client.setQueryData(oneRound(which).queryKey, detail);
      void client.invalidateQueries(everyReport);
    },
  });
}
