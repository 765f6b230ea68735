import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { download } from '../../api.ts';
import { Refusal } from '../../components/Notice.tsx';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { keepFile } from '../follow/tableFile.ts';
import { papersPath } from './api.ts';
import { entryCounter } from './counting.ts';

/** The drafts of all units as one ZIP: how many are written shows while it comes, and it can be stopped. */
export function DownloadAll({ plan, days, units }: { plan: string; days: number | undefined; units: number }) {
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async (): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    setProblem(null);
    setDone(0);
    try {
      keepFile(await fetchZip(papersPath(plan, days), control.signal, setDone), 'Dự thảo kế hoạch của các đơn vị.zip');
    } catch (error) {
      if (!control.signal.aborted) setProblem(toProblem(error));
    } finally {
      setDone(null);
    }
  };
  if (done === null)
    return (
      <>
        <Button className="btn" onPress={() => void start()}>
          Tải dự thảo của {sayNumber(units)} đơn vị (.zip)
        </Button>
        <Refusal error={problem} />
      </>
    );
  return (
    <span className="row own-zip" role="status">
      <progress max={units} value={done} aria-label="Đang soạn dự thảo" />
      <span className="num">
        Đang soạn {sayNumber(done)}/{sayNumber(units)}
      </span>
      <Button className="btn small" onPress={() => stop.current?.abort()}>
        Dừng
      </Button>
    </span>
  );
}

async function fetchZip(path: string, signal: AbortSignal, onCount: (count: number) => void): Promise<Blob> {
  const response = await download(path, signal);
  const reader = response.body?.getReader();
  const count = entryCounter();
  const pieces: BlobPart[] = [];
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    pieces.push(next.value);
    onCount(count(next.value));
  }
  return new Blob(pieces, { type: 'application/zip' });
}
