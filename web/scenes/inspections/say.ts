import { useQuery } from '@tanstack/react-query';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import {
  awaitingRemedy,
  type Component,
  type Finding,
  type FindingStatus,
  type InspectionAct,
  type InspectionStatus,
} from '../../../src/report/inspection/model.ts';
import type { InspectionView } from '../../../src/report/inspection/views.ts';
import { findingWords, kindWords, statusWords, verdictWords } from '../../../src/report/inspection/words.ts';
import type { Tone } from '../../components/Tag.tsx';
import { frameworks } from '../../queries.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import type { StateName } from './search.ts';

/** Inspections as officials speak of them. */

export const stateWords: Record<StateName, { tone: Tone; word: string }> = {
  'sap-toi': { tone: 'idle', word: 'Sắp kiểm tra' },
  'qua-ngay': { tone: 'late', word: 'Quá ngày dự kiến' },
  dang: { tone: 'due', word: 'Đang kiểm tra' },
  'khac-phuc': { tone: 'due', word: 'Đang khắc phục' },
  'qua-han': { tone: 'late', word: 'Quá hạn khắc phục' },
  xong: { tone: 'ok', word: 'Đã khắc phục xong' },
  huy: { tone: 'idle', word: 'Đã hủy' },
};

/** Where an inspection stands among the states of the list; those whose day went by stand apart. */
export function stateOf(
  { status, day, findings }: Pick<InspectionView, 'status' | 'day' | 'findings'>,
  today: string,
): StateName {
  if (status === 'cancelled') return 'huy';
  if (status === 'planned') return day < today ? 'qua-ngay' : 'sap-toi';
  if (findings.some(({ late }) => late)) return 'qua-han';
  if (status === 'closed') return 'xong';
  return status === 'open' ? 'dang' : 'khac-phuc';
}

const tones: Record<InspectionStatus, Tone> = {
  planned: 'idle',
  open: 'due',
  concluded: 'due',
  closed: 'ok',
  cancelled: 'idle',
};
export const sayStatus = (status: InspectionStatus): { tone: Tone; word: string } => ({
  ...{ tone: tones[status], word: statusWords[status] },
});

const findingTones: Record<FindingStatus, Tone> = {
  found: 'due',
  assigned: 'due',
  reported: 'due',
  returned: 'back',
  closed: 'ok',
  carried: 'idle',
  withdrawn: 'idle',
};

/** How a finding stands, with its day where something is to be done. */
export function sayFinding(
  { status, due }: Pick<Finding, 'status' | 'due'>,
  today: string,
): { tone: Tone; word: string } {
  const word = findingWords[status];
  if (due === null || !awaitingRemedy.includes(status)) return { tone: findingTones[status], word };
  const left = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  if (left < 0) return { tone: 'late', word: `Quá hạn ${-left} ngày` };
  return { tone: findingTones[status], word: left === 0 ? `${word}, hạn hôm nay` : `${word}, còn ${left} ngày` };
}

/** Names components of indices as of a year. */
export function useComponents(year: number): (one: Component) => string {
  const { data } = useQuery(frameworks());
  return ({ index, code }) => `${index} ${sayNode(data && findFramework(data, index, year), code)}`;
}

export const sayKind = (kind: InspectionView['kind']): string => kindWords[kind];

/** One act of an inspection's log; `name` says a finding's text. */
export function sayAct(act: InspectionAct, name: (findingId: string) => string): string {
  switch (act.kind) {
    case 'change':
      return `Sửa nội dung, thành phần: ${act.subject}`;
    case 'move':
      return `Chuyển sang ngày ${sayDay(act.day)}: ${act.reason}`;
    case 'cancel':
      return `Hủy: ${act.reason}`;
    case 'open':
      return `Bắt đầu kiểm tra ngày ${sayDay(act.on)}`;
    case 'note':
      return `Ghi chép${act.place ? ` (${act.place})` : ''}: ${act.text}`;
    case 'check':
      return [`Kiểm một nhiệm vụ: ${verdictWords[act.verdict].toLocaleLowerCase('vi')}`, act.note]
        .filter(Boolean)
        .join('. ');
    case 'conclude':
      return act.number ? `Kết luận, văn bản số ${act.number}` : 'Kết luận';
    case 'number':
      return `Văn bản kết luận số ${act.number} ngày ${sayDay(act.date)}`;
    case 'find':
      return `Ghi tồn tại: ${act.text}`;
    case 'take-over':
      return `Nhận từ lần kiểm tra trước: ${act.text}`;
    default:
      return `${sayAbout(act)} (${name(act.findingId)})`;
  }
}

type About = Extract<InspectionAct, { findingId: string }>;

function sayAbout(act: Exclude<About, { kind: 'find' | 'take-over' }>): string {
  switch (act.kind) {
    case 'mend':
      return `Sửa tồn tại: ${act.text}`;
    case 'withdraw':
      return `Rút tồn tại: ${act.reason}`;
    case 'assign':
      return `Yêu cầu khắc phục chậm nhất ngày ${sayDay(act.due)}: ${act.remedy}`;
    case 'remedy':
      return [
        `Báo đã khắc phục ngày ${sayDay(act.on)}: ${act.text}`,
        act.without && `không có tài liệu vì ${act.without}`,
      ]
        .filter(Boolean)
        .join('; ');
    case 'accept':
      return ['Xác nhận đã khắc phục', act.note].filter(Boolean).join(': ');
    case 'return':
      return [`Yêu cầu khắc phục lại: ${act.reason}`, act.due && `hạn ${sayDay(act.due)}`].filter(Boolean).join('; ');
    case 'extend':
      return `Gia hạn đến ngày ${sayDay(act.due)}: ${act.reason}`;
    case 'close':
      return `Kết thúc theo dõi: ${act.reason}`;
    case 'carry':
      return 'Chuyển sang lần tái kiểm tra';
    case 'evidence':
      return act.used ? 'Thêm tài liệu' : 'Bỏ tài liệu';
  }
}
