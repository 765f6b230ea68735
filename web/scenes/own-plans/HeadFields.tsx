import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { EditText } from '../../components/EditText.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { oneOwnPlan, ownPlanApi } from './api.ts';
import type { Desk } from './useOwnDraft.ts';

/** Title, grounds, who answers by name, and how much sooner the unit wants its work done. */
export function HeadFields({ view, desk: { draft, write } }: { view: OwnPlanView; desk: Desk }) {
  const readOnly = !view.may.edit;
  return (
    <section className="card own-part">
      <h2>Phần đầu kế hoạch</h2>
      <Field label="Tên kế hoạch">
        {({ id }) => (
          <EditText
            id={id}
            label="Tên kế hoạch"
            value={draft.title}
            readOnly={readOnly}
            check={(typed) => (typed.trim() === '' ? 'Kế hoạch cần có tên' : undefined)}
            onCommit={(value) => write({ kind: 'title', value })}
          />
        )}
      </Field>
      <Field label="Căn cứ ban hành" hint="mỗi căn cứ một dòng">
        {({ id }) => (
          <EditText
            id={id}
            label="Căn cứ ban hành, mỗi căn cứ một dòng"
            value={draft.basis.join('\n')}
            readOnly={readOnly}
            onCommit={(value) => write({ kind: 'basis', value: linesOf(value) })}
          />
        )}
      </Field>
      <Field label="Người đứng đầu chịu trách nhiệm" hint="họ tên, in ở phần tổ chức thực hiện và chữ ký">
        {({ id }) => (
          <EditText
            id={id}
            label="Người đứng đầu chịu trách nhiệm"
            single
            value={draft.head ?? ''}
            placeholder="Họ và tên"
            readOnly={readOnly}
            onCommit={(value) => write({ kind: 'head', value })}
          />
        )}
      </Field>
      {view.may.edit && <DaysField view={view} />}
    </section>
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function DaysField({ view }: { view: OwnPlanView }) {
  const client = useQueryClient();
  const which = { plan: view.plan.id, agency: view.unit.id };
  const send = useMutation({
    mutationFn: (days: number) => ownPlanApi.setDays(which, days),
    onSuccess: (next) => client.setQueryData(oneOwnPlan(which, undefined).queryKey, next),
  });
  const days = send.isPending ? send.variables : view.days;
  const choices = [...new Set([0, 3, 5, 10, 15, 20, days])].sort((a, b) => a - b);
  return (
    <>
      <ChoiceField
        label="Thời hạn của đơn vị sớm hơn hạn cấp trên"
        hint="việc đã sửa thời hạn giữ nguyên"
        value={String(days)}
        choices={choices.map((one) => ({ value: String(one), label: `${one} ngày làm việc` }))}
        onChange={(one) => send.mutate(Number(one))}
      />
      <Refusal error={send.error} />
    </>
  );
}
