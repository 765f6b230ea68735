import type { Target } from '../src/plan/model.ts';
import type { ConsolidatedPaper } from '../src/publish/report/consolidated.ts';
import { consolidate } from '../src/report/consolidate.ts';
import { draft } from '../src/report/consolidated/draft.ts';
import type { AskedItem, CountedPiece, Expected, UnitReport } from '../src/report/consolidated/model.ts';
import { printedOf, settle } from '../src/report/consolidated/settle.ts';
import { emptyContent, type ReportLine } from '../src/report/content/model.ts';

/** The quarter of a province: 140 units report on 60 tasks, half of them with a measured target, with 3,000 pieces of evidence. */
export const units = 140;
export const tasks = 60;
export const pieces = 3_000;

const target: Target = {
  ...{ subject: null, op: '>=', value: 100, unit: '%', baseline: null, quote: '100% thôn, tổ dân phố niêm yết' },
};
const items: AskedItem[] = Array.from({ length: tasks }, (_, at) => ({
  ...{
    key: `i${at}`,
    index: 'PAPI',
    dimension: String(1 + (at % 8)),
    component: `${1 + (at % 8)}.${1 + (at % 3)}. Nội dung thành phần`,
  },
  text: `Nhiệm vụ ${at + 1}: niêm yết công khai thu, chi ngân sách tại trụ sở và nhà văn hóa các thôn, tổ dân phố`,
  targets: at % 2 === 0 ? [target] : [],
}));
const keys = items.map(({ key }) => key);
const states = ['done', 'done', 'done', 'doing', 'not-begun', 'none'] as const;

function lineOf(unit: number, task: number): ReportLine {
  const seed = unit * 7 + task * 13;
  return {
    ...{ state: states[seed % states.length] ?? null, percent: null },
    result: `Đã niêm yết ${(seed % 9) + 3} lần tại ${(unit % 6) + 2} điểm của đơn vị số ${unit}`,
    difficulty: seed % 11 === 0 ? 'Thiếu bảng niêm yết & kinh phí <hạn hẹp>' : '',
    proposal: seed % 23 === 0 ? `Bố trí kinh phí cho ${(seed % 5) + 1} thôn chưa có bảng` : '',
    figures: task % 2 === 0 ? [{ value: null, part: (seed % 12) + 1, whole: 12 }] : [],
  };
}

function evidenceOf(unit: number): Record<string, CountedPiece[]> {
  const own = Array.from({ length: pieces }, (_, at) => at).filter((at) => at % units === unit);
  return Object.fromEntries(
    [...Map.groupBy(own, (at) => keys[at % tasks] ?? '')].map(([key, list]) => [
      key,
      list.map(
        (at): CountedPiece => ({
          id: `e${at}`,
          piece: {
            kind: 'training',
            topic: 'Công khai',
            day: '2026-05-05',
            classes: 1,
            participants: 30 + (at % 20),
            of: null,
          },
        }),
      ),
    ]),
  );
}

const reports: UnitReport[] = Array.from({ length: units }, (_, unit) => ({
  ...{
    reportId: `r${unit}`,
    agencyId: `u${unit}`,
    late: unit % 17 === 0 ? 2 : 0,
    items: keys,
    evidence: evidenceOf(unit),
  },
  content: {
    ...emptyContent,
    whole: { ...emptyContent.whole, difficulties: unit % 3 === 0 ? 'Một số thôn chưa có bảng tin.' : '' },
    items: Object.fromEntries(keys.map((key, task) => [key, lineOf(unit, task)])),
  },
}));
const expected: Expected[] = reports.map(({ agencyId }) => ({
  ...{ agencyId, items: keys, reported: true, excused: null, excluded: null },
}));
const names = new Map(reports.map(({ agencyId }, unit) => [agencyId, `Ủy ban nhân dân xã số ${unit + 1}`]));

/** What the reports come to, with the text drafted from them. */
export function gather() {
  const result = consolidate({ items, expected, reports });
  const paragraphs = printedOf(settle(draft({ result, items, names, leads: [], districts: [] }), {}));
  return { result, paragraphs };
}

export const paperOf = ({ result, paragraphs }: ReturnType<typeof gather>): ConsolidatedPaper => ({
  issuer: {
    name: 'Sở Nội vụ',
    kind: 'department',
    level: 'province',
    parent: 'Ủy ban nhân dân tỉnh Minh Hà',
    committee: 'Ủy ban nhân dân tỉnh Minh Hà',
    head: null,
  },
  ...{
    plan: 'Kế hoạch số 21/KH-UBND',
    round: { label: 'Quý II/2026', from: '2026-03-15', to: '2026-06-14' },
    led: false,
  },
  ...{ items, result, paragraphs, names, receivers: ['UBND tỉnh (b/c)'], number: null, date: null },
});
