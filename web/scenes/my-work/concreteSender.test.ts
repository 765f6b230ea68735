import { describe, expect, it } from 'vitest';
import type { SentAct, Taken } from '../../api-work.ts';
import { unreachable } from '../../problem.ts';
import type { Outbox } from '../../state/outbox.ts';
import { makeConcreteSender } from './concreteSender.ts';

const act = (id: string): SentAct => ({
  ...{ id, assignmentId: 'a', occurrenceId: null },
  act: { kind: 'concrete', concreteId: 'c', change: { kind: 'text', text: id } },
});
const all: Taken = { taken: 1, known: 0, refused: [], assignments: [] };

/** A machine with a box, and a server whose line may be down, or lose an answer. */
function machine(kept: readonly SentAct[] = [], refuses: readonly string[] = []) {
  const stored = new Map(kept.map((one) => [one.id, one]));
  const box: Outbox<SentAct> = {
    list: () => [...stored.values()],
    put: (one) => {
      stored.set(one.id, one);
      return true;
    },
    drop: (ids) => {
      for (const id of ids) stored.delete(id);
    },
  };
  const line = { down: false, loses: false, requests: [] as string[][] };
  const sender = makeConcreteSender({
    box,
    send: async (acts) => {
      if (line.down) throw unreachable();
      line.requests.push(acts.map(({ id }) => id));
      if (line.loses) throw unreachable();
      return { ...all, refused: refuses.map((id) => ({ id, why: 'closed', detail: 'Việc này đã đóng.' })) };
    },
    onSent: async () => undefined,
    now: () => new Date(0),
  });
  return { sender, line, stored };
}

describe('changes on their way', () => {
  it('go at once, and leave the machine when the server has them', async () => {
    const { sender, line, stored } = machine();
    sender.record(act('1'));
    expect(stored.size).toBe(1);
    await expect.poll(() => sender.saving.get().state).toBe('saved');
    expect([line.requests, stored.size, sender.waiting.get()]).toEqual([[['1']], 0, []]);
  });

  it('made while others are sent follow in their order, never beside them', async () => {
    const { sender, line } = machine();
    for (const id of ['1', '2', '3']) sender.record(act(id));
    await expect.poll(() => sender.saving.get().state).toBe('saved');
    expect(line.requests).toEqual([['1'], ['2', '3']]);
  });

  it('wait while the line is down, through a reload, and go under the same ids', async () => {
    const { sender, line, stored } = machine();
    line.down = true;
    sender.record(act('1'));
    sender.record(act('2'));
    await expect.poll(() => sender.saving.get().state).toBe('failed');
    expect(sender.waiting.get().map(({ id }) => id)).toEqual(['1', '2']);
    const again = machine([...stored.values()]);
    await again.sender.flush();
    expect([again.line.requests, again.stored.size]).toEqual([[['1', '2']], 0]);
  });

  it('whose answer was lost go once more, as the same', async () => {
    const { sender, line } = machine();
    line.loses = true;
    sender.record(act('1'));
    await expect.poll(() => sender.saving.get().state).toBe('failed');
    line.loses = false;
    await sender.flush();
    expect(line.requests).toEqual([['1'], ['1']]);
    expect(sender.waiting.get()).toEqual([]);
  });

  it('that the server took are remembered until the screen has them, those it refused are not', async () => {
    const { sender } = machine([], ['2']);
    for (const id of ['1', '2']) sender.record(act(id));
    await expect.poll(() => sender.waiting.get()).toEqual([]);
    expect(sender.taken.get().map(({ id }) => id)).toEqual(['1']);
  });

  it('that no server takes can be given up', async () => {
    const { sender, line, stored } = machine();
    line.down = true;
    sender.record(act('1'));
    await expect.poll(() => sender.saving.get().state).toBe('failed');
    sender.forget();
    expect([sender.waiting.get(), stored.size, sender.saving.get().state]).toEqual([[], 0, 'quiet']);
  });
});
