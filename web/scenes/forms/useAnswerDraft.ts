import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SentField } from '../../../src/report/content/model.ts';
import { type Answer, type Answers, placeOf, type Question } from '../../../src/report/form/model.ts';
import type { AnswerDetailView, SavedAnswersView, SentAnswers } from '../../../src/report/form/views.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { answered, keepPending, type Pending, readPending, typed } from '../reports/drafting.ts';
import type { Saving } from '../reports/useReportDraft.ts';
import { formsApi, oneAnswer } from './api.ts';

/** An answer is a field of the report it is: what keeps a report's typing over lost lines keeps this too. */
type Known = AnswerDetailView & { answers: Answers };
type Standing = { saving: Saving; savedAt: Date | null; problem: ApiProblem | null };

const [again, rest] = [5_000, 400];
const atRest: Standing = { saving: 'idle', savedAt: null, problem: null };

/** What is shown: what the server has, and over it what is typed. */
const shown = (answers: Answers, pending: Pending): Answers => ({
  ...answers,
  ...Object.fromEntries(
    Object.values(pending).flatMap(({ place, value }) => ('key' in place ? [[place.key, value as Answer]] : [])),
  ),
});

/** A form being answered: what is typed is shown at once, kept on this machine, and sent when the hand rests. */
export function useAnswerDraft(detail: Known, by: string) {
  const { id } = detail.answer;
  const client = useQueryClient();
  const [pending, setPending] = useState<Pending>(() => readPending(localStorage, id));
  const [standing, setStanding] = useState(atRest);
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
    (sent: Pending, { fields, at }: SavedAnswersView) => {
      client.setQueryData(
        oneAnswer(id).queryKey,
        (now: AnswerDetailView | undefined) => now && applied(now, fields, by, at),
      );
      change(answered(latest.current.pending, sent, fields as never));
      if (fields.some(({ how }) => how !== 'saved'))
        say('Người khác vừa sửa cùng câu; câu trả lời của cả hai đã được xem xét. Hãy đọc lại câu ấy.');
    },
    [client, id, by, change],
  );
  const flush = useSending(id, latest, take, setStanding);
  const { saving } = standing;
  useEffect(() => {
    if (Object.keys(pending).length === 0 || saving === 'refused') return;
    const timer = setTimeout(() => void flush(), saving === 'waiting' ? again : rest);
    return () => clearTimeout(timer);
  }, [pending, saving, flush]);
  const write = useCallback(
    (question: Question, value: Answer) => {
      const { detail: now, pending: before } = latest.current;
      const was = shown(now.answers, before)[question.name] ?? null;
      change(typed(before, now as never, placeOf(question) as never, was, value));
      setStanding((one) => (one.saving === 'refused' ? atRest : one));
    },
    [change],
  );
  const discard = useCallback(() => {
    change({});
    setStanding(atRest);
    void client.invalidateQueries(oneAnswer(id));
  }, [change, client, id]);
  const answers = shown(detail.answers, pending);
  return { answers, write, flush, discard, pending: Object.keys(pending).length, ...standing };
}

function applied(now: AnswerDetailView, saved: SavedAnswersView['fields'], by: string, at: string): AnswerDetailView {
  const keys = new Set(saved.map(({ place }) => place.key));
  return {
    ...now,
    answers: { ...now.answers, ...Object.fromEntries(saved.map(({ place, value }) => [place.key, value as Answer])) },
    fields: [
      ...now.fields.filter(({ place }) => !keys.has(place.key)),
      ...saved.map(({ place, rev }) => ({ place, rev, by, at })),
    ],
  };
}

/** One request at a time, so that an answer is never sent twice from the same beginning. */
function useSending(
  id: string,
  latest: { current: { pending: Pending } },
  take: (sent: Pending, saved: SavedAnswersView) => void,
  setStanding: (next: Standing) => void,
): () => Promise<boolean> {
  const running = useRef<Promise<boolean> | null>(null);
  return useCallback(() => {
    const send = async (): Promise<boolean> => {
      while (Object.keys(latest.current.pending).length > 0) {
        const sent = latest.current.pending;
        setStanding({ ...atRest, saving: 'sending' });
        try {
          take(sent, await formsApi.saveAnswers(id, fieldsOf(Object.values(sent))));
        } catch (error) {
          const problem = toProblem(error);
          const refused = problem.status >= 400 && problem.status < 500 && problem.status !== 401;
          setStanding({ saving: refused ? 'refused' : 'waiting', savedAt: null, problem });
          return false;
        }
      }
      setStanding({ ...atRest, savedAt: new Date() });
      return true;
    };
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [id, latest, take, setStanding]);
}

const fieldsOf = (sent: readonly SentField[]): SentAnswers['fields'] => sent.slice(0, 400) as never;
