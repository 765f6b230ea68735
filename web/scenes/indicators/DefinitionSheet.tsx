import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { evidenceKinds } from '../../../src/report/evidence/model.ts';
import { evidenceWords, fieldsOf } from '../../../src/report/evidence/words.ts';
import { type Definition, kindWords, overWords } from '../../../src/report/indicator/model.ts';
import type { IndicatorDetailView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { everyIndicator, indicatorApi } from './api.ts';
import { choices, Givers, Goals, type Part } from './DefinitionParts.tsx';
import { type TiedTask, TieField } from './TieField.tsx';

const fresh = (): Definition => ({
  ...{ name: '', unit: '%', kind: 'share', over: 'last', better: 'up', every: 'month', index: null, component: null },
  ...{ code: null, givers: { of: 'communes' }, source: { kind: 'paper', name: null }, evidence: null, applies: 'each' },
  ...{ targets: [], baselines: [] },
});

/** What an indicator is: a new one, or one that is changed. */
export function DefinitionSheet({ detail, onClose }: { detail?: IndicatorDetailView; onClose: () => void }) {
  const [definition, setDefinition] = useState<Definition>(detail?.indicator.definition ?? fresh());
  const change = (next: Partial<Definition>) => setDefinition((now) => ({ ...now, ...next }));
  const [task, setTask] = useState<TiedTask | null>(taskOf(detail));
  const tie = (next: TiedTask | null) => {
    setTask(next);
    // Who owes the task gives the figures; without one there is nobody who does.
    if (next === null && definition.givers.of === 'item') change({ givers: { of: 'communes' } });
    if (next !== null && task === null && detail === undefined) change({ givers: { of: 'item' } });
  };
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () =>
      detail
        ? indicatorApi.change(detail.indicator.id, detail.indicator.rev, definition, task?.id ?? null)
        : indicatorApi.make(newId(), definition, task?.id ?? null),
    onSuccess: ({ indicator }) => {
      say(detail ? 'Đã lưu chỉ tiêu.' : 'Đã thêm chỉ tiêu.');
      onClose();
      if (!detail) void navigate({ to: '/chi-tieu/$id', params: { id: indicator.id } });
    },
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  return (
    <Sheet title={detail ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'} isOpen onClose={onClose} kind="large">
      <form
        className="form definition-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="Tên chỉ tiêu"
          required
          maxLength={300}
          value={definition.name}
          onChange={(name) => change({ name })}
        />
        <Counting definition={definition} onChange={change} />
        <Places definition={definition} onChange={change} />
        {detail?.indicator.printed ? (
          <p className="muted">Lập từ mục tiêu in trong kế hoạch, gắn với nhiệm vụ: {detail.indicator.itemText}</p>
        ) : (
          <TieField task={task} onChange={tie} />
        )}
        <Givers definition={definition} hasItem={task !== null} onChange={change} />
        <Goals definition={definition} onChange={change} />
        <Refusal error={save.error} />
        <div className="row">
          <Button className="btn primary" type="submit" isDisabled={definition.name.trim() === '' || save.isPending}>
            {detail ? 'Lưu chỉ tiêu' : 'Thêm chỉ tiêu'}
          </Button>
          <Button className="btn" onPress={onClose}>
            Đóng, không lưu
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

const taskOf = (detail: IndicatorDetailView | undefined): TiedTask | null => {
  const { itemId = null, itemText } = detail?.indicator ?? {};
  return itemId === null ? null : { id: itemId, text: itemText ?? '' };
};

function Counting({ definition, onChange }: Part) {
  return (
    <div className="form-pair">
      <ChoiceField
        label="Cách tính"
        value={definition.kind}
        choices={choices(kindWords)}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField label="Đơn vị tính" maxLength={40} value={definition.unit} onChange={(unit) => onChange({ unit })} />
      <ChoiceField
        label="Qua các tháng"
        value={definition.over}
        choices={choices(overWords)}
        onChange={(over) => onChange({ over })}
      />
      <ChoiceField
        label="Kỳ nhập"
        value={definition.every}
        choices={choices({ month: 'Hằng tháng', quarter: 'Hằng quý', half: '6 tháng', year: 'Hằng năm' })}
        onChange={(every) => onChange({ every })}
      />
      <ChoiceField
        label="Chiều tốt lên"
        value={definition.better}
        choices={choices({ up: 'Càng cao càng tốt', down: 'Càng thấp càng tốt' })}
        onChange={(better) => onChange({ better })}
      />
      {definition.kind === 'sum' && (
        <ChoiceField
          label="Mục tiêu là của"
          value={definition.applies}
          choices={choices({ each: 'Từng đơn vị', whole: 'Tất cả các đơn vị cộng lại' })}
          onChange={(applies) => onChange({ applies })}
        />
      )}
    </div>
  );
}

function Places({ definition, onChange }: Part) {
  const { source, evidence } = definition;
  return (
    <div className="form-pair">
      <TextField
        label="Bộ chỉ số"
        hint="ví dụ: PAPI, PAR INDEX"
        maxLength={300}
        value={definition.index ?? ''}
        onChange={(index) => onChange({ index: index || null })}
      />
      <TextField
        label="Nội dung thành phần"
        maxLength={300}
        value={definition.component ?? ''}
        onChange={(component) => onChange({ component: component || null })}
      />
      <TextField
        label="Mã nội dung"
        hint="ví dụ: 6.1"
        maxLength={40}
        value={definition.code ?? ''}
        onChange={(code) => onChange({ code: code || null })}
      />
      <ChoiceField
        label="Nguồn số liệu"
        value={evidence ? 'evidence' : source.kind}
        choices={choices({
          paper: 'Văn bản, sổ sách',
          system: 'Hệ thống phần mềm',
          evidence: 'Cộng từ tài liệu kiểm chứng của nhiệm vụ',
        })}
        onChange={(kind) =>
          kind === 'evidence'
            ? onChange({ evidence: { kind: 'training', field: 'participants' } })
            : onChange({ source: { ...source, kind }, evidence: null })
        }
      />
      {evidence ? (
        <ChoiceField
          label="Cộng số"
          hint="Chỉ tính tài liệu gắn với nhiệm vụ của chỉ tiêu, theo tháng của tài liệu; chỉ tiêu tỷ lệ lấy số người dự trên số thuộc diện, số đã trả lời trên số nêu, số đã khắc phục trên số tồn tại"
          value={`${evidence.kind} ${evidence.field ?? ''}`}
          choices={evidenceChoices}
          onChange={(value) => {
            const [kind, field] = value.split(' ') as [(typeof evidenceKinds)[number], string];
            onChange({ evidence: { kind, field: field || null } });
          }}
        />
      ) : (
        <TextField
          label="Tên nguồn"
          hint="ví dụ: Hệ thống một cửa"
          maxLength={300}
          value={source.name ?? ''}
          onChange={(name) => onChange({ source: { ...source, name: name || null } })}
        />
      )}
    </div>
  );
}

const evidenceChoices = evidenceKinds.flatMap((kind) => [
  { value: `${kind} `, label: `Số ${evidenceWords[kind].name.toLowerCase()}` },
  ...fieldsOf(kind).flatMap(([field, { label, type }]) =>
    type === 'count'
      ? [{ value: `${kind} ${field}`, label: `${evidenceWords[kind].name}: ${label.toLowerCase()}` }]
      : [],
  ),
]);
