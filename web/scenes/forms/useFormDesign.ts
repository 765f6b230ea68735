import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Form } from '../../../src/report/form/model.ts';
import type { FormDetailView } from '../../../src/report/form/views.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { allForms, formsApi, oneForm } from './api.ts';

const [again, rest] = [5_000, 600];

/** How saving of the designed form stands: at rest, on its way, waiting for the line, or refused. */
export type DesignSaving = 'saved' | 'changed' | 'waiting' | 'refused';

/** A form being designed: changed at once, saved when the hand rests, with a way back. */
export function useFormDesign(detail: FormDetailView) {
  const client = useQueryClient();
  const [form, setForm] = useState(detail.form);
  const [past, setPast] = useState<readonly Form[]>([]);
  const [saving, setSaving] = useState<DesignSaving>('saved');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const latest = useRef({ form: detail.form, saved: detail.form, rev: detail.rev });
  const put = useCallback((next: Form) => {
    latest.current.form = next;
    setForm(next);
    setSaving('changed');
    setProblem(null);
  }, []);
  const change = useCallback(
    (next: Form) => {
      const before = latest.current.form;
      setPast((list) => [...list.slice(-99), before]);
      put(next);
    },
    [put],
  );
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    put(before);
  };
  const flush = useCallback(async (): Promise<boolean> => {
    const { form: wanted, saved, rev } = latest.current;
    if (wanted === saved) return true;
    try {
      const after = await formsApi.save(detail.id, rev, wanted);
      latest.current = { ...latest.current, saved: wanted, rev: after.rev };
      client.setQueryData(
        oneForm(detail.id).queryKey,
        (now: FormDetailView | undefined) => now && { ...now, form: wanted, rev: after.rev },
      );
      void client.invalidateQueries(allForms());
      setSaving(latest.current.form === wanted ? 'saved' : 'changed');
      return true;
    } catch (error) {
      const failed = toProblem(error);
      setProblem(failed);
      setSaving(failed.status >= 400 && failed.status < 500 ? 'refused' : 'waiting');
      return false;
    }
  }, [client, detail.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the form starts the rest anew
  useEffect(() => {
    if (saving !== 'changed' && saving !== 'waiting') return;
    const timer = setTimeout(() => void flush(), saving === 'waiting' ? again : rest);
    return () => clearTimeout(timer);
  }, [form, saving, flush]);
  useEffect(() => () => void flush(), [flush]);
  return { form, change, undo, canUndo: past.length > 0, saving, problem, flush };
}
