import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Role } from '../../../src/people/model.ts';
import type { ReorganisationForm, ReorganisationPreview } from '../../../src/place/views.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { roleNames } from '../../words/people.ts';
import { agenciesApi } from './api.ts';
import { groupWork, handTo } from './handing.ts';

/** What would change and move; done only from here. */
export function ReorganisePreview({
  form: asked,
  onBack,
  onDone,
}: {
  form: ReorganisationForm;
  onBack: () => void;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const [form, setForm] = useState(asked);
  const preview = useQuery({
    queryKey: ['agencies', 'preview', form],
    queryFn: () => agenciesApi.preview(form),
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const enter = useMutation({
    mutationFn: () => agenciesApi.reorganise(form),
    onSuccess: async () => {
      const later = preview.data?.movesOn ? ' Việc và vai trò chuyển vào ngày đó.' : '';
      say(`Đã ghi, có hiệu lực từ ngày ${sayDay(form.effective)}.${later}`);
      await client.invalidateQueries();
      onDone();
    },
  });
  const back = (
    <Button className="btn" onPress={onBack}>
      Quay lại sửa
    </Button>
  );
  if (preview.isError) return <ErrorState error={preview.error}>{back}</ErrorState>;
  if (!preview.data) return <Skeleton label="Đang tính xem điều gì thay đổi" />;
  const stranded = preview.data.stranded;
  return (
    <div className="preview">
      <Changes preview={preview.data} />
      <Work preview={preview.data} form={form} onChange={setForm} />
      <MovedBeside preview={preview.data} />
      {stranded > 0 && (
        <p role="alert" className="form-error">
          Còn {sayNumber(stranded)} việc chưa có nơi nhận. Hãy chọn nơi nhận cho từng nhóm việc ở trên.
        </p>
      )}
      {enter.isError && (
        <p role="alert" className="form-error">
          {toProblem(enter.error).message}
        </p>
      )}
      <div className="row">
        <Button className="btn primary" isDisabled={enter.isPending || stranded > 0} onPress={() => enter.mutate()}>
          {enter.isPending ? 'Đang ghi…' : `Ghi, có hiệu lực từ ${sayDay(form.effective)}`}
        </Button>
        {back}
      </div>
    </div>
  );
}

function Changes({ preview: { changed, successions } }: { preview: ReorganisationPreview }) {
  return (
    <>
      <h3>Đơn vị thay đổi</h3>
      <ul>
        {changed.map(({ id, before, after, what }) => (
          <li key={id}>
            {before !== null && after !== null && before !== after ? `${before} → ${after}` : (after ?? before)}: {what}
          </li>
        ))}
        {successions.map((one) => (
          <li key={`${one.fromId} ${one.toId} ${one.function}`}>
            {one.to} nhận {one.function ? `mảng “${one.function}”` : 'toàn bộ việc'} của {one.from}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Open work by component, each to whom it goes: asked only where there is a choice. */
function Work({
  preview,
  form,
  onChange,
}: {
  preview: ReorganisationPreview;
  form: ReorganisationForm;
  onChange: (form: ReorganisationForm) => void;
}) {
  return (
    <>
      <h3>Chuyển theo: {sayNumber(preview.work.length)} việc đang mở</h3>
      {preview.movesOn !== null && (
        <p>
          Việc, vướng mắc và vai trò sẽ chuyển ngày {sayDay(preview.movesOn)}, kể cả việc giao thêm từ nay đến đó. Đến
          hết ngày hôm trước, đơn vị cũ vẫn thấy và làm việc của mình.
        </p>
      )}
      <ul className="moves">
        {groupWork(preview).map((group) => (
          <li key={group.key} className="handing">
            <div>
              {group.component ?? group.texts[0]}
              <details>
                <summary>
                  {group.from} · {sayNumber(group.assignmentIds.length)} việc
                </summary>
                <ul>
                  {group.assignmentIds.map((id, i) => (
                    <li key={id}>{group.texts[i]}</li>
                  ))}
                </ul>
              </details>
            </div>
            <select
              className="input"
              aria-label={`Nơi nhận: ${group.component ?? group.texts[0]}`}
              value={group.toId ?? ''}
              onChange={({ target }) => onChange(handTo(form, group, target.value))}
            >
              {!group.toId && (
                <option value="" disabled>
                  {group.toId === null ? 'Chọn nơi nhận' : 'Nhiều nơi nhận'}
                </option>
              )}
              {group.choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What goes along with the work: difficulties that wait for an answer, and the roles of people, each by name. */
function MovedBeside({ preview: { difficulties, accounts } }: { preview: ReorganisationPreview }) {
  return (
    <>
      <h3>Vướng mắc chờ trả lời: {sayNumber(difficulties.length)}</h3>
      <ul>
        {difficulties.map(({ id, text, from, to }) => (
          <li key={id}>
            {text} ({from} → {to})
          </li>
        ))}
      </ul>
      <h3>Tài khoản: {sayNumber(accounts.length)} vai trò</h3>
      <ul>
        {accounts.map(({ id, officer, role, from, to, delegated }) => (
          <li key={id}>
            {officer}: {roleNames[role as Role].name}
            {delegated && ', được ủy quyền'} ({from} → {to})
          </li>
        ))}
      </ul>
    </>
  );
}
