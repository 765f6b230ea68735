import { expect, it } from 'vitest';
import type { ReviewAct, ReviewAction } from '../../../src/plan/review.ts';
import { findRedo, findUndo } from './undo.ts';

const edit = (id: string): ReviewAction => ({ id, act: { kind: 'remove', task: id } satisfies ReviewAct });
const undo = (id: string, of: string): ReviewAction => ({ id, act: { kind: 'undo', of } });

it('finds nothing to take back in an untouched review', () => {
  expect(findUndo([])).toBeUndefined();
  expect(findRedo([])).toBeUndefined();
});

it('takes back the latest edit first, then the one before', () => {
  expect(findUndo([edit('a'), edit('b')])?.id).toBe('b');
  expect(findUndo([edit('a'), edit('b'), undo('u1', 'b')])?.id).toBe('a');
  expect(findUndo([edit('a'), undo('u1', 'a')])).toBeUndefined();
});

it('redoes in the reverse order of undoing', () => {
  const log = [edit('a'), edit('b'), undo('u1', 'b'), undo('u2', 'a')];
  expect(findRedo(log)?.id).toBe('u2');
  const once = [...log, undo('r1', 'u2')];
  expect(findRedo(once)?.id).toBe('u1');
  expect(findUndo(once)?.id).toBe('a');
  const twice = [...once, undo('r2', 'u1')];
  expect(findRedo(twice)).toBeUndefined();
  expect(findUndo(twice)?.id).toBe('b');
});

it('forgets what could be redone once something else is edited', () => {
  expect(findRedo([edit('a'), undo('u1', 'a'), edit('c')])).toBeUndefined();
});
