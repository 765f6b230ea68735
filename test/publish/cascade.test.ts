import fc from 'fast-check';
import { describe, test } from 'vitest';
import { itemsOf } from '../../src/assignment/items.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { roles } from '../../src/plan/model.ts';
import { childReading } from '../../src/publish/cascade/child.ts';
import type { Cascade, GivenRole, MotherPlan } from '../../src/publish/cascade/model.ts';
import type { Issuer } from '../../src/publish/report/letterhead.ts';
import { shareOf } from '../shared.ts';
import { ahead, comesBack, motherOf, today } from './comes-back.ts';
import { readings } from './generated.ts';

const unit = (name: string, kind: Issuer['kind'], level: Issuer['level']): Issuer => ({
  ...{
    name,
    kind,
    level,
    parent: 'Ủy ban nhân dân tỉnh Minh Hà',
    committee: 'Ủy ban nhân dân tỉnh Minh Hà',
    head: null,
  },
});
const commune = unit('UBND xã Tân Lập', 'committee', 'commune');
const ward = { ...unit('Ủy ban nhân dân phường Hòa Bình', 'committee', 'commune'), head: 'Trần Thị Hoa' };
const department = { ...unit('Sở Giáo dục và Đào tạo', 'department', 'province'), head: 'Lê Quốc Bảo' };

/** The unit as whoever is meant by the names a test picks; every third task handed on to a division, if there are any. */
function cascadeOf(
  mother: MotherPlan,
  of: Issuer,
  means: (name: string) => boolean,
  divisions: readonly string[] = [],
): Cascade {
  const items = itemsOf(mother, mother.head.year ?? 2026);
  const given = items.flatMap(({ kind, key, printed, position }) =>
    roles.flatMap((role) => {
      const name = printed[role].find(means);
      const division = kind === 'task' && position % 3 === 0 ? (divisions[position % 2] ?? null) : null;
      return name === undefined ? [] : [{ kind, key, role, printed: name, division } satisfies GivenRole];
    }),
  );
  // On the plan's own day all its days are still to come.
  return { mother, unit: of, given, ahead: ahead((mother.head.date ?? today) as PlainDate) };
}

/** Whoever is given nothing, or only to issue a plan, has none to write. */
const isNothing = (cascade: Cascade): boolean => childReading(cascade).tasks.length === 0;

describe('a plan becomes plans of its units, which read back to the same tasks', () => {
  test('whatever plan and unit', { timeout: 600_000 }, async () => {
    const who = fc.constantFrom(commune, ward, department);
    const divisions = fc.constantFrom([], ['Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND']);
    // Some are given no row of the table: only what the prose says.
    const tabled = fc.boolean();
    const property = fc.asyncProperty(readings, who, divisions, tabled, async (reading, of, own, hasRows) => {
      const names = of === department ? /^(?:Sở Giáo|Các sở|Các cơ quan)/ : /UBND c(?:ấp xã|ác xã)|địa phương/;
      const whole = cascadeOf(motherOf(reading), of, (name) => names.test(name), own);
      const cascade = { ...whole, given: whole.given.filter(({ kind }) => hasRows || kind !== 'task') };
      if (!isNothing(cascade)) await comesBack(cascade);
    });
    await fc.assert(property, shareOf(25, 2_000));
  });
});
