import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { SurveyView } from '../../../src/survey/views.ts';
import { EmptyState, Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { everySurvey, runTableUrl, surveyApi } from './api.ts';

/** Estimates that were kept, as they were told then. */
export function Runs({ survey }: { survey: SurveyView }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (run: string) => surveyApi.removeRun(survey.id, run),
    onSuccess: () => say('Đã bỏ kết quả khỏi danh sách.'),
    onSettled: () => client.invalidateQueries(everySurvey),
  });
  if (survey.saved.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa lưu kết quả nào"
          text="Tính một ước lượng rồi bấm “Lưu kết quả”: số liệu được giữ đúng như khi tính, kể cả khi thiết kế mẫu được khai lại."
        />
      </div>
    );
  return (
    <>
      <Refusal error={remove.error} />
      <div className="card">
        <table className="register survey-runs">
          <thead>
            <tr>
              <th scope="col">Kết quả</th>
              <th scope="col">Người lưu</th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Thao tác</th>
            </tr>
          </thead>
          <tbody>
            {survey.saved.map(({ id, title, at, by, stale }) => (
              <tr key={id}>
                <td>
                  <Link to="/khao-sat/$id" params={{ id: survey.id }} search={{ lan: id }} className="name">
                    {title}
                  </Link>
                </td>
                <td>
                  {by}
                  <small>{sayMoment(at)}</small>
                </td>
                <td>
                  {stale ? <Tag tone="due">Thiết kế hoặc từ điển đã sửa sau đó</Tag> : <Tag tone="ok">Còn khớp</Tag>}
                </td>
                <td>
                  <div className="row">
                    <a className="btn small" href={runTableUrl(survey.id, id, 'xlsx')} download>
                      Excel
                    </a>
                    <a className="btn small" href={runTableUrl(survey.id, id, 'csv')} download>
                      CSV
                    </a>
                    {survey.manages && (
                      <Button
                        className="btn small"
                        aria-label={`Bỏ ${title}`}
                        isDisabled={remove.isPending}
                        onPress={() => remove.mutate(id)}
                      >
                        Bỏ
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
