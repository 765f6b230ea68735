import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { Refusal } from '../../components/Notice.tsx';
import { acceptedFiles } from '../../words/plan.ts';
import { oneOwnPlan, ownPlanApi, type Which } from './api.ts';

/** A unit that wrote its plan itself brings the file; the reader reads it in the place of the draft. */
export function BringFile({ which }: { which: Which }) {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => {
      const control = new AbortController();
      stop.current = control;
      setShare(0);
      return ownPlanApi.bringFile(which, file, { signal: control.signal, onProgress: setShare });
    },
    onSuccess: (view) => client.setQueryData(oneOwnPlan(which, undefined).queryKey, view),
  });
  return (
    <section className="card own-part">
      <h2>Đơn vị đã tự soạn kế hoạch?</h2>
      <p className="muted">
        Đưa tệp kế hoạch của đơn vị vào, phần mềm đọc từng nhiệm vụ và gợi ý nhiệm vụ cấp trên tương ứng để xác nhận. Dự
        thảo ở trên vẫn còn.
      </p>
      {send.isPending ? (
        <span className="row" role="status">
          <progress max={1} value={share} aria-label="Đang gửi tệp" /> Đang đọc tệp…
          <Button className="btn small" onPress={() => stop.current?.abort()}>
            Dừng
          </Button>
        </span>
      ) : (
        <FileTrigger acceptedFileTypes={acceptedFiles} onSelect={(files) => files?.[0] && send.mutate(files[0])}>
          <Button className="btn">Chọn tệp kế hoạch của đơn vị</Button>
        </FileTrigger>
      )}
      <Refusal error={send.error} />
    </section>
  );
}
