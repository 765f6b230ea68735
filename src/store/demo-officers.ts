import { sql } from 'kysely';
import { fold } from '../kernel/text.ts';
import type { Actor, Role } from '../people/model.ts';
import type { Transaction } from './db.ts';

/**
 * Whom the demo can act as: one officer for each role, with ids that never change, and the few agencies they hold roles
 * for. The first is who a newcomer is.
 */
const tenantId = '019aa000-0000-7000-8000-000000000001';
const id = (n: number): string => `019aa000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What the demo's officers hold roles for and what that stands under, where no directory has been entered that knows them. */
export const demoAgencies = {
  province: id(0x10),
  homeAffairs: id(0x11),
  commune: id(0x12),
  office: id(0x13),
  environment: id(0x14),
  provinceOffice: id(0x15),
} as const;

type DemoOfficer = { id: string; name: string; unit: string; role: Role; agency?: string; subtree?: true };

export const demoOfficers: readonly DemoOfficer[] = [
  { id: id(2), name: 'Trần Thị Mai', unit: 'Sở Nội vụ tỉnh Minh Hà', role: 'focal' },
  {
    id: id(3),
    name: 'Lê Văn An',
    unit: 'UBND xã Tân Lập',
    role: 'officer',
    agency: demoAgencies.commune,
    subtree: true,
  },
  {
    id: id(4),
    name: 'Nguyễn Thị Hoa',
    unit: 'UBND xã Tân Lập',
    role: 'head',
    agency: demoAgencies.commune,
    subtree: true,
  },
  { id: id(5), name: 'Phạm Quốc Huy', unit: 'UBND tỉnh Minh Hà', role: 'leader' },
  {
    id: id(6),
    name: 'Đỗ Minh Châu',
    unit: 'Sở Nông nghiệp và Môi trường tỉnh Minh Hà',
    role: 'lead',
    agency: demoAgencies.environment,
    subtree: true,
  },
  {
    id: id(7),
    name: 'Vũ Thị Lan',
    unit: 'Văn phòng UBND tỉnh Minh Hà',
    role: 'monitor',
    agency: demoAgencies.provinceOffice,
    subtree: true,
  },
  { id: id(8), name: 'Bùi Đức Thắng', unit: 'Thanh tra tỉnh Minh Hà', role: 'inspector' },
  { id: id(9), name: 'Hoàng Thị Yến', unit: 'Ủy ban MTTQ Việt Nam tỉnh Minh Hà', role: 'supervisor' },
  { id: id(20), name: 'Ngô Văn Sơn', unit: 'Kiểm toán nội bộ tỉnh Minh Hà', role: 'auditor' },
  { id: id(21), name: 'Đặng Thu Hà', unit: 'Trung tâm Chuyển đổi số tỉnh Minh Hà', role: 'administrator' },
];

/** The demo officer with an id, as whoever acts. */
export const findDemoOfficer = (officerId: string): Actor | undefined =>
  demoOfficers.some(({ id }) => id === officerId) ? { tenantId, officerId } : undefined;

/** Makes the officers, their agencies and their roles where they are missing. What somebody has changed stays. */
export async function ensureDemoOfficers(trx: Transaction): Promise<void> {
  const people = demoOfficers.map(({ id, name, unit }) => ({ tenant_id: tenantId, id, name, unit }));
  await trx
    .insertInto('officer')
    .values(people)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ensureAgencies(trx);
  const grants = demoOfficers.map(({ id: officer_id, role, agency, subtree }, i) => ({
    ...{ tenant_id: tenantId, id: id(0x30 + i), officer_id, role, agency_id: agency ?? null },
    ...{ subtree: subtree ?? false, valid_from: '2025-07-01', granted_at: new Date(0), granted_by: id(21) },
  }));
  await trx
    .insertInto('role_grant')
    .values(grants)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const agencies = [
  { id: demoAgencies.province, kind: 'committee', level: 'province', name: 'UBND tỉnh Minh Hà', parent: null },
  {
    id: demoAgencies.homeAffairs,
    kind: 'department',
    level: 'province',
    name: 'Sở Nội vụ',
    parent: demoAgencies.province,
  },
  {
    id: demoAgencies.commune,
    kind: 'committee',
    level: 'commune',
    name: 'UBND xã Tân Lập',
    parent: demoAgencies.province,
  },
  {
    ...{ id: demoAgencies.office, kind: 'division', level: 'commune' },
    ...{ name: 'Văn phòng HĐND và UBND xã Tân Lập', parent: demoAgencies.commune },
  },
  {
    ...{ id: demoAgencies.environment, kind: 'department', level: 'province' },
    ...{ name: 'Sở Nông nghiệp và Môi trường', parent: demoAgencies.province },
  },
  {
    ...{ id: demoAgencies.provinceOffice, kind: 'department', level: 'province' },
    ...{ name: 'Văn phòng Ủy ban nhân dân tỉnh', parent: demoAgencies.province },
  },
];

/** Only where there is none: a directory filled before knows each of them already, by another id too. */
async function ensureAgencies(trx: Transaction): Promise<void> {
  const there = await trx
    .selectFrom('agency')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  if (there) return;
  for (const [position, { id, kind, level, name, parent }] of agencies.entries()) {
    await sql`insert into agency (tenant_id, id, kind, level, position)
      values (${tenantId}, ${id}, ${kind}, ${level}, ${position})`.execute(trx);
    await sql`insert into agency_span (tenant_id, agency_id, valid_from, name, parent_id, search)
      values (${tenantId}, ${id}, '2025-07-01', ${name}, ${parent}, ${fold(name)})`.execute(trx);
  }
}
