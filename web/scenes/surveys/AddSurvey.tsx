import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { AgencyPick } from '../agencies/AgencyPick.tsx';
import { treeOf } from '../agencies/api.ts';
import { today } from '../follow/useFollow.ts';
import { everySurvey, surveyApi } from './api.ts';

/** A file of responses on its way in: named, sent with a bar that moves, read at the server; stopped at any time. */
export function AddSurvey({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => newId());
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(today().slice(0, 4));
  const [agency, setAgency] = useState('');
  const tree = useQuery(treeOf(undefined));
  const [share, setShare] = useState(0);
  const stop = useRef(new AbortController());
  const add = useMutation({
    mutationFn: (sent: File) =>
      surveyApi.add({ id, title, year: Number(year), agencyId: agency || null }, sent, {
        signal: stop.current.signal,
        onProgress: setShare,
      }),
    onSuccess: ({ rows }) => {
      say(`Đã nhập ${sayNumber(rows)} người trả lời. Hãy khai thiết kế mẫu để tính được sai số.`);
      void navigate({ to: '/khao-sat/$id', params: { id }, search: { xem: 'thiet-ke' } });
    },
    onSettled: () => client.invalidateQueries(everySurvey),
  });
  const close = () => {
    stop.current.abort();
    onClose();
  };
  const again = () => {
    stop.current.abort();
    stop.current = new AbortController();
    setShare(0);
  };
  const ready = file !== undefined && title.trim() !== '' && /^(19|20|21)\d\d$/.test(year);
  return (
    <Sheet title="Nhập khảo sát" isOpen onClose={close}>
      <form
        className="survey-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && ready && !add.isPending) add.mutate(file);
        }}
      >
        <div className="form-field">
          <label className="btn">
            {file ? 'Chọn tệp khác' : 'Chọn tệp câu trả lời'}
            <input
              type="file"
              className="sr-only"
              accept=".csv,.tsv,.txt,.xlsx,.parquet,.sav"
              onChange={({ target }) => {
                const chosen = target.files?.[0];
                setFile(chosen);
                if (chosen && title === '') setTitle(chosen.name.replace(/\.[^.]+$/, '').replaceAll('_', ' '));
              }}
            />
          </label>
          <span className="muted field-hint">
            {file?.name ??
              'CSV, Excel (.xlsx), Parquet hoặc SPSS (.sav); mỗi dòng một người trả lời, dòng đầu là tên cột.'}
          </span>
        </div>
        <TextField label="Tên khảo sát" value={title} onChange={setTitle} maxLength={300} required />
        <TextField label="Năm khảo sát" value={year} onChange={setYear} inputMode="numeric" maxLength={4} />
        <AgencyPick
          label="Cơ quan khảo sát"
          hint="không bắt buộc"
          lines={tree.data?.agencies ?? []}
          value={agency}
          onChange={setAgency}
        />
        <p className="muted">
          Câu trả lời là dữ liệu cá nhân: tệp được giữ kín trên máy chủ, chỉ để tính; màn hình và tệp xuất ra chỉ có ước
          lượng của các nhóm đủ lớn.
        </p>
        <Refusal error={add.error} />
        {add.isPending && (
          <ProgressBar
            className="survey-progress"
            {...(share < 1 ? { value: 100 * share } : { isIndeterminate: true })}
            aria-label="Nhập khảo sát"
          >
            {({ percentage }) => (
              <>
                <span>{share < 1 ? 'Đang tải lên' : 'Đang đọc và kiểm tra dữ liệu'}</span>
                <progress max={100} {...(share < 1 && { value: percentage ?? 0 })} />
              </>
            )}
          </ProgressBar>
        )}
        <div className="row">
          <Button type="submit" className="btn primary" isDisabled={!ready || add.isPending}>
            Nhập khảo sát
          </Button>
          {add.isPending ? (
            <Button className="btn" onPress={again}>
              Dừng
            </Button>
          ) : (
            <Button className="btn" onPress={close}>
              Đóng, không nhập
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
