import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { evidenceProblems } from '../../../src/kernel/problems/evidence.ts';
import { refuseEvidence } from '../../../src/report/evidence/check.ts';
import type { Evidence } from '../../../src/report/evidence/model.ts';
import { say } from '../../state/toasts.ts';
import { useActId } from '../my-work/useActId.ts';
import { evidenceApi, type Proves } from './api.ts';
import { mostOf } from './typed.ts';

/** `content`: what is typed; while it stays, sending again is the same piece. */
type About = { to: EvidenceTo; today: string; content: string; onDone: () => void };

/** What a piece is put to: a day of work of an agency, or what an inspection found or a recommendation asks. */
export type EvidenceTo = { agencyId: string; occurrenceId: string } | { proves: Proves };
type Going = { piece: Evidence; file: File | null };

/**
 * Sends a piece with its file. What the server would refuse is refused before a film of minutes has left; sending again after a lost
 * line goes under the same id and counts once.
 */
export function useSending({ to, today, content, onDone }: About) {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const id = useActId(content);
  const stopping = useRef<AbortController>(undefined);
  const mutation = useMutation({
    mutationFn: async ({ piece, file }: Going) => {
      refuseEarly(piece, file, today);
      stopping.current = new AbortController();
      setShare(0);
      const { signal } = stopping.current;
      if ('proves' in to) return evidenceApi.prove(to.proves, { id, piece }, file, signal, setShare);
      const { agencyId, occurrenceId } = to;
      return evidenceApi.add({ id, agencyId, piece, occurrenceIds: [occurrenceId] }, file, signal, setShare);
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['work'] });
      onDone();
      say('Đã thêm tài liệu.');
    },
  });
  return {
    send: (piece: Evidence, file: File | null) => mutation.mutate({ piece, file }),
    stop: () => stopping.current?.abort(),
    ...{ share, isGoing: mutation.isPending, error: mutation.error },
  };
}

function refuseEarly(piece: Evidence, file: File | null, today: string): void {
  const unfit = refuseEvidence(piece, today as PlainDate);
  if (unfit) throw new Error(evidenceProblems['evidence-unfit'].detail(unfit));
  if (file && file.size > mostOf(file)) {
    const { name } = file;
    throw new Error(evidenceProblems['evidence-file-too-large'].detail({ name, limit: mostOf(file) }));
  }
}
