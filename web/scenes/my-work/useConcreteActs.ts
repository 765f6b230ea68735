import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConcreteAct } from '../../../src/assignment/model.ts';
import { workApi } from '../../api-work.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { useDraft } from '../../state/draft.ts';

/** typing or sending · saved at a time · not saved, and why */
export type Saving = { state: 'saved'; at: Date | null } | { state: 'waiting' } | { state: 'failed'; why: ApiProblem };

const rest = 700;
/** An act without words is not one yet: it stays on the screen. */
const worded = (acts: readonly ConcreteAct[]): ConcreteAct[] => acts.filter(({ text }) => text.trim() !== '');

/**
 * The concrete acts of an assignment as one list that saves itself when the hand rests. Until the server has it, it is kept
 * on this machine.
 */
export function useConcreteActs(assignmentId: string, kept: readonly ConcreteAct[]) {
  const client = useQueryClient();
  const [acts, setActs, forget] = useDraft<readonly ConcreteAct[]>(`acts.${assignmentId}`, kept);
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null });
  const sent = useRef(JSON.stringify(kept));
  const save = useCallback(
    async (list: readonly ConcreteAct[]) => {
      const wanted = JSON.stringify(worded(list));
      setSaving({ state: 'waiting' });
      try {
        await workApi.setConcrete(assignmentId, worded(list));
        sent.current = wanted;
        if (list.every(({ text }) => text.trim() !== '')) forget();
        setSaving({ state: 'saved', at: new Date() });
        void client.invalidateQueries({ queryKey: ['work', 'assignment', assignmentId] });
      } catch (error) {
        setSaving({ state: 'failed', why: toProblem(error) });
      }
    },
    [assignmentId, forget, client],
  );
  useEffect(() => {
    if (JSON.stringify(worded(acts)) === sent.current) return;
    const timer = setTimeout(() => void save(acts), rest);
    return () => clearTimeout(timer);
  }, [acts, save]);
  return { acts, setActs, saving, again: () => void save(acts) };
}
