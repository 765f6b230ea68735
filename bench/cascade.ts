import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf } from '../src/assignment/items.ts';
import { buildCalendar } from '../src/calendar/work-calendar.ts';
import { readDocument } from '../src/document/read.ts';
import type { PlainDate } from '../src/kernel/plain-date.ts';
import { roles } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read.ts';
import { childPaper } from '../src/publish/cascade/child.ts';
import { type Cascade, type MotherPlan, usualWorkingDays } from '../src/publish/cascade/model.ts';
import { zipCascade } from '../src/publish/cascade/zip.ts';

/**
 * How long the draft plans of 124 communes take, as one ZIP of Word files, where every task of a sample plan of the fictional
 * province is each commune's:
 *
 *     npm run bench -- cascade
 */
const units = 124;
const limit = 20;
const day = '2026-02-10' as PlainDate;

const sample = join(import.meta.dirname, '..', 'samples', 'minh-ha-2026.docx');
const { document, tasks, ...prose } = readPlan(await readDocument(new Uint8Array(readFileSync(sample))));
const mother: MotherPlan = {
  ...{ head: document, ...prose },
  tasks: tasks.map(({ source: _, fields: __, notes: ___, ...task }, at) => ({ ...task, id: `t${at + 1}` })),
};
const given = itemsOf(mother, 2026).flatMap(({ kind, key, printed }) =>
  roles.flatMap((role) => {
    const [name] = printed[role];
    return name === undefined ? [] : [{ kind, key, role, printed: name, division: null }];
  }),
);
const cascades = Array.from({ length: units }, (_, at): Cascade => {
  const name = `UBND xã số ${at + 1}`;
  const unit = { name, kind: 'committee', level: 'commune', parent: null, committee: null, head: null } as const;
  return { mother, unit, given, ahead: { workingDays: usualWorkingDays, today: day, calendar: buildCalendar() } };
});

const begun = performance.now();
let bytes = 0;
let first = 0;
const papers = cascades.map((cascade) => ({ name: cascade.unit.name, paper: () => childPaper(cascade) }));
for await (const piece of zipCascade(papers, day)) {
  if (bytes === 0) first = (performance.now() - begun) / 1000;
  bytes += piece.length;
}
const seconds = (performance.now() - begun) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;
console.log(`| draft plans of ${units} units × ${tasks.length} tasks, one ZIP | seconds to the first byte | seconds | peak memory, MB | MB |
|---|---|---|---|---|
| Thang | ${first.toFixed(2)} | ${seconds.toFixed(1)} | ${peak.toFixed(0)} | ${(bytes / 1_048_576).toFixed(1)} |`);
if (seconds > limit) throw new Error(`${seconds.toFixed(1)} s for ${units} plans; at most ${limit}`);
