import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { TakenInView } from '../../../src/report/sheet/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { reportApi } from './api.ts';
import { SheetTaken } from './SheetTaken.tsx';
import type { Draft } from './useReportDraft.ts';

/** The report as an Excel workbook: out to be filled in where there is no line, and in again. */
export function SheetTools({ id, draft }: { id: string; draft: Draft }) {
  const [taken, setTaken] = useState<TakenInView | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      // What is typed here and not saved yet is one of the sides that are compared.
      if (!(await draft.flush()))
        throw new Error('Còn nội dung chưa lưu được nên chưa đọc biểu. Hãy chờ có mạng rồi thử lại.');
      return reportApi.readSheet(id, file);
    },
    onSuccess: setTaken,
  });
  return (
    <>
      <div className="row">
        <a className="btn small" href={`/api/reports/${id}/sheet`} download>
          Tải biểu Excel
        </a>
        <Button className="btn small" isDisabled={reading.isPending} onPress={() => input.current?.click()}>
          {reading.isPending ? 'Đang đọc biểu…' : 'Nhận biểu Excel đã nhập'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Biểu Excel đã nhập"
          accept=".xlsx"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) reading.mutate(file);
            // The same file is chosen again once it was mended.
            target.value = '';
          }}
        />
      </div>
      <Refusal error={reading.error} />
      {taken && <SheetTaken taken={taken} draft={draft} onClose={() => setTaken(null)} />}
    </>
  );
}
