import { newId } from '../kernel/ids.ts';
import { minhHaDirectory, minhHaUnits } from '../place/directory/minh-ha.ts';
import { findUnitsNamed } from '../place/units/find.ts';
import { reformed } from '../place/units/parse.ts';
import type { Transaction } from './db.ts';
import { demoOfficer } from './demo.ts';
import { demoAgencies } from './demo-officers.ts';
import { insertAgencies, insertSuccessions, lockDirectory, replaceSpans } from './directory.ts';

/** The agencies the demo's officers hold roles for, by the keys of the template. */
function knownIds(): ReadonlyMap<string, string> {
  const [commune] = findUnitsNamed(minhHaUnits(), 'xã Tân Lập', { on: reformed });
  const at = `${commune?.code}@${commune?.validFrom}`;
  return new Map([
    ['MH@2025-03-01/Ủy ban nhân dân {place}', demoAgencies.province],
    ['MH@2025-03-01/Sở Nội vụ', demoAgencies.homeAffairs],
    ['MH@2025-03-01/Sở Nông nghiệp và Môi trường', demoAgencies.environment],
    ['MH@2025-03-01/Văn phòng Ủy ban nhân dân {type}', demoAgencies.provinceOffice],
    [`${at}/Ủy ban nhân dân {place}`, demoAgencies.commune],
    [`${at}/Văn phòng Hội đồng nhân dân và Ủy ban nhân dân`, demoAgencies.office],
  ]);
}

/** Gives the demo's tenant the whole directory of the fictional province, once; what its officers hold stays theirs. */
export async function fillDemoDirectory(trx: Transaction): Promise<void> {
  const { tenantId } = demoOfficer;
  const there = new Set((await lockDirectory(trx, tenantId)).agencies.map(({ id }) => id));
  const known = knownIds();
  if (there.size > known.size) return;
  const { agencies, successions } = minhHaDirectory((key) => known.get(key) ?? newId());
  await insertAgencies(
    trx,
    tenantId,
    agencies.filter(({ id }) => !there.has(id)),
    'template',
  );
  const kept = agencies.filter(({ id }) => there.has(id));
  await replaceSpans(trx, tenantId, kept);
  for (const { id, unit, position } of kept) {
    const columns = { unit_code: unit?.code ?? null, unit_valid_from: unit?.validFrom ?? null, position };
    await trx.updateTable('agency').set(columns).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
  }
  await insertSuccessions(trx, tenantId, successions, null);
}
