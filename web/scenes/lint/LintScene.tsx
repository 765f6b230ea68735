import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { LintReport } from '../../../src/publish/lint/model.ts';
import { request } from '../../api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Findings } from './Findings.tsx';

const wordFiles = ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

/** A Word file is checked against the decree on clerical work; nothing of it is kept, here or on the server. */
export function LintScene() {
  const check = useMutation({ mutationFn: lintFile });
  const { data: report, variables: file, error, isPending } = check;
  useDroppedFile(check.mutate);
  return (
    <Scene
      title="Kiểm tra thể thức"
      sub="So tệp Word với Nghị định 30/2020/NĐ-CP. Tệp chỉ được đọc để kiểm tra, không được lưu lại."
      actions={
        <>
          {report && (
            <Button className="btn" onPress={() => window.print()}>
              In kết quả
            </Button>
          )}
          <ChooseFile onFile={check.mutate} disabled={isPending} />
        </>
      }
    >
      <div className="card lint" aria-busy={isPending}>
        {isPending && <Skeleton lines={6} label={`Đang kiểm tra tệp ${file?.name ?? ''}`} />}
        {error && file && <ErrorState error={error} onRetry={() => check.mutate(file)} />}
        {report && file && <Findings name={file.name} report={report} />}
        {check.isIdle && (
          <EmptyState
            title="Chưa có tệp nào được kiểm tra"
            text="Thả một tệp Word (.docx) vào bất kỳ chỗ nào trên trang này, hoặc bấm “Chọn tệp Word”. Thang nói chỗ phải sửa, sửa thế nào và theo điều khoản nào; chỗ để trống của dự thảo (số, ngày, họ tên) không bị coi là lỗi."
          />
        )}
      </div>
    </Scene>
  );
}

function lintFile(file: File): Promise<LintReport> {
  const form = new FormData();
  form.append('file', file);
  return request<LintReport>('POST', '/lint', form);
}

const ChooseFile = ({ onFile, disabled }: { onFile: (file: File) => void; disabled: boolean }) => (
  <FileTrigger
    acceptedFileTypes={wordFiles}
    onSelect={(files) => {
      const [file] = files ?? [];
      if (file) onFile(file);
    }}
  >
    <Button className="btn primary" isDisabled={disabled}>
      Chọn tệp Word
    </Button>
  </FileTrigger>
);

/** Elsewhere a file dropped on the page becomes a plan; here it is only looked at, so the drop is ours before all others. */
function useDroppedFile(onFile: (file: File) => void): void {
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    const take = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const [file] = event.type === 'drop' ? event.dataTransfer.files : [];
      if (file) onFile(file);
    };
    for (const type of ['dragenter', 'dragleave', 'dragover', 'drop'] as const)
      window.addEventListener(type, take, options);
    return () => stop.abort();
  }, [onFile]);
}
