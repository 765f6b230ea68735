import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../src/assignment/items.ts';
import { buildCalendar } from '../../src/calendar/work-calendar.ts';
import { readDocument } from '../../src/document/read.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { type Reading, roles, type TaskFields } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { childPaper, childReading } from '../../src/publish/cascade/child.ts';
import { type Cascade, type GivenRole, type MotherPlan, usualWorkingDays } from '../../src/publish/cascade/model.ts';
import { lint } from '../../src/publish/lint/lint.ts';
import { writeDocx } from '../../src/publish/paper/write-docx.ts';
import type { Issuer } from '../../src/publish/report/letterhead.ts';
import { sharedAvailable, sharedPath, shareOf, someOf } from '../shared.ts';
import { readings } from './generated.ts';

const today = '2026-02-10' as PlainDate;
const ahead = (day: PlainDate) => ({ workingDays: usualWorkingDays, today: day, calendar: buildCalendar() });

const unit = (name: string, kind: Issuer['kind'], level: Issuer['level']): Issuer => ({
  ...{ name, kind, level, parent: 'Ủy ban nhân dân tỉnh Minh Hà', province: 'Minh Hà', head: null },
});
const commune = unit('UBND xã Tân Lập', 'committee', 'commune');
const ward = { ...unit('Ủy ban nhân dân phường Hòa Bình', 'committee', 'commune'), head: 'Trần Thị Hoa' };
const department = { ...unit('Sở Giáo dục và Đào tạo', 'department', 'province'), head: 'Lê Quốc Bảo' };

const motherOf = ({ document, duties, reporting, groups, tasks }: Reading): MotherPlan => ({
  ...{ head: document, duties, reporting, groups },
  tasks: tasks.map(({ source: _, fields: __, notes: ___, ...task }, at) => ({ ...task, id: `t${at + 1}` })),
});

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

const tasksOf = ({ tasks }: Reading) =>
  JSON.parse(
    JSON.stringify(tasks.map(({ source: _, fields: __, notes: ___, ...task }): TaskFields => task)).normalize('NFC'),
  );

const proseOf = ({ duties, reporting, groups }: Reading) =>
  JSON.parse(JSON.stringify({ duties, reporting, groups }).normalize('NFC'));

/** The child plan as it comes back from its file, which must be set as the decree asks. */
async function comesBack(cascade: Cascade): Promise<Reading> {
  const child = childReading(cascade);
  const bytes = await writeDocx(childPaper(cascade), today);
  const back = readPlan(await readDocument(bytes));
  expect(tasksOf(back)).toEqual(tasksOf(child));
  expect(proseOf(back)).toEqual(proseOf(child));
  const { findings } = lint(bytes, { name: 'child.docx' });
  expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return child;
}

describe('a plan becomes plans of its units, which read back to the same tasks', () => {
  test('whatever plan and unit', { timeout: 600_000 }, async () => {
    const who = fc.constantFrom(commune, ward, department);
    const divisions = fc.constantFrom([], ['Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND']);
    const property = fc.asyncProperty(readings, who, divisions, async (reading, of, own) => {
      const names = of === department ? /^(?:Sở Giáo|Các sở|Các cơ quan)/ : /UBND c(?:ấp xã|ác xã)|địa phương/;
      const cascade = cascadeOf(motherOf(reading), of, (name) => names.test(name), own);
      if (childReading(cascade).tasks.length > 0) await comesBack(cascade);
    });
    await fc.assert(property, shareOf(30, 2_000));
  });

  const all = ['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'];
  // One of a district's town and one of a province.
  const plans = someOf(all, (name) => /gia-nghia|ninh-thuan/.test(name));
  const unitsOf: [Issuer, RegExp][] = [
    [commune, /(?:UBND|Ủy ban nhân dân).*(?:xã|phường)|địa phương|cấp xã/iu],
    [ward, /(?:UBND|Ủy ban nhân dân).*(?:xã|phường)|địa phương|cấp xã/iu],
    [department, /Giáo dục|sở, ban|sở, ngành|phòng, ban|cơ quan, đơn vị|cơ quan chuyên môn/iu],
    [unit('Sở Nội vụ', 'department', 'province'), /Nội vụ/u],
    [unit('Phòng Tài nguyên và Môi trường', 'department', 'commune'), /Tài nguyên/u],
  ];
  test.skipIf(!sharedAvailable).each(plans)('every unit of the real plan %s', { timeout: 300_000 }, async (name) => {
    const bytes = new Uint8Array(readFileSync(sharedPath('plans', `${name}.docx`)));
    const mother = motherOf(readPlan(await readDocument(bytes)));
    let counted = 0;
    for (const [of, names] of unitsOf) {
      const cascade = cascadeOf(mother, of, (printed) => names.test(printed), ['Phòng Văn hóa - Xã hội']);
      if (childReading(cascade).tasks.length === 0) continue;
      counted += (await comesBack(cascade)).tasks.length;
    }
    expect(counted).toBeGreaterThan(20);
  });
});
