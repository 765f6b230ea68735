import { describe, expect, it } from 'vitest';
import { ApiProblem, unreachable } from '../problem.ts';
import type { Store } from './outbox.ts';
import { forgetPending, openPending, type Sending, whileSent } from './pending.ts';
import { memoryStore } from './testing.ts';
import { underKeptIds } from './usePending.ts';

const sending = (id: string, content = 'Đã gửi báo cáo'): Sending => ({ subject: 'a.o', content, id });
const minute = 60_000;

/** A tab that is loaded anew each time it is opened, and a server that answers or does not. */
function tab(store: Store = memoryStore(), officer = 'an') {
  const clock = { at: 0 };
  const reload = () => openPending(store, officer, () => clock.at);
  const send = (one: Sending, answer: () => Promise<unknown>) =>
    whileSent(reload(), [one], answer).catch((error: ApiProblem) => error.code);
  return { store, clock, reload, send };
}
const lost = () => Promise.reject(unreachable());
const says = (status: number) => () => Promise.reject(new ApiProblem({ code: 'x', title: '', status, detail: '' }));

describe('an act whose answer was lost', () => {
  it('goes under the same id after a reload, as long as it says the same', async () => {
    const { reload, send } = tab();
    expect(await send(sending('1'), lost)).toBe('unreachable');
    expect(reload().idFor(sending('2'))).toBe('1');
    expect(reload().idFor(sending('2', 'Đã gửi báo cáo quý'))).toBe('2');
    expect(reload().idFor({ ...sending('2'), subject: 'a.p' })).toBe('2');
  });

  it('is another when one has gone on to say something else about it, or half an hour has passed', async () => {
    const { clock, reload, send } = tab();
    await send(sending('1', '50%'), lost);
    await send(sending('2', '60%'), () => Promise.resolve());
    expect(reload().idFor(sending('3', '50%'))).toBe('3');
    await send(sending('1'), lost);
    clock.at = 31 * minute;
    expect(reload().idFor(sending('2'))).toBe('2');
  });

  it.each([
    ['the server took', () => Promise.resolve(), '2'],
    ['the server refused', says(409), '2'],
    ['a broken server may have taken', says(502), '1'],
  ])('that %s', async (_, answer, id) => {
    const { reload, send } = tab();
    await send(sending('1'), answer);
    expect(reload().idFor(sending('2'))).toBe(id);
  });

  it('is no other officer’s, leaves no word on the machine, and nothing at all after signing out', async () => {
    const { store, send } = tab();
    await send(sending('1'), lost);
    expect(tab(store, 'hoa').reload().idFor(sending('2'))).toBe('2');
    expect(store.getItem(store.key(0) ?? '')).not.toContain('báo cáo');
    store.setItem('thang.draft.x', '1');
    forgetPending(store);
    expect([store.length, store.key(0)]).toEqual([1, 'thang.draft.x']);
  });

  it('goes once more also where the browser keeps nothing', async () => {
    const { send } = tab(memoryStore(0));
    expect(await send(sending('1'), () => Promise.resolve('taken'))).toBe('taken');
  });

  it('of several takes its own id again, day by day', async () => {
    const { reload } = tab();
    const act = (id: string, occurrenceId: string) => ({
      id,
      assignmentId: 'a',
      occurrenceId,
      act: { kind: 'accept' },
    });
    const once = [act('1', 'o'), act('2', 'p')];
    const sent = once.map(({ id, occurrenceId }) => ({
      id,
      subject: `a.${occurrenceId}`,
      content: '{"kind":"accept"}',
    }));
    await whileSent(reload(), sent, lost).catch(() => undefined);
    expect(underKeptIds(reload(), [act('3', 'p'), act('4', 'q')]).map(({ id }) => id)).toEqual(['2', '4']);
  });
});
