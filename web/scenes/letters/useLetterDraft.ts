import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PaperDraftContent } from '../../../src/publish/letters/model.ts';
import type { LetterView } from '../../../src/publish/letters/views.ts';
import { oneLetter, saveLetter, type WhichLetter } from './api.ts';

/** Milliseconds the hand rests before what was typed is sent. */
const rest = 700;

/** A paper being written: what is typed is shown at once and kept on the server when the hand rests. */
export function useLetterDraft(which: WhichLetter, view: LetterView) {
  const client = useQueryClient();
  const [content, setContent] = useState(view.content);
  const [dirty, setDirty] = useState(false);
  const latest = useRef(content);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (typed: PaperDraftContent) => saveLetter(which, typed),
    onSuccess: ({ savedAt }, typed) => {
      client.setQueryData(oneLetter(which).queryKey, { ...view, content: typed, savedAt });
      if (latest.current === typed) setDirty(false);
    },
  });
  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await mutateAsync(latest.current);
  }, [mutateAsync]);
  const write = (change: Partial<PaperDraftContent>): void => {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setContent(next);
    setDirty(true);
    clearTimeout(timer.current);
    // What the server refuses is told beside the form, and sent again with the next letter.
    timer.current = setTimeout(() => void flush().catch(() => undefined), rest);
  };
  const leaving = useRef(() => {});
  leaving.current = () => {
    if (dirty) void flush().catch(() => undefined);
  };
  useEffect(() => () => leaving.current(), []);
  return { content, write, flush, dirty, saving: isPending, error, savedAt: view.savedAt };
}

export type LetterDraft = ReturnType<typeof useLetterDraft>;
