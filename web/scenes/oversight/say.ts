import type { OversightAct, OversightForm, OversightSubject, Stance } from '../../../src/assignment/oversight/model.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Tone } from '../../components/Tag.tsx';
import type { Entry, EntryList, Reference } from './api.ts';
import { type FormName, formOf, type StateName, stateOf } from './search.ts';

/** Oversight as officials speak of it. */

export const stateWords: Record<StateName, { tone: Tone; word: string }> = {
  cho: { tone: 'due', word: 'Chờ trả lời' },
  'qua-ngay': { tone: 'late', word: 'Quá ngày mong trả lời' },
  'chua-thoa-dang': { tone: 'back', word: 'Chưa thỏa đáng' },
  'da-tra-loi': { tone: 'due', word: 'Đã trả lời, chờ đánh giá' },
  'thoa-dang': { tone: 'ok', word: 'Trả lời thỏa đáng' },
  'khong-kien-nghi': { tone: 'idle', word: 'Không kiến nghị' },
  'da-rut': { tone: 'idle', word: 'Đã rút' },
};

export function sayState(one: Entry): { tone: Tone; word: string } {
  const { tone, word } = stateWords[stateOf(one)];
  return one.status === 'waiting' && one.days > 0 ? { tone, word: `${word}, ${one.days} ngày` } : { tone, word };
}

export const formWords: Record<FormName, string> = {
  'thuong-xuyen': 'Giám sát thường xuyên',
  'chuyen-de': 'Giám sát chuyên đề',
  'khao-sat': 'Khảo sát',
  'phan-anh': 'Qua phản ánh của người dân',
  'kiem-tra': 'Kiểm tra',
};
export const sayForm = (form: OversightForm): string => formWords[formOf[form]];

export const subjectWords: Record<OversightSubject, string> = {
  unit: 'Cả đơn vị',
  item: 'Một nhiệm vụ',
  component: 'Một nội dung',
};

/** "2. Công khai, minh bạch", or what stands in its place where a plan names no component. */
export const sayPart = ({ index, dimension, component }: Pick<Entry, 'index' | 'dimension' | 'component'>): string =>
  [index, component ?? (dimension && `Lĩnh vực ${dimension}`)].filter(Boolean).join(' · ');

/** What of the unit was overseen. */
export const saySubject = (one: Entry): string => {
  if (one.about === 'item') return one.itemText ?? 'Một nhiệm vụ';
  return one.about === 'component' ? sayPart(one) : 'Chung về đơn vị';
};

export const stanceWords: Record<Stance, string> = {
  accept: 'Tiếp thu',
  explain: 'Giải trình',
  both: 'Tiếp thu một phần và giải trình',
};

/** "Biên bản giám sát số 03/BB ngày 09/06/2026" */
export const sayReference = ({ what, number, date }: Reference): string =>
  [what, number && `số ${number}`, date && `ngày ${sayDay(date)}`].filter(Boolean).join(' ');

/** One act of an entry's history. */
export function sayOversightAct(act: OversightAct): string {
  switch (act.kind) {
    case 'answer':
      return `${stanceWords[act.stance]}, ngày ${sayDay(act.on)}: ${act.text}`;
    case 'judge':
      return [act.satisfied ? 'Trả lời thỏa đáng' : 'Chưa thỏa đáng', act.note].filter(Boolean).join(': ');
    case 'withdraw':
      return `Rút ghi nhận: ${act.reason}`;
  }
}

const headings = [
  ...['Ngày giám sát', 'Đơn vị được giám sát', 'Giám sát về', 'Hình thức', 'Thành phần tham gia', 'Kết quả'],
  ...[
    'Kiến nghị',
    'Mong trả lời chậm nhất',
    'Tài liệu',
    'Nơi ghi nhận',
    'Người ghi nhận',
    'Trạng thái',
    'Ngày trả lời',
  ],
  'Số ngày từ khi ghi nhận đến khi trả lời hoặc hôm nay',
];

/** The register as a table for a file: what the screen shows and what it has no room for. */
export function toEntryRows({ entries, agencies }: EntryList): (string | number)[][] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return [
    headings,
    ...entries.map((one) => [
      ...[sayDay(one.day), names.get(one.agencyId) ?? '', saySubject(one), sayForm(one.form), one.participants ?? ''],
      ...[one.seen, one.recommendation ?? '', one.wishedBy ? sayDay(one.wishedBy) : ''],
      one.references
        .map((reference) => [sayReference(reference), reference.address].filter(Boolean).join(' '))
        .join('; '),
      ...[one.recordedByUnit, one.recordedBy, stateWords[stateOf(one)].word],
      ...[one.answeredOn ? sayDay(one.answeredOn) : '', one.days],
    ]),
  ];
}
