import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fanOut, isAsked } from '../../src/assignment/fan-out.ts';
import { itemsOf } from '../../src/assignment/items.ts';
import { readDocument } from '../../src/document/read.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { makeDirectory } from '../../src/place/directory/make.ts';
import type { Agency, AgencySpan, Directory } from '../../src/place/model.ts';
import { findIssuer } from '../../src/place/resolve/issuer.ts';
import { agenciesMeant } from '../../src/place/resolve/resolve.ts';
import { findUnitsNamed } from '../../src/place/units/find.ts';
import { readPlan } from '../../src/plan/read.ts';
import { loadUnits } from '../../src/platform/units.ts';
import { childReading } from '../../src/publish/cascade/child.ts';
import type { Cascade, GivenRole } from '../../src/publish/cascade/model.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';
import { ahead, comesBack, motherOf } from './comes-back.ts';

if (!sharedAvailable) console.warn('skipped: no real plans beside the project (THANG_SHARED)');

/** Each plan with the usual agencies of its province, as they were on its day; `units`: how many have work of it to plan. */
const plans = [
  { name: 'quang-nam-2023', province: 'Quảng Nam', on: '2023-05-25', units: 757 },
  { name: 'ninh-thuan-2020', province: 'Ninh Thuận', on: '2020-05-27', units: 90 },
  { name: 'hung-yen-2021', province: 'Hưng Yên', on: '2021-02-02', units: 310 },
  { name: 'ba-don-2024', province: 'Quảng Bình', on: '2024-01-01', units: 49 },
  { name: 'gia-nghia-2024', province: 'Đắk Nông', on: '2024-01-01', units: 33 },
] as const;

/** `npm test` takes a few units of each, spread over its list, and those that are unlike the others; THANG_LONG every one. */
const few = 3;
const shareOfUnits = (all: readonly Cascade[]): Cascade[] => {
  if (process.env.THANG_LONG === '1') return [...all];
  const spread = Array.from({ length: few }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / few)]);
  const apostrophe = all.find(({ unit }) => /['’]/u.test(unit.name));
  return [...new Set([...spread, apostrophe, ...all.filter(withoutTasks)])].filter((one) => one !== undefined);
};

/** Only duties or a report were given: there is no row of the mother plan's table to take over. */
const withoutTasks = ({ given }: Cascade): boolean =>
  given.every(({ kind, role }) => kind !== 'task' || role === 'monitor');

const spanOn = ({ spans }: Agency, on: PlainDate): AgencySpan | undefined =>
  spans.find(({ from, to }) => from <= on && (to === null || to >= on));

/** What every unit of the province was given of the plan on its day. */
async function cascadesOf({ name, province, on: said }: (typeof plans)[number]): Promise<Cascade[]> {
  const on = said as PlainDate;
  const mother = motherOf(
    readPlan(await readDocument(new Uint8Array(readFileSync(sharedPath('plans', `${name}.docx`))))),
  );
  const [unit] = findUnitsNamed(loadUnits(), `Tỉnh ${province}`, { on });
  if (!unit) throw new Error(`no province ${province}`);
  let made = 0;
  const directory = makeDirectory(loadUnits(), unit, {
    ids: () => {
      made += 1;
      return `a${made}`;
    },
  });
  const given = givenBy(mother, directory, on);
  const byId = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  return [...given].flatMap(([id, roles]) => {
    const agency = byId.get(id);
    const span = agency && spanOn(agency, on);
    if (!span || isAsked(agency.kind) || roles.every(({ role }) => role === 'monitor')) return [];
    const above = span.parentId === null ? undefined : byId.get(span.parentId);
    const parent = (above && spanOn(above, on)?.name) ?? null;
    const { kind, level } = agency;
    return {
      mother,
      given: roles,
      unit: { name: span.name, kind, level, parent, committee: committeeAbove(span.parentId, byId, on), head: null },
      ahead: ahead(on),
    };
  });
}

/** The nearest committee a unit stands under. */
function committeeAbove(id: string | null, byId: ReadonlyMap<string, Agency>, on: PlainDate): string | null {
  const above = id === null ? undefined : byId.get(id);
  const span = above && spanOn(above, on);
  if (!above || !span) return null;
  return above.kind === 'committee' ? span.name : committeeAbove(span.parentId, byId, on);
}

function givenBy(mother: Cascade['mother'], directory: Directory, on: PlainDate): Map<string, GivenRole[]> {
  const issuerId = findIssuer(directory, mother.head.issuer ?? '', on);
  if (issuerId === undefined) throw new Error(`nobody of the directory issued it: ${mother.head.issuer}`);
  const agencies = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  const year = mother.head.year ?? Number(on.slice(0, 4));
  const wanted = fanOut(mother, year, {
    resolve: (printed) => agenciesMeant(printed, { directory, on, issuerId }),
    owedOf: () => [],
    kindOf: (id) => agencies.get(id)?.kind,
    levelOf: (id) => agencies.get(id)?.level,
    isWithinAreaOf: () => false,
  });
  const all = wanted.items.flatMap(({ kind, key, assignments }) =>
    assignments.map(({ role, agencyId, printed }) => ({ agencyId, one: { kind, key, role, printed, division: null } })),
  );
  const byAgency = Map.groupBy(all, ({ agencyId }) => agencyId);
  return new Map([...byAgency].map(([id, found]) => [id, found.map(({ one }) => one)]));
}

/** How much of the mother plan a unit leads, does or helps with: its tasks; where it has none its duties, else its reports. */
const workGiven = ({ mother, given }: Cascade): number => {
  const mine = given.filter(({ role }) => role !== 'monitor');
  const kind = (['task', 'duty', 'reporting'] as const).find((one) => mine.some((own) => own.kind === one));
  const keys = new Set(mine.filter((own) => own.kind === kind).map(({ key }) => key));
  return itemsOf(mother, mother.head.year ?? 2026).filter((item) => item.kind === kind && keys.has(item.key)).length;
};

describe.skipIf(!sharedAvailable)('a real plan becomes the plans of all its units', () => {
  it.each(plans)(
    '$name: each holds all the unit was given and reads back to the same',
    { timeout: 900_000 },
    async (plan) => {
      const cascades = await cascadesOf(plan);
      expect(cascades).toHaveLength(plan.units);
      let tasks = 0;
      const held = shareOfUnits(cascades);
      for (const cascade of held) {
        expect(childReading(cascade).tasks, cascade.unit.name).toHaveLength(workGiven(cascade));
        tasks += (await comesBack(cascade)).tasks.length;
      }
      if (plan.name === 'quang-nam-2023') expect(held.filter(withoutTasks)).toHaveLength(6);
      console.log(`${plan.name}: ${held.length} of ${cascades.length} units, ${tasks} tasks`);
    },
  );
});
