import { composeLetter, type Letter } from '../publish/letters/compose.ts';
import type { PaperDraftContent } from '../publish/letters/model.ts';
import type { LetterRow, LetterView } from '../publish/letters/views.ts';
import { lateWords } from '../publish/paper/late-list.ts';
import type { Block } from '../publish/paper/model.ts';
import { partClosing, sectionsOf } from '../publish/paper/sections.ts';
import { hasTables } from '../publish/paper-xlsx.ts';
import { paperKindNames } from '../publish/template/kinds.ts';
import type { OpenedLetter } from './letters.ts';

/** A letter as its screen shows it. */
export function presentLetter(
  { letter }: OpenedLetter,
  { content, savedAt }: { content: PaperDraftContent; savedAt: Date | null },
): LetterView {
  const { kind, issuer, matter } = letter;
  return {
    ...{ kind, name: paperKindNames[kind], issuer: issuer.name, about: aboutOf(letter), rows: rowsOf(letter) },
    ready: matter.of === 'period' ? readyOf(matter.sums?.blocks ?? []) : {},
    ...{
      content,
      savedAt: savedAt?.toISOString() ?? null,
      workbook: matter.of === 'late' || hasTables(composeLetter(letter, content).paper),
    },
  };
}

const aboutOf = ({ matter }: Letter): string =>
  matter.of === 'period' ? `${matter.period.label}, ${matter.plan}` : matter.subject;

function rowsOf({ matter }: Letter): LetterRow[] {
  if (matter.of === 'tasks')
    return matter.tasks.map(({ key, text, due, state }) => ({ key, unit: null, what: text, due, state, days: null }));
  if (matter.of === 'late')
    return matter.units.map(({ unit, what, due, state, days }) => ({
      ...{ key: null, unit, what, due, state: lateWords[state], days },
    }));
  return matter.rounds.map(({ label, expected, reported, late, missing }) => ({
    ...{ key: null, unit: null, what: label, due: null, days: null },
    state: `${reported}/${expected} đơn vị đã báo cáo, ${late} trễ hạn, ${missing} chưa báo cáo`,
  }));
}

const fields: Readonly<Record<string, string>> = {
  'KẾT QUẢ THỰC HIỆN': 'results',
  'TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN': 'shortcomings',
  'KHÓ KHĂN, VƯỚNG MẮC': 'difficulties',
  'ĐỀ XUẤT, KIẾN NGHỊ': 'proposals',
  'PHƯƠNG HƯỚNG KỲ TỚI': 'next',
};

/** What stands in the paper where the office types nothing, as it might go on from it. */
const readyOf = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(
    sectionsOf(partClosing(blocks).body).flatMap(({ heading, blocks: own }) => {
      const field = fields[heading ?? ''];
      return field === undefined ? [] : [[field, own.flatMap(linesOf).join('\n')]];
    }),
  );

const linesOf = (block: Block): string[] => {
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
  return block.kind === 'table' ? [] : [block.text];
};
