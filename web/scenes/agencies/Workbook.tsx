import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayNumber } from '../../../src/kernel/number.ts';
import { request } from '../../api.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';

type Imported = { added: number; aliases: number; unchanged: number };

/** The directory as an Excel workbook, out and in. */
export function Workbook({ may }: { may: boolean }) {
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return request<Imported>('POST', '/agencies/import', form);
    },
    onSuccess: ({ added, aliases, unchanged }) =>
      say(
        `Đã thêm ${sayNumber(added)} cơ quan, ${sayNumber(aliases)} cách gọi khác; ${sayNumber(unchanged)} cơ quan đã có giữ nguyên.`,
      ),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['agencies'] }),
  });
  return (
    <div className="row agency-workbook">
      <a className="btn small" href="/api/agencies.xlsx" download>
        Tải danh bạ về Excel
      </a>
      {may && (
        <label className="btn small">
          {take.isPending ? 'Đang nhập…' : 'Nhập thêm từ Excel'}
          <input
            type="file"
            className="sr-only"
            accept=".xlsx"
            disabled={take.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) take.mutate(file);
              target.value = '';
            }}
          />
        </label>
      )}
    </div>
  );
}
