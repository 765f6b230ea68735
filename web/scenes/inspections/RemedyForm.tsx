import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Finding, UnitAct } from '../../../src/report/inspection/model.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import { sendOnce } from '../../state/pending.ts';
import { say } from '../../state/toasts.ts';
import { usePending } from '../../state/usePending.ts';
import { NoteField } from '../my-work/forms.tsx';
import { useActId } from '../my-work/useActId.ts';
import { everyInspection, inspectionApi, oneInspection } from './api.ts';

/** The unit says that it has remedied a finding: with evidence above, or with the reason why there is none. */
export function RemedyForm({ finding, detail }: { finding: Finding; detail: InspectionDetailView }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped, forget] = useDraft(`inspection.remedy.${finding.id}`, {
    text: '',
    on: detail.today as string,
    without: '',
  });
  const proven = finding.proofs.length > 0;
  const act: UnitAct = {
    ...{ kind: 'remedy', findingId: finding.id, text: typed.text.trim(), on: typed.on as PlainDate },
    without: proven ? null : typed.without.trim() || null,
  };
  const send = useRemedy(detail.inspection.id, act, () => {
    forget();
    setOpen(false);
  });
  const ready = typed.text.trim() !== '' && typed.on !== '' && (proven || typed.without.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) send.mutate();
  };
  return (
    <section className="work-forms" aria-label="Báo khắc phục">
      <div className="row">
        <Button className={open ? 'btn on' : 'btn primary'} aria-expanded={open} onPress={() => setOpen(!open)}>
          {finding.status === 'reported' ? 'Báo lại kết quả khắc phục' : 'Báo đã khắc phục'}
        </Button>
      </div>
      {open && (
        <form className="panel-form" onSubmit={submit}>
          <NoteField
            label="Đã khắc phục thế nào"
            value={typed.text}
            onChange={(text) => setTyped({ ...typed, text })}
          />
          <DayField
            label="Ngày khắc phục xong"
            required
            value={typed.on}
            onChange={(on) => setTyped({ ...typed, on })}
          />
          {!proven && (
            <NoteField
              label="Lý do không có tài liệu"
              hint="Có tài liệu thì bấm “Thêm tài liệu” ở trên trước khi gửi; không có thì nêu lý do"
              value={typed.without}
              onChange={(without) => setTyped({ ...typed, without })}
            />
          )}
          <Refusal error={send.error} />
          <div className="row">
            <button type="submit" className="btn primary" disabled={send.isPending || !ready}>
              {send.isPending ? 'Đang gửi…' : 'Gửi kết quả khắc phục'}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function useRemedy(inspectionId: string, act: UnitAct, onDone: () => void) {
  const client = useQueryClient();
  const content = JSON.stringify(act);
  const made = useActId(content);
  const pending = usePending();
  return useMutation({
    mutationFn: () =>
      sendOnce(pending, { subject: act.findingId, content, id: made }, (id) =>
        inspectionApi.remedy(inspectionId, { id, act }),
      ),
    onSuccess: ({ detail }) => {
      onDone();
      client.setQueryData(oneInspection(inspectionId).queryKey, detail);
      void client.invalidateQueries(everyInspection);
      say('Đã gửi kết quả khắc phục, chờ đoàn kiểm tra xác nhận.');
    },
  });
}
