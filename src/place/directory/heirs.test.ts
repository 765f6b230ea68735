import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, Directory, Succession } from '../model.ts';
import { onwardFrom } from './heirs.ts';
import { minhHaDirectory } from './minh-ha.ts';

const day = (text: string): PlainDate => text as PlainDate;
const on = day('2026-11-22');

const agency = (id: string, to: string | null): Agency => ({
  ...{ id, kind: 'department', level: 'province', unit: null, position: 0, aliases: [] },
  spans: [{ from: day('2020-01-01'), to: to as PlainDate | null, name: `Sở ${id}`, shortName: null, parentId: null }],
});
const went = (fromId: string, toId: string, effective: string, part: string | null = null): Succession => ({
  ...{ fromId, toId, effective: day(effective), function: part },
});
const directory = (agencies: Agency[], successions: Succession[]): Directory => ({ agencies, successions });

describe('work an agency still holds after its end', () => {
  it('goes on step by step to who is there, each from its day', () => {
    const found = onwardFrom(
      directory(
        [agency('a', '2024-12-31'), agency('b', '2025-06-30'), agency('c', null)],
        [went('a', 'b', '2025-01-01'), went('b', 'c', '2025-07-01')],
      ),
      'a',
      on,
    );
    expect(found?.steps.map(({ toId, effective }) => `${toId} ${effective}`)).toEqual(['b 2025-01-01', 'c 2025-07-01']);
    expect(found?.endedOn).toBe('2024-12-31');
  });

  it('waits for a person where several took over, and where nobody did', () => {
    const ended = agency('a', '2025-02-28');
    const shared = [went('a', 'b', '2025-03-01', 'x'), went('a', 'c', '2025-03-01', 'y')];
    const several = onwardFrom(directory([ended, agency('b', null), agency('c', null)], shared), 'a', on);
    expect(several?.steps).toEqual([]);
    expect(several?.choices.map((one) => one.functions)).toEqual([['x'], ['y']]);
    expect(onwardFrom(directory([ended], []), 'a', on)).toEqual({ endedOn: '2025-02-28', steps: [], choices: [] });
  });

  it('goes to who took over at the end, whatever single function had gone elsewhere before', () => {
    const before = [went('a', 'c', '2023-01-01', 'giá'), went('a', 'b', '2025-03-01')];
    const found = onwardFrom(
      directory([agency('a', '2025-02-28'), agency('b', null), agency('c', null)], before),
      'a',
      on,
    );
    expect(found?.steps).toMatchObject([{ toId: 'b', whole: true }]);
  });

  it('does not go round in a circle', () => {
    const round = [went('a', 'b', '2025-03-01'), went('b', 'a', '2025-03-01')];
    expect(
      onwardFrom(directory([agency('a', '2025-02-28'), agency('b', '2025-02-28')], round), 'a', on)?.steps,
    ).toEqual([]);
  });

  it('stays with an agency that is there, and with one that ends later', () => {
    expect(onwardFrom(directory([agency('a', null)], []), 'a', on)).toBeUndefined();
    expect(onwardFrom(directory([agency('a', '2026-11-30')], []), 'a', on)).toBeUndefined();
  });

  it('of the fictional province goes where the decisions of 2025 say', () => {
    const whole = minhHaDirectory((key) => key);
    const named = (name: string) => whole.agencies.find(({ spans }) => spans.some((span) => span.name === name));
    const to = (name: string): string[] => {
      const found = onwardFrom(whole, named(name)?.id ?? '', on);
      const last = found?.steps.at(-1)?.toId;
      return last ? [last] : (found?.choices.map((one) => one.agency.id) ?? []);
    };
    expect(to('Sở Kế hoạch và Đầu tư')).toEqual([named('Sở Tài chính')?.id]);
    expect(to('Ủy ban nhân dân huyện Hòn Sương')).toEqual([named('Ủy ban nhân dân đặc khu Hòn Sương')?.id]);
    expect(to('Sở Lao động - Thương binh và Xã hội')).toHaveLength(5);
  });
});
