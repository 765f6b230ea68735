import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { type Source, sheetFields, sources } from '../../../src/report/recommendation/model.ts';
import type { SentRegister } from '../../../src/report/recommendation/views.ts';
import { sheetHeadings, sourceWords } from '../../../src/report/recommendation/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal, Skeleton } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { saveTable } from '../follow/tableFile.ts';
import { everyRecommendation, recommendationApi } from './api.ts';
import { ImportedFiles } from './ImportedFiles.tsx';
import { RegisterPreview } from './RegisterPreview.tsx';

type Typed = { source: Source; what: string; number: string; date: string; issuer: string };
const nothing: Typed = { source: 'audit', what: '', number: '', date: '', issuer: '' };

const toSent = (id: string, { source, what, number, date, issuer }: Typed): SentRegister => ({
  id,
  defaults: {
    source,
    paper: {
      ...{ what: what.trim(), number: number.trim() || null, issuer: issuer.trim() || null },
      date: (date || null) as PlainDate | null,
    },
  },
});

/** Takes a register over from a table: what it hangs on, the file, its rows as they are understood, and files taken before. */
export function ImportRegister({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const [typed, setTyped] = useState(nothing);
  const [file, setFile] = useState<File>();
  /** what the preview was made with: what was typed since is read before it is taken */
  const [shown, setShown] = useState<Typed>();
  const read = useMutation({
    mutationFn: (of: File) => recommendationApi.readFile(of, toSent(id, typed), false),
    onMutate: () => setShown(typed),
  });
  const take = useMutation({
    mutationFn: (of: File) => recommendationApi.readFile(of, toSent(id, typed), true),
    onSuccess: ({ taken }) => {
      say(`Đã ghi ${sayNumber(taken.length)} kiến nghị vào sổ và báo cho các đơn vị.`);
      onDone();
    },
    onSettled: () => client.invalidateQueries(everyRecommendation),
  });
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const pick = (next: File | undefined) => {
    if (!next) return;
    setFile(next);
    take.reset();
    read.mutate(next);
  };
  const stale = shown !== typed;
  const found = read.data;
  return (
    <div className="import-sheet">
      <p>
        Bảng kiến nghị kèm kết luận, hoặc tệp mẫu đã điền. Cột được nhận ra theo tiêu đề; cần ít nhất cột kiến nghị (nội
        dung) và cột đơn vị thực hiện.{' '}
        <Button className="link" onPress={() => void saveTemplate()}>
          Tải tệp mẫu
        </Button>
      </p>
      <Defaults typed={typed} set={set} />
      <div className="row">
        <FileButton file={file} onPick={pick} />
        {file && (
          <Button className="btn" isDisabled={read.isPending} onPress={() => read.mutate(file)}>
            {stale ? 'Xem trước lại' : 'Đọc lại tệp'}
          </Button>
        )}
      </div>
      <Refusal error={read.error ?? take.error} />
      {read.isPending && <Skeleton lines={4} label="Đang đọc tệp" />}
      {found && file && !read.isPending && (
        <RegisterPreview found={found}>
          <Button
            className="btn primary"
            isDisabled={stale || found.taken.length === 0 || take.isPending}
            onPress={() => take.mutate(file)}
          >
            {take.isPending ? 'Đang ghi…' : `Ghi ${sayNumber(found.taken.length)} kiến nghị vào sổ`}
          </Button>
          {stale && <span className="muted">Thông tin chung đã đổi: hãy bấm “Xem trước lại”.</span>}
        </RegisterPreview>
      )}
      <ImportedFiles />
    </div>
  );
}

const saveTemplate = () =>
  saveTable([sheetFields.map((field) => sheetHeadings[field])], 'mau-so-kien-nghi', 'xlsx', 'Kiến nghị');

type FileProps = { file: File | undefined; onPick: (file: File | undefined) => void };

const FileButton = ({ file, onPick }: FileProps) => (
  <label className="btn">
    {file ? `Chọn tệp khác (đang xem “${file.name}”)` : 'Chọn tệp Excel, CSV'}
    <input
      type="file"
      className="sr-only"
      accept=".xlsx,.csv"
      onChange={({ target }) => {
        onPick(target.files?.[0]);
        // The same file may be chosen again after it was mended.
        target.value = '';
      }}
    />
  </label>
);

/** What the table hangs on: for rows that do not say it themselves. */
function Defaults({ typed, set }: { typed: Typed; set: (more: Partial<Typed>) => void }) {
  return (
    <fieldset className="panel-form">
      <legend>Dùng cho những dòng không tự ghi</legend>
      <ChoiceField
        label="Nguồn"
        choices={sources.map((value) => ({ value, label: sourceWords[value] }))}
        value={typed.source}
        onChange={(source) => set({ source })}
      />
      <TextField
        label="Văn bản"
        hint="ví dụ: Kết luận thanh tra"
        autoComplete="off"
        value={typed.what}
        onChange={(what) => set({ what })}
      />
      <div className="form-pair">
        <TextField label="Số, ký hiệu" autoComplete="off" value={typed.number} onChange={(number) => set({ number })} />
        <DayField label="Ngày văn bản" value={typed.date} onChange={(date) => set({ date })} />
      </div>
      <TextField
        label="Cơ quan ban hành"
        autoComplete="off"
        value={typed.issuer}
        onChange={(issuer) => set({ issuer })}
      />
    </fieldset>
  );
}
