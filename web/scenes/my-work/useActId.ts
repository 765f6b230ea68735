import { useRef } from 'react';
import { newId } from '../../../src/kernel/ids.ts';

/**
 * The id a form sends its act under: the same while its content is the same, so that sending again after a lost line counts
 * once, and another when something was changed.
 */
export function useActId(content: string): string {
  const kept = useRef({ content, id: '' });
  if (kept.current.id === '' || kept.current.content !== content) kept.current = { content, id: newId() };
  return kept.current.id;
}
