import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { everyIndicator, indicatorApi, pastImports } from './api.ts';
import { Importing } from './Importing.tsx';

/** Files that were taken over, each to be taken back; and the next one. */
export function Files({ month }: { month: string }) {
  const query = useQuery(pastImports());
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (id: string) => indicatorApi.undoImport(id),
    onSuccess: ({ figures }) => say(`Đã hoàn tác: ${sayNumber(figures)} số trở lại như trước khi nhập tệp.`),
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  return (
    <div className="indicator-files">
      <p className="row">
        <Importing indicatorId={null} month={month} />
        <span className="muted">
          Tệp xuất từ hệ thống một cửa, tài chính…; phần mềm nhớ cách đọc, tháng sau chỉ cần chọn tệp rồi bấm nhập.
        </span>
      </p>
      <Refusal error={undo.error} />
      <Loaded query={query} label="Đang tải các tệp đã nhập">
        {({ imports }) => (
          <div className="card">
            {imports.length === 0 ? (
              <EmptyState
                title="Chưa nhập tệp nào"
                text="Bấm “Nhập từ Excel, CSV” rồi chọn tệp; chưa có gì được ghi trước khi xem và đồng ý."
              />
            ) : (
              <table className="register">
                <thead>
                  <tr>
                    <th scope="col">Tệp</th>
                    <th scope="col">Người nhập</th>
                    <th scope="col">Số liệu</th>
                    <th scope="col">Thao tác</th>
                  </tr>
                </thead>
                <tbody>
                  {imports.map(({ id, file, at, by, figures, undoneAt, mine }) => (
                    <tr key={id}>
                      <td>{file}</td>
                      <td>
                        {by}
                        <small>{sayMoment(at)}</small>
                      </td>
                      <td data-word="Số liệu:">{sayNumber(figures)}</td>
                      <td>
                        {undoneAt ? (
                          <span className="muted">Đã hoàn tác {sayMoment(undoneAt)}</span>
                        ) : (
                          mine && (
                            <Button className="btn small" isDisabled={undo.isPending} onPress={() => undo.mutate(id)}>
                              Hoàn tác
                            </Button>
                          )
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
