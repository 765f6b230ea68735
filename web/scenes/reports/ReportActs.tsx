import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { ReportAct } from '../../../src/report/model.ts';
import { refuseReportAct } from '../../../src/report/rules.ts';
import type { ReportDetailView, ReportView } from '../../../src/report/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { today } from '../follow/useFollow.ts';
import { type DutyAskedAct, oneReport, type ReceiverAct, reportApi, type UnitAct } from './api.ts';

type Kind = UnitAct['kind'] | ReceiverAct['kind'] | DutyAskedAct['kind'];

/** Each act: its button, what is asked for, and what is said when it is done. */
const words: Record<Kind, { button: string; send: string; done: string; reason?: string; day?: string }> = {
  submit: { button: 'Trình thủ trưởng ký', send: 'Trình', done: 'Đã trình thủ trưởng.' },
  send: { button: 'Ký, gửi báo cáo', send: 'Gửi báo cáo', done: 'Đã gửi báo cáo.' },
  recall: { button: 'Lấy lại để sửa', send: 'Lấy lại', done: 'Đã lấy lại báo cáo.' },
  'send-back': { button: 'Yêu cầu sửa', send: 'Yêu cầu sửa', done: 'Đã chuyển lại để sửa.', reason: 'Cần sửa gì' },
  correct: {
    button: 'Đính chính',
    send: 'Mở bản đính chính',
    done: 'Đã mở bản đính chính.',
    reason: 'Lý do đính chính',
  },
  receive: { button: 'Tiếp nhận', send: 'Tiếp nhận', done: 'Đã tiếp nhận báo cáo.' },
  return: {
    ...{ button: 'Trả lại', send: 'Trả lại báo cáo', done: 'Đã trả lại báo cáo.', reason: 'Lý do trả lại' },
    day: 'Gửi lại chậm nhất ngày',
  },
  grant: {
    ...{ button: 'Cho gửi sau khi khóa', send: 'Cho gửi', done: 'Đã cho phép.', reason: 'Lý do' },
    day: 'Được gửi đến hết ngày',
  },
  excuse: {
    ...{ button: 'Miễn báo cáo', send: 'Miễn báo cáo', done: 'Đã miễn báo cáo kỳ này cho đơn vị.' },
    reason: 'Lý do miễn (được nêu trong báo cáo tổng hợp)',
  },
  restore: { button: 'Thôi miễn', send: 'Thôi miễn', done: 'Đơn vị phải báo cáo lại.', reason: 'Lý do thôi miễn' },
  move: {
    ...{ button: 'Dời hạn', send: 'Dời hạn', done: 'Đã dời hạn báo cáo.', reason: 'Lý do dời hạn' },
    day: 'Hạn mới',
  },
};
const dutyKinds: readonly Kind[] = ['excuse', 'restore', 'move'];
/** What is not done without a day. */
const dated: readonly Kind[] = ['grant', 'move'];

/** What the asker may do about a report now, the likeliest first. */
function kindsFor({ report, unsigned }: Pick<ReportDetailView, 'report' | 'unsigned'>): Kind[] {
  const signs = report.signs || (report.writes && unsigned);
  const may: Record<Kind, boolean> = {
    ...{
      send: signs,
      submit: report.writes && !signs,
      'send-back': signs,
      recall: report.writes,
      correct: report.writes,
    },
    ...{ receive: report.receives, return: report.receives, grant: report.receives },
    ...{ excuse: report.arranges, restore: report.arranges, move: report.arranges },
  };
  return (Object.keys(words) as Kind[])
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .filter((kind) => may[kind] && refuseReportAct(stateOf(report), probe(kind, report)) === undefined);
}
const order: readonly Kind[] = [
  ...(['send', 'submit', 'receive', 'return', 'send-back', 'correct', 'recall'] as const),
  ...(['restore', 'grant', 'move', 'excuse'] as const),
];

/** The state as the rules know it, of what the view tells. */
const stateOf = (report: ReportView) => ({
  ...{ status: report.status, version: report.version, reason: report.reason, answered: false },
  mendBy: report.mendBy as PlainDate | null,
  ...{ firstSentOn: report.firstSentOn as PlainDate | null, sentOn: report.sentOn as PlainDate | null },
  ...{ receivedOn: report.receivedOn as PlainDate | null, grantedUntil: report.grantedUntil as PlainDate | null },
  excused: report.excused,
});

/** An act of a kind with what it needs, to ask the rules whether it is possible at all. */
function probe(kind: Kind, { closed }: ReportView) {
  const day = today() as PlainDate;
  const act = { kind, note: null, reason: 'x', due: kind === 'move' ? day : null, until: day };
  return { act: act as unknown as ReportAct, day, closed };
}

type Props = { detail: ReportDetailView; onBefore: () => Promise<boolean>; sayMissing: string | null };

/** The acts as buttons; the form of the chosen one below. `onBefore` sends what is still being saved. */
export function ReportActs({ detail, onBefore, sayMissing }: Props) {
  const [kind, setKind] = useState<Kind | null>(null);
  const kinds = kindsFor(detail);
  if (kinds.length === 0) return null;
  return (
    <section className="report-acts" aria-label="Xử lý báo cáo">
      <div className="row">
        {kinds.map((one, i) => (
          <Button
            key={one}
            className={
              i === 0 && !dutyKinds.includes(one) ? 'btn primary' : dutyKinds.includes(one) ? 'btn small' : 'btn'
            }
            aria-expanded={one === kind}
            onPress={() => setKind(one === kind ? null : one)}
          >
            {words[one].button}
          </Button>
        ))}
      </div>
      {kind && kinds.includes(kind) && (
        <ActForm
          key={kind}
          kind={kind}
          id={detail.report.id}
          {...{ onBefore, sayMissing }}
          onDone={() => setKind(null)}
        />
      )}
    </section>
  );
}

type FormProps = Omit<Props, 'detail'> & { kind: Kind; id: string; onDone: () => void };

/** What an act asks for, and sending it. */
export function ActForm({ kind, id, onBefore, sayMissing, onDone }: FormProps) {
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const client = useQueryClient();
  const { reason, day: dayLabel, send, done } = words[kind];
  const actId = useRef(newId());
  const sending = useMutation({
    mutationFn: async () => {
      if (!(await onBefore())) throw new Error('Còn nội dung chưa lưu được nên chưa gửi. Hãy chờ có mạng rồi bấm lại.');
      const act = {
        kind,
        ...(reason ? { reason: text } : kind === 'recall' ? {} : { note: text.trim() || null }),
        ...dayOf(kind, day),
      };
      const sent = { id: actId.current, act } as never;
      if (dutyKinds.includes(kind)) return reportApi.duty(id, sent);
      return kind === 'receive' || kind === 'return' || kind === 'grant'
        ? reportApi.receiving(id, sent)
        : reportApi.act(id, sent);
    },
    onSuccess: (detail) => {
      client.setQueryData(oneReport(id).queryKey, detail);
      void client.invalidateQueries({ queryKey: ['work'] });
      say(done);
      onDone();
    },
  });
  const ready = (!reason || text.trim() !== '') && (!dated.includes(kind) || day !== '');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) sending.mutate();
      }}
    >
      {(kind === 'send' || kind === 'submit') && sayMissing && <p className="notice due">{sayMissing}</p>}
      {kind !== 'recall' && (
        <Field label={reason ?? 'Ghi chú (nếu có)'}>
          {(props) => (
            <textarea
              className="input"
              rows={2}
              {...props}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      )}
      {dayLabel && <DayField label={dayLabel} value={day} onChange={setDay} required={dated.includes(kind)} />}
      <Refusal error={sending.error} />
      <div className="row">
        <Button className="btn primary" type="submit" isDisabled={!ready || sending.isPending}>
          {send}
        </Button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}

const dayOf = (kind: Kind, day: string): object =>
  kind === 'return' || kind === 'move' ? { due: day || null } : kind === 'grant' ? { until: day } : {};
