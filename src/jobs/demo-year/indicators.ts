import { createHash } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Target } from '../../plan/model.ts';
import type { ReviewAction } from '../../plan/review.ts';
import type { Figure } from '../../report/content/model.ts';
import type { Definition } from '../../report/indicator/model.ts';
import { periodIn } from '../../report/indicator/period.ts';
import { proposeIndicators } from '../../report/indicator/propose.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { listAgencyLines } from '../../store/heat-map.ts';
import { takeImport } from '../../store/indicator-imports.ts';
import { stateCells } from '../../store/indicator-state.ts';
import {
  type KnownIndicator,
  listGivers,
  listIndicators,
  listTargeted,
  makeIndicators,
} from '../../store/indicators.ts';
import { actorOf, morningOf } from './deeds.ts';

/** Indicators of the demo: targets the focal office adds to the plan's rows, three of its own, and the months until now. */

const { tenantId } = demoOfficer;

const target = (quote: string, subject: string, op: Target['op'], value: number, unit = '%'): Target => ({
  ...{ subject, op, value, unit, baseline: null, quote },
});

/** By the code of the component whose row gets them. */
const added: Readonly<Record<string, readonly Target[]>> = {
  '1.2': [
    target(
      'Mỗi xã, phường tổ chức ít nhất 04 cuộc đối thoại với Nhân dân',
      'cuộc đối thoại với Nhân dân',
      '>=',
      4,
      'cuộc',
    ),
  ],
  '2.1': [
    target(
      '100% yêu cầu cung cấp thông tin được trả lời đúng hạn',
      'yêu cầu cung cấp thông tin được trả lời đúng hạn',
      '=',
      100,
    ),
  ],
  '2.2': [
    target(
      '100% thôn, tổ dân phố niêm yết danh sách hộ nghèo',
      'thôn, tổ dân phố niêm yết danh sách hộ nghèo',
      '=',
      100,
    ),
  ],
  '5.4': [
    target('Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98% trở lên', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '>=', 98),
    target('Số hóa ít nhất 80% hồ sơ tiếp nhận', 'hồ sơ tiếp nhận được số hóa', '>=', 80),
  ],
};

/** What the review adds to the rows of the plan. */
export const addedTargets = (tasks: readonly { codes: readonly string[] }[]): ReviewAction[] =>
  tasks.flatMap(({ codes }, i) => {
    const targets = added[codes[0] ?? ''];
    return targets
      ? [{ id: newId(), act: { kind: 'set', task: `t${i + 1}`, field: 'targets', value: [...targets] } }]
      : [];
  });

const own = (
  changed: Partial<Definition> & Pick<Definition, 'name' | 'kind'>,
  goal: Pick<Target, 'op'> & { value: number },
): Definition => ({
  ...{ unit: '%', over: 'last', better: 'up', every: 'month', index: 'PAPI', component: null, code: null },
  ...{
    givers: { of: 'communes' },
    source: { kind: 'paper', name: null },
    evidence: null,
    applies: 'each',
    baselines: [],
  },
  targets: [{ year: 2026, agencyId: null, ...goal }],
  ...changed,
});

/** The indicator that figures of the demo's form are of. */
export const landIndicator = 'Tỷ lệ hồ sơ cấp Giấy chứng nhận lần đầu đã giải quyết';

const ownOnes: readonly Definition[] = [
  own({ name: landIndicator, kind: 'share', over: 'sum', component: 'Quản lý đất đai' }, { op: '>=', value: 80 }),
  own(
    {
      ...{ name: 'Tỷ lệ bao phủ bảo hiểm y tế', kind: 'share', component: 'Y tế công lập', code: '6.1' },
      source: { kind: 'system', name: 'Bảo hiểm xã hội tỉnh' },
      baselines: [{ agencyId: null, year: '2025', value: 91.2, source: 'Báo cáo của Bảo hiểm xã hội tỉnh năm 2025' }],
      targets: [
        { year: 2026, agencyId: null, op: '>=', value: 95 },
        { year: 2026, agencyId: demoAgencies.commune, op: '>=', value: 96 },
      ],
    },
    { op: '>=', value: 95 },
  ),
  own(
    {
      ...{
        name: 'Tỷ lệ đường thôn, tổ dân phố được cứng hóa',
        kind: 'share',
        component: 'Cơ sở hạ tầng căn bản',
        code: '6.3',
      },
      baselines: [{ agencyId: null, year: '2025', value: 86.5, source: 'Báo cáo của Sở Xây dựng năm 2025' }],
    },
    { op: '>=', value: 90 },
  ),
  own(
    {
      ...{
        name: 'Số phản ánh, kiến nghị quá hạn so với cùng kỳ năm 2025',
        kind: 'change',
        over: 'sum',
        better: 'down',
      },
      ...{ component: 'Tương tác với các cấp chính quyền', code: '3.1' },
    },
    { op: 'decrease', value: 10 },
  ),
];

/** Makes the indicators of the plan, and what the units gave of each month that is over. */
export async function keepIndicators(
  trx: Transaction,
  planId: string,
  { since, today }: { since: PlainDate; today: PlainDate },
): Promise<void> {
  const proposals = proposeIndicators(await listTargeted(trx, tenantId, planId));
  const made = [
    ...proposals.map(({ itemId, targetNo, definition }) => ({
      id: newId(),
      itemId,
      targetNo,
      definition: named(definition),
    })),
    ...ownOnes.map((definition) => ({ id: newId(), itemId: null, targetNo: null, definition })),
  ];
  await makeIndicators(trx, actorOf('focal'), made, morningOf(since));
  const indicators = await listIndicators(trx, tenantId, { ids: made.map(({ id }) => id) });
  const givers = await listGivers(trx, tenantId, indicators, today);
  const months = monthsOver(today);
  const last = months.at(-1);
  if (last === undefined) return;
  const world: World = { indicators, givers, last };
  // The commune's officer gives each month after it; the focal office has those of the others from its tables at once.
  for (const month of months) await give(trx, world, 'officer', [month], month);
  await give(trx, world, 'focal', months.slice(0, -1), months.at(-2) ?? last);
  await give(trx, world, 'focal', [last], last);
  await importLast(trx, world, today);
}

type World = { indicators: readonly KnownIndicator[]; givers: ReadonlyMap<string, readonly string[]>; last: number };

async function give(
  trx: Transaction,
  { indicators, givers, last }: World,
  by: 'officer' | 'focal',
  months: readonly number[],
  after: number,
): Promise<void> {
  const cells = indicators.flatMap((indicator, at) =>
    (givers.get(indicator.id) ?? []).flatMap((agencyId, rank) => {
      const own = agencyId === demoAgencies.commune;
      if (own !== (by === 'officer')) return [];
      return months.flatMap((month) => {
        const left = (month === last && isImported(indicator)) || (!own && isMissing(rank, month, month === last));
        const figure = left ? null : figureOf(indicator, at, rank, month);
        const cell = { indicatorId: indicator.id, agencyId, period: periodIn('month', 2026, month), base: null };
        return figure === null ? [] : [{ ...cell, figure, origin: { kind: 'typed' as const } }];
      });
    }),
  );
  if (cells.length > 0) await stateCells(trx, actorOf(by), cells, { at: morningOf(dayAfter(after)), reason: null });
}

/** What the one-stop system counts comes with its export. */
const isImported = ({ definition }: KnownIndicator): boolean => definition.code === '5.4';
const named = (definition: Definition): Definition =>
  definition.code === '5.4' ? { ...definition, source: { kind: 'system', name: 'Hệ thống một cửa' } } : definition;

/** Months of 2026 of which the fifth day of the next is past. */
const monthsOver = (today: PlainDate): number[] =>
  Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => dayAfter(month) < today);

const dayAfter = (month: number): PlainDate =>
  (month === 12 ? '2027-01-05' : `2026-${String(month + 1).padStart(2, '0')}-05`) as PlainDate;

const isMissing = (rank: number, month: number, last: boolean): boolean =>
  (rank * 7 + month * 3) % (last ? 5 : 17) === 0;

const share = (whole: number, percent: number): Figure => {
  const part = Math.min(whole, Math.round((whole * Math.min(100, percent)) / 100));
  return { value: null, part, whole };
};

/** Plausible, growing, and not the same anywhere: of a unit by its rank, of a month by its number. */
function figureOf({ definition }: KnownIndicator, at: number, rank: number, month: number): Figure | null {
  const size = 60 + ((rank * 37) % 90);
  const swing = ((rank * 13 + month * 7 + at * 5) % 9) - 4;
  switch (definition.code) {
    case '1.2':
      return { value: (rank + month) % 3 === 0 ? 1 : 0, part: null, whole: null };
    case '2.1':
      return share(4 + ((rank + month) % 9), 96 + swing * 2);
    case '2.2':
      return share(6 + (rank % 9), 70 + month * 3 + swing * 2);
    case '5.4':
      return share(
        size * 2 + swing * 5,
        definition.name.includes('đúng hạn') ? 97.5 + swing * 0.6 : 58 + month * 2.4 + swing,
      );
    case '6.1':
      return share(size * 70, 90.5 + month * 0.45 + swing * 0.4);
    case '6.3':
      return share(20 + (rank % 15), 85 + month * 0.6 + swing);
    case '3.1':
      return { value: null, part: 8 + ((rank * 3 + month) % 5), whole: 10 + ((rank * 5 + month) % 4) };
    default:
      return null;
  }
}

/** The last month of the one-stop system as its export, taken over as an officer would. */
async function importLast(
  trx: Transaction,
  { indicators, givers, last: month }: World,
  today: PlainDate,
): Promise<void> {
  const imported = indicators.filter(isImported);
  const units = givers.get(imported[0]?.id ?? '') ?? [];
  const lines = await listAgencyLines(trx, tenantId, units, { to: today });
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  const heads = [
    'Đơn vị',
    ...imported.flatMap(({ definition: { name } }) => [name.replace('Tỷ lệ ', 'Số '), `Tổng số ${name}`]),
  ];
  const rows = units.flatMap((agencyId, rank) => {
    if (rank % 6 === 5 && agencyId !== demoAgencies.commune) return [];
    const figures = imported.map((one) => figureOf(one, indicators.indexOf(one), rank, month));
    return [
      [
        names.get(agencyId) ?? '',
        ...figures.flatMap((figure) => [String(figure?.part ?? ''), String(figure?.whole ?? '')]),
      ],
    ];
  });
  const columns = [
    { as: 'unit' as const },
    ...imported.flatMap(({ id }) =>
      (['part', 'whole'] as const).map((of) => ({ as: 'figure' as const, indicatorId: id, of, month: null })),
    ),
  ];
  const sheet = [heads, ...rows];
  const name = `Mot cua thang ${String(month).padStart(2, '0')}-2026.csv`;
  const file = {
    name,
    sha256: createHash('sha256')
      .update(sheet.map((row) => row.join(';')).join('\r\n'))
      .digest(),
    sheets: [{ sheet: '', rows: sheet }],
  };
  const question = {
    period: periodIn('month', 2026, month),
    mapping: { sheet: 0, header: 0, columns, names: {} },
    indicatorId: null,
    refuse: () => undefined,
    today,
  };
  await takeImport(trx, actorOf('focal'), { id: newId(), file, question, at: morningOf(dayAfter(month)) });
}
