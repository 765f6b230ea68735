import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldPlace, SentField } from '../../../src/report/content/model.ts';
import type { Written } from '../../../src/report/content/overlay.ts';
import { takeBack, valueAt } from '../../../src/report/content/quick.ts';
import type { ReportDetailView, SavedFieldsView } from '../../../src/report/views.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { oneReport, reportApi } from './api.ts';
import { answered, applied, type Known, keepPending, type Pending, readPending, shown, typed } from './drafting.ts';
import { type Met, metIn } from './met.ts';
import { useMet } from './useMet.ts';

/** How saving stands: at rest, on its way, waiting for the line, or refused by the server with its reason. */
export type Saving = 'idle' | 'sending' | 'waiting' | 'refused';

export type Draft = {
  content: Known['content'];
  write: (place: FieldPlace, value: unknown) => void;
  /** many places at once, with a way back beside the words that tell of it */
  writeAll: (written: readonly Written[], told: string) => void;
  saving: Saving;
  pending: number;
  savedAt: Date | null;
  problem: ApiProblem | null;
  /** sends what waits now; resolves once nothing waits or it cannot go on */
  flush: () => Promise<boolean>;
  /** lets go of what was typed and refused */
  discard: () => void;
  /** places two wrote at once, until somebody has looked at both */
  met: readonly Met[];
  look: (name: string) => void;
};

const again = 5_000;
const rest = 400;

/** Where what is written is kept and shown from: `id` tells drafts on this machine apart, `take` puts what was saved into the view. */
export type Way<V> = {
  id: string;
  queryKey: readonly unknown[];
  save: (fields: readonly SentField[]) => Promise<SavedFieldsView>;
  take: (view: V, put: (known: Known) => Known) => V;
};

const ways = new Map<string, Way<ReportDetailView>>();
/** A unit's report; the same each time, so that what depends on it rests. */
export function wayOfReport(id: string): Way<ReportDetailView> {
  const way = ways.get(id) ?? {
    id,
    queryKey: oneReport(id).queryKey,
    save: (fields) => reportApi.save(id, fields),
    take: (view, put) =>
      view.content === null ? view : { ...view, ...put({ content: view.content, fields: view.fields }) },
  };
  ways.set(id, way);
  return way;
}

/** A report being written: what is typed is shown at once, kept on this machine, and sent when the hand rests. */
export function useReportDraft<V>(detail: Known, by: string, way: Way<V>): Draft {
  const { id } = way;
  const client = useQueryClient();
  const [pending, setPending] = useState<Pending>(() => readPending(localStorage, id));
  const [standing, setStanding] = useState<{ saving: Saving; savedAt: Date | null; problem: ApiProblem | null }>({
    ...{ saving: 'idle', savedAt: null, problem: null },
  });
  const { met, addMet, look } = useMet(id);
  const latest = useRef({ pending, detail });
  latest.current.detail = detail;
  const change = useCallback(
    (next: Pending) => {
      latest.current.pending = next;
      setPending(next);
      if (!keepPending(localStorage, id, next))
        say('Máy này không giữ được bản nháp. Hãy giữ trang mở đến khi đã lưu.');
    },
    [id],
  );
  const take = useCallback(
    (sent: Pending, answer: SavedFieldsView) => {
      client.setQueryData(way.queryKey, (now: V | undefined) =>
        now === undefined ? now : way.take(now, (known) => applied(known, answer.fields, by, answer.at)),
      );
      change(answered(latest.current.pending, sent, answer.fields));
      addMet(metIn(sent, answer.fields));
      tell(answer.fields);
    },
    [client, way, by, change, addMet],
  );
  const flush = useSending({ save: way.save, latest, take, setStanding });
  const { saving } = standing;
  useEffect(() => {
    if (Object.keys(pending).length === 0 || saving === 'refused') return;
    const timer = setTimeout(() => void flush(), saving === 'waiting' ? again : rest);
    return () => clearTimeout(timer);
  }, [pending, saving, flush]);
  const put = useCallback(
    (written: readonly Written[]) => {
      const now = latest.current;
      const content = shown(now.detail, now.pending);
      change(
        written.reduce(
          (pending, { place, value }) => typed(pending, now.detail, place, valueAt(content, place), value),
          now.pending,
        ),
      );
      setStanding((before) => (before.saving === 'refused' ? { ...before, saving: 'idle', problem: null } : before));
    },
    [change],
  );
  const write = useCallback((place: FieldPlace, value: unknown) => put([{ place, value }]), [put]);
  const writeAll = useCallback(
    (written: readonly Written[], told: string) => {
      const before = shown(latest.current.detail, latest.current.pending);
      put(written);
      const run = () => put(takeBack(before, written, shown(latest.current.detail, latest.current.pending)));
      say(told, { action: { label: 'Hoàn tác', run } });
    },
    [put],
  );
  const discard = useCallback(() => {
    change({});
    setStanding({ saving: 'idle', savedAt: null, problem: null });
    void client.invalidateQueries({ queryKey: way.queryKey });
  }, [change, client, way]);
  return {
    content: shown(detail, pending),
    write,
    writeAll,
    pending: Object.keys(pending).length,
    flush,
    discard,
    ...{ met, look },
    ...standing,
  };
}

type Sending = {
  save: Way<unknown>['save'];
  latest: { current: { pending: Pending } };
  take: (sent: Pending, answer: SavedFieldsView) => void;
  setStanding: (next: { saving: Saving; savedAt: Date | null; problem: ApiProblem | null }) => void;
};

/** One request at a time, so that a field is never sent twice from the same beginning. */
function useSending({ save, latest, take, setStanding }: Sending): () => Promise<boolean> {
  const running = useRef<Promise<boolean> | null>(null);
  return useCallback(() => {
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;

    async function send(): Promise<boolean> {
      while (Object.keys(latest.current.pending).length > 0) {
        const sent = latest.current.pending;
        setStanding({ saving: 'sending', savedAt: null, problem: null });
        try {
          take(sent, await save(Object.values(sent).slice(0, 400)));
        } catch (error) {
          const problem = toProblem(error);
          const refused = problem.status >= 400 && problem.status < 500 && problem.status !== 401;
          setStanding({ saving: refused ? 'refused' : 'waiting', savedAt: null, problem });
          return false;
        }
      }
      setStanding({ saving: 'idle', savedAt: new Date(), problem: null });
      return true;
    }
  }, [save, latest, take, setStanding]);
}

/** Where two wrote at once, whoever saved last is told; what met stands on the screen until it was looked at. */
function tell(fields: SavedFieldsView['fields']): void {
  const how = new Set(fields.map((one) => one.how));
  if (how.has('kept') || how.has('met')) say('Người khác vừa sửa cùng chỗ: hãy xem lời của cả hai ở đầu trang.');
  else if (how.has('merged')) say('Đã ghép phần người khác vừa viết vào cùng ô.');
}
