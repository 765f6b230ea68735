import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { agenciesApi } from './api.ts';
import { WorkbookPreview } from './WorkbookPreview.tsx';

/** The directory as an Excel workbook, out and in: what a file would change is shown before anything is written. */
export function Workbook({ may }: { may: boolean }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const preview = useMutation({
    mutationFn: (chosen: File) => agenciesApi.workbook(chosen, true),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
  const take = useMutation({
    mutationFn: (chosen: File) => agenciesApi.workbook(chosen, false),
    onSuccess: ({ added, changed, aliases }) => {
      say(
        `Đã thêm ${sayNumber(added)}, sửa ${sayNumber(changed)} cơ quan, trong đó thêm ${sayNumber(aliases)} cách gọi khác.`,
      );
      close();
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['agencies'] }),
  });
  const close = (): void => {
    setFile(undefined);
    preview.reset();
  };
  return (
    <div className="row agency-workbook">
      <a className="btn small" href="/api/agencies.xlsx" download>
        Tải danh bạ về Excel
      </a>
      {may && (
        <label className="btn small">
          {preview.isPending ? 'Đang đọc tệp…' : 'Nhập từ Excel'}
          <input
            type="file"
            className="sr-only"
            accept=".xlsx"
            disabled={preview.isPending || take.isPending}
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) {
                setFile(chosen);
                preview.mutate(chosen);
              }
              target.value = '';
            }}
          />
        </label>
      )}
      {file && preview.data && (
        <WorkbookPreview
          name={file.name}
          found={preview.data}
          isTaking={take.isPending}
          onTake={() => take.mutate(file)}
          onClose={close}
        />
      )}
    </div>
  );
}
