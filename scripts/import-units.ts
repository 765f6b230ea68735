import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Makes data/units from the reference tables that stand beside the project (THANG_SHARED, default ../shared), after
 * checking them: counts against the official ones, every key, every successor. Fails on the first difference.
 *
 *     node scripts/import-units.ts
 */

type Row = Record<string, string>;

/** The reference tables as read. */
type Tables = Record<
  'provincesBefore' | 'districtsBefore' | 'communesBefore' | 'provincesAfter' | 'communesAfter' | 'map' | 'changes',
  Row[]
>;

const fileOf: Record<keyof Tables, string> = {
  provincesBefore: 'provinces_before.csv',
  districtsBefore: 'districts_before.csv',
  communesBefore: 'communes_before.csv',
  provincesAfter: 'provinces_after.csv',
  communesAfter: 'communes_after.csv',
  map: 'commune_map.csv',
  changes: 'changes_since_2025-07.csv',
};

/** What the official lists and their reading count; a source that says otherwise is not taken over unseen. */
const expected: Record<string, number> = {
  'provinces before': 63,
  'districts before': 696,
  'communes before': 10_035,
  'provinces after': 34,
  'communes after': 3_321,
  'pairs of communes': 10_566,
  'island districts without communes': 5,
  'old communes cut into parts': 441,
  'pairs that are parts': 972,
  'provinces that were merged': 52,
  'changes since July 2025': 25,
  'changes without a known day': 13,
};

export class ImportError extends Error {}

function demand(condition: boolean, what: string): asserts condition {
  if (!condition) throw new ImportError(what);
}

/** Rows of a CSV file with a heading; fields may be quoted. */
function parseCsv(text: string): Row[] {
  const [heading = [], ...rows] = text
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
  return rows.map((fields) => Object.fromEntries(heading.map((name, index) => [name, fields[index] ?? ''])));
}

const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const nameOf = (row: Row): string => squeeze(row.name ?? '');

const keysOf = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ code }) => code ?? ''));

function countParts(map: readonly Row[]): Map<string, number> {
  const parts = new Map<string, number>();
  for (const { old_level, old_code } of map)
    if (old_level === 'commune') parts.set(old_code ?? '', (parts.get(old_code ?? '') ?? 0) + 1);
  return parts;
}

function checkCounts(tables: Tables): void {
  const parts = countParts(tables.map);
  const mergedInto = tables.provincesAfter.filter(({ formed_from }) => formed_from?.includes(';'));
  const counted: Record<string, number> = {
    'provinces before': tables.provincesBefore.length,
    'districts before': tables.districtsBefore.length,
    'communes before': tables.communesBefore.length,
    'provinces after': tables.provincesAfter.length,
    'communes after': tables.communesAfter.length,
    'pairs of communes': tables.map.filter(({ old_level }) => old_level === 'commune').length,
    'island districts without communes': tables.map.filter(({ old_level }) => old_level === 'district').length,
    'old communes cut into parts': [...parts.values()].filter((count) => count > 1).length,
    'pairs that are parts': tables.map.filter(({ extent }) => extent === 'part').length,
    'provinces that were merged': mergedInto.flatMap(({ formed_from }) => formed_from?.split(';') ?? []).length,
    'changes since July 2025': tables.changes.length,
    'changes without a known day': tables.changes.filter(({ effective }) => effective === '').length,
  };
  for (const [what, count] of Object.entries(expected))
    demand(counted[what] === count, `${what}: ${counted[what]} instead of ${count}`);
}

function checkKeys(tables: Tables): void {
  const known = { province: keysOf(tables.provincesBefore), district: keysOf(tables.districtsBefore) };
  const after = keysOf(tables.provincesAfter);
  const widths: [keyof Tables, number][] = [
    ['provincesBefore', 2],
    ['districtsBefore', 3],
    ['communesBefore', 5],
    ['provincesAfter', 2],
    ['communesAfter', 5],
  ];
  for (const [table, width] of widths) {
    demand(keysOf(tables[table]).size === tables[table].length, `${table}: a code stands twice`);
    for (const { code } of tables[table])
      demand(new RegExp(`^\\d{${width}}$`).test(code ?? ''), `${table}: code ${code}`);
  }
  for (const row of tables.provincesBefore)
    demand(after.has(row.new_code ?? ''), `province ${row.code} → ${row.new_code}`);
  for (const row of tables.districtsBefore)
    demand(known.province.has(row.province_code ?? ''), `district ${row.code}: no province`);
  for (const row of tables.communesAfter)
    demand(after.has(row.province_code ?? ''), `commune ${row.code}: no province`);
  const provinceOf = new Map(tables.districtsBefore.map((row) => [row.code, row.province_code]));
  for (const row of tables.communesBefore)
    demand(
      provinceOf.get(row.district_code) === row.province_code,
      `commune ${row.code}: district and province differ`,
    );
}

function checkMap(tables: Tables): void {
  const parts = countParts(tables.map);
  const sources = { commune: keysOf(tables.communesBefore), district: keysOf(tables.districtsBefore) };
  const provinceBefore = new Map(
    [...tables.communesBefore, ...tables.districtsBefore].map((r) => [r.code, r.province_code]),
  );
  const merged = new Map(tables.provincesBefore.map((row) => [row.code, row.new_code]));
  const provinceAfter = new Map(tables.communesAfter.map((row) => [row.code, row.province_code]));
  for (const row of tables.map) {
    const pair = `${row.old_code} → ${row.new_code}`;
    demand(sources[row.old_level as 'commune' | 'district']?.has(row.old_code ?? ''), `${pair}: no such old unit`);
    demand(provinceAfter.has(row.new_code), `${pair}: no such new unit`);
    demand(
      merged.get(provinceBefore.get(row.old_code)) === provinceAfter.get(row.new_code),
      `${pair}: another province`,
    );
    const share = (parts.get(row.old_code ?? '') ?? 1) > 1 ? 'part' : 'whole';
    demand(row.extent === share, `${pair}: said to be ${row.extent}, counted ${share}`);
    demand(/^(\d{4}\/NQ-UBTVQH15)?$/.test(row.resolution ?? ''), `${pair}: resolution ${row.resolution}`);
    demand(/^\d*$/.test(row.clause ?? ''), `${pair}: clause ${row.clause}`);
  }
  demand(
    new Set(tables.map.map((r) => `${r.old_code}>${r.new_code}`)).size === tables.map.length,
    'a pair stands twice',
  );
  const reached = new Set(tables.map.map(({ new_code }) => new_code));
  for (const { code } of tables.communesBefore) demand(parts.has(code ?? ''), `old commune ${code} has no successor`);
  for (const { code } of tables.communesAfter) demand(reached.has(code), `commune ${code} has no predecessor`);
  const peopled = new Set(tables.communesBefore.map(({ district_code }) => district_code));
  const empty = tables.districtsBefore.filter(({ code }) => !peopled.has(code)).map(({ code }) => code);
  const mapped = tables.map.filter(({ old_level }) => old_level === 'district').map(({ old_code }) => old_code);
  demand(empty.sort().join() === mapped.sort().join(), `districts without communes: ${empty}, mapped: ${mapped}`);
}

function checkChanges(tables: Tables): void {
  const names = new Map(
    [...tables.communesAfter, ...tables.provincesAfter].map((row) => [row.code, `${row.type} ${nameOf(row)}`]),
  );
  for (const { code, from, effective } of tables.changes) {
    demand(names.get(code) === from, `change of ${code}: “${from}” was “${names.get(code)}”`);
    demand(/^(\d{4}-\d\d-\d\d)?$/.test(effective ?? ''), `change of ${code}: day “${effective}”`);
  }
}

/** Fewer people than any commune of the mainland has, or more than the largest: figures of another place. */
const fewest = 1_000;
const most = 300_000;

/**
 * People of each commune, where the figure can be one. Left out: Hoàng Sa's (absurd), figures out of all proportion, and
 * those that two communes share with their area to the last digit (homonyms the source mixed up).
 */
function populations(communes: readonly Row[]): Map<string, string> {
  const twins = new Map<string, number>();
  const figures = (row: Row): string => `${row.area_km2}/${row.population}`;
  for (const row of communes) twins.set(figures(row), (twins.get(figures(row)) ?? 0) + 1);
  const credible = communes.filter((row) => {
    const people = Number(row.population);
    if (!row.population || nameOf(row) === 'Hoàng Sa' || twins.get(figures(row)) !== 1) return false;
    return people <= most && (people >= fewest || row.type === 'Đặc khu');
  });
  return new Map(credible.map((row) => [row.code ?? '', row.population ?? '']));
}

/** Provinces, then districts, then communes: their codes have two, three and five digits. */
const byCode = (a: string, b: string): number => a.indexOf(',') - b.indexOf(',') || (a < b ? -1 : 1);
const sheet = (heading: string, lines: string[]): string => `${[heading, ...lines].join('\n')}\n`;

function listBefore(tables: Tables): string {
  const lines = [
    ...tables.provincesBefore.map((row) => [row.code, row.type, nameOf(row), '']),
    ...tables.districtsBefore.map((row) => [row.code, row.type, nameOf(row), row.province_code]),
    ...tables.communesBefore.map((row) => [row.code, row.type, nameOf(row), row.district_code]),
  ];
  return sheet('code,type,name,parent', lines.map((line) => line.join(',')).sort(byCode));
}

function listAfter(tables: Tables): string {
  const people = populations(tables.communesAfter);
  const lines = [
    ...tables.provincesAfter.map((row) => [row.code, row.type, nameOf(row), '', Number(row.area_km2), row.population]),
    ...tables.communesAfter.map((row) => [
      row.code,
      row.type,
      nameOf(row),
      row.province_code,
      row.area_km2 && people.has(row.code ?? '') ? Number(row.area_km2) : '',
      people.get(row.code ?? '') ?? '',
    ]),
  ];
  return sheet('code,type,name,parent,area_km2,population', lines.map((line) => line.join(',')).sort(byCode));
}

/** Provinces were merged by one resolution of the National Assembly, which the resolutions on their communes cite. */
const mergingProvinces = '202/2025/QH15';

function listSuccessions(tables: Tables, cites: (resolution: string) => boolean): string {
  const provinceAfter = new Map(tables.communesAfter.map((row) => [row.code, row.province_code]));
  const resolutionOf = new Map(
    tables.map.filter(({ resolution }) => resolution).map((row) => [provinceAfter.get(row.new_code), row.resolution]),
  );
  const merged = new Set(tables.provincesAfter.filter((r) => r.formed_from?.includes(';')).map(({ code }) => code));
  for (const [code, resolution] of resolutionOf)
    demand(cites(resolution ?? '') === merged.has(code), `${resolution} on province ${code}: merged or not?`);
  const lines = [
    ...tables.provincesBefore.map((row) => [
      row.code,
      row.new_code,
      'whole',
      merged.has(row.new_code) ? mergingProvinces : '',
      '',
    ]),
    ...tables.map.map((row) => [row.old_code, row.new_code, row.extent, row.resolution, row.clause]),
  ];
  return sheet('from,to,share,resolution,clause', lines.map((line) => line.join(',')).sort(byCode));
}

const listChanges = (tables: Tables): string =>
  sheet(
    'code,from,to,resolution,effective',
    tables.changes.map((row) => [row.code, row.from, row.to, row.resolution, row.effective].join(',')).sort(byCode),
  );

/** The files of data/units by name, made from the checked tables in `folder`. Throws where they are not as expected. */
export function importUnits(folder: string): Record<string, string> {
  const tables = Object.fromEntries(
    Object.entries(fileOf).map(([name, file]) => [name, parseCsv(readFileSync(join(folder, file), 'utf8'))]),
  ) as Tables;
  checkCounts(tables);
  checkKeys(tables);
  checkMap(tables);
  checkChanges(tables);
  const cites = (resolution: string): boolean =>
    readFileSync(join(folder, 'resolutions', `${resolution.replace('/', '-')}.md`), 'utf8').includes(mergingProvinces);
  return {
    'units-2025-03-01.csv': listBefore(tables),
    'units-2025-07-01.csv': listAfter(tables),
    'successions-2025-07-01.csv': listSuccessions(tables, cites),
    'changes.csv': listChanges(tables),
  };
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '..');
  const shared = resolve(process.env.THANG_SHARED ?? join(root, '..', 'shared'));
  for (const [name, text] of Object.entries(importUnits(join(shared, 'reference', 'units')))) {
    writeFileSync(join(root, 'data', 'units', name), text);
    process.stdout.write(
      `data/units/${name}: ${text.trimEnd().split('\n').length - 1} rows, ${text.length} characters\n`,
    );
  }
}
