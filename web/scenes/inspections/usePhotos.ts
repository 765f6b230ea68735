import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { evidenceProblems } from '../../../src/kernel/problems/evidence.ts';
import type { Evidence } from '../../../src/report/evidence/model.ts';
import { toProblem } from '../../problem.ts';
import { currentSession } from '../../queries.ts';
import { dropOnMachine, type KeptFile, keepOnMachine, listOnMachine } from '../../state/kept-files.ts';
import { say } from '../../state/toasts.ts';
import { evidenceApi } from '../evidence/api.ts';
import { mostOf } from '../evidence/typed.ts';

type Photo = KeptFile<{ piece: Evidence }>;
/** `refusals`: by id, why the server will not have one; it stays until whoever took it lets go of it. */
export type Photos = {
  kept: readonly Photo[];
  refusals: ReadonlyMap<string, string>;
  take: (file: File, piece: Evidence) => void;
  drop: (id: string) => void;
};

const again = 10_000;

/**
 * Pictures of a finding: kept on this machine when they are taken, sent under their own ids when the line is there and the server has
 * the finding (`known`). Another person's on a shared phone are not touched.
 */
export function usePhotos(findingId: string, known: boolean): Photos {
  const client = useQueryClient();
  const officer = useQuery(currentSession()).data?.officerId;
  const box = `${officer} ${findingId}`;
  const [kept, setKept] = useState<readonly Photo[]>([]);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const going = useRef(false);
  const look = useCallback(async () => setKept(await listOnMachine(box)), [box]);
  const flush = useCallback(async () => {
    if (!known || going.current) return;
    going.current = true;
    try {
      for (const photo of await listOnMachine<Photo['about']>(box)) {
        const why = await sendPhoto(findingId, photo);
        if (why === 'away') break;
        if (why !== undefined) setRefusals((now) => new Map([...now, [photo.id, why]]));
        else {
          await dropOnMachine(photo.id);
          await client.invalidateQueries({ queryKey: ['work'] });
        }
        await look();
      }
    } finally {
      going.current = false;
    }
  }, [box, known, findingId, client, look]);
  useEffect(() => {
    if (officer === undefined) return;
    void look().then(flush);
    const now = () => void flush();
    window.addEventListener('online', now);
    return () => window.removeEventListener('online', now);
  }, [officer, look, flush]);
  const waiting = kept.some(({ id }) => !refusals.has(id));
  useEffect(() => {
    if (!waiting || !known) return;
    const timer = setInterval(() => void flush(), again);
    return () => clearInterval(timer);
  }, [waiting, known, flush]);
  const take = async (file: File, piece: Evidence): Promise<void> => {
    if (file.size > mostOf(file)) {
      say(evidenceProblems['evidence-file-too-large'].detail({ name: file.name, limit: mostOf(file) }), {
        tone: 'late',
      });
      return;
    }
    const lasting = await keepOnMachine({ id: newId(), box, about: { piece }, file });
    if (!lasting) say('Máy không còn chỗ giữ ảnh: hãy để trang này mở cho đến khi gửi xong.', { tone: 'late' });
    await look();
    void flush();
  };
  const drop = (id: string): void => void dropOnMachine(id).then(look);
  return { kept, refusals, take: (file, piece) => void take(file, piece), drop };
}

/** Undefined: it is there. Away: the line is not. Else why it is refused. */
async function sendPhoto(findingId: string, { id, about: { piece }, file }: Photo): Promise<string | undefined> {
  try {
    const { signal } = new AbortController();
    await evidenceApi.prove({ of: 'findings', id: findingId }, { id, piece }, file, signal, () => {});
    return undefined;
  } catch (error) {
    const { status, message } = toProblem(error);
    return status === 0 || status >= 500 || status === 429 ? 'away' : message;
  }
}
