import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { ReorganisationForm, ReorganisationPreview } from '../../../src/place/views.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { agenciesApi } from './api.ts';

const listed = 12;

/** What would change and move; done only from here. */
export function ReorganisePreview({
  form,
  onBack,
  onDone,
}: {
  form: ReorganisationForm;
  onBack: () => void;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ['agencies', 'preview', form],
    queryFn: () => agenciesApi.preview(form),
    staleTime: 0,
    retry: false,
  });
  const enter = useMutation({
    mutationFn: () => agenciesApi.reorganise(form),
    onSuccess: async () => {
      say(`Đã ghi, có hiệu lực từ ngày ${sayDay(form.effective)}.`);
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
      {stranded > 0 && (
        <p role="alert" className="form-error">
          Còn {sayNumber(stranded)} việc chưa có nơi nhận. Hãy quay lại và chọn một nơi nhận toàn bộ, hoặc giao lại từng
          việc trước.
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

function Changes({ preview: { changed, successions, work, grants } }: { preview: ReorganisationPreview }) {
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
          <li key={`${one.from} ${one.to} ${one.function}`}>
            {one.to} nhận {one.function ? `mảng “${one.function}”` : 'toàn bộ việc'} của {one.from}
          </li>
        ))}
      </ul>
      <h3>
        Chuyển theo: {sayNumber(work.length)} việc đang mở, {sayNumber(grants)} vai trò
      </h3>
      <ul className="moves">
        {work.slice(0, listed).map((one) => (
          <li key={one.assignmentId}>
            {one.text}
            <small>
              {one.from} → {one.to ?? 'chưa có nơi nhận'}
            </small>
          </li>
        ))}
        {work.length > listed && <li>… và {sayNumber(work.length - listed)} việc khác</li>}
      </ul>
    </>
  );
}
