import type { PlainDate } from '../kernel/plain-date.ts';
import { agenciesOn } from '../place/directory/on.ts';
import { type ParIndexInput, parIndexInputs, type Scored } from '../report/inspection/par-index.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { countedOf, listInspections } from './inspections-list.ts';

/** Whom inputs are asked for: the province, and communes by their people's committees. */
export type Asked = { province: boolean; communes: readonly string[] };

/**
 * What inspections give to the administrative reform index of a year: as of its last day where it is over, else of today. Units are
 * those there were on that day, and what was done at one that is no more counts with who took it over by then.
 */
export async function readParIndexInputs(
  db: Database,
  tenantId: string,
  { province, communes }: Asked,
  { year, today }: { year: number; today: PlainDate },
): Promise<ParIndexInput[]> {
  if (!province && communes.length === 0) return [];
  const last = `${year}-12-31` as PlainDate;
  const until = today < last ? today : last;
  const there = agenciesOn(await loadDirectory(db, tenantId), until);
  const unitIds = (of: typeof there): string[] => of.map(({ agency }) => agency.id);
  const scored: Scored[] = province
    ? [
        {
          level: 'province',
          agencyId: null,
          units: unitIds(there.filter(({ agency }) => isInspectedByProvince(agency))),
        },
      ]
    : [];
  for (const { agency } of there) {
    if (agency.kind !== 'committee' || agency.level !== 'commune' || !communes.includes(agency.id)) continue;
    const divisions = there.filter((one) => one.span.parentId === agency.id && one.agency.kind === 'division');
    scored.push({ level: 'commune', agencyId: agency.id, units: unitIds(divisions) });
  }
  const all = (await listInspections(db, tenantId, { units: 'all', unheard: 'all' }, until)).map(countedOf);
  return scored.flatMap((one) => parIndexInputs(all, one, { year, until }));
}

/** "cơ quan chuyên môn cấp tỉnh và đơn vị hành chính cấp xã" */
const isInspectedByProvince = ({ kind, level }: { kind: string; level: string }): boolean =>
  (kind === 'department' && level === 'province') || (kind === 'committee' && level === 'commune');
