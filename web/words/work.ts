import type { Act } from '../../src/assignment/model.ts';
import type { AgencyView } from '../../src/assignment/views.ts';
import { sayNumber } from '../../src/kernel/number.ts';
import { sayDay } from '../../src/kernel/plain-date.ts';
import type { HistoryEntry, Item, Owed } from '../api-work.ts';
import type { Tone } from '../components/Tag.tsx';
import { sayConcrete } from './concrete.ts';

/** Issued work as officials speak of it. */

/** How many days later `b` is than `a`, both ISO days. */
export const daysBetween = (a: string, b: string): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** The days within which a due day is told as near. */
const near = 7;

type Standing = Pick<Owed, 'status' | 'due'>;

/** Where something stands on a day: one shape, one word, one colour. */
export function sayStanding({ status, due }: Standing, today: string): { tone: Tone; word: string } {
  if (status === 'done') return { tone: 'ok', word: 'Hoàn thành' };
  if (status === 'cancelled') return { tone: 'idle', word: 'Đã hủy' };
  if (status === 'superseded') return { tone: 'idle', word: 'Đã thay thế' };
  if (due === null) return { tone: 'idle', word: 'Chờ sự kiện' };
  const left = daysBetween(today, due);
  const late = `quá hạn ${sayNumber(-left)} ngày`;
  if (status === 'returned') return { tone: 'back', word: left < 0 ? `Bị trả lại, ${late}` : 'Bị trả lại' };
  if (left < 0) return { tone: 'late', word: `Quá hạn ${sayNumber(-left)} ngày` };
  if (left === 0) return { tone: 'due', word: 'Hạn hôm nay' };
  return left <= near ? { tone: 'due', word: `Còn ${left} ngày` } : { tone: 'ok', word: `Đúng hạn, còn ${left} ngày` };
}

/** Why a task asks the unit for what it will concretely do; undefined where it does not. */
export const sayAsking = ({ asksFor }: Pick<Item, 'asksFor'>): string | undefined =>
  asksFor === null ? undefined : asking[asksFor];

const asking = {
  'component-only': 'Kế hoạch chỉ nêu nội dung, chưa nêu việc. Hãy ghi việc cụ thể của đơn vị.',
  'several-acts': 'Nhiệm vụ gồm nhiều việc. Có thể tách thành việc cụ thể, mỗi việc có sản phẩm và ngày riêng.',
};

export const kindWords: Record<Item['kind'], string> = {
  task: 'Nhiệm vụ',
  duty: 'Trách nhiệm',
  reporting: 'Chế độ báo cáo',
  directive: 'Chỉ đạo chung',
  form: 'Phiếu số liệu',
};

/** "2. Công khai, minh bạch", or what stands in its place. */
export const sayComponent = ({ dimension, component, kind }: Pick<Item, 'dimension' | 'component' | 'kind'>): string =>
  component ?? (dimension ? `Lĩnh vực ${dimension}` : sectionWords[kind]);

const sectionWords: Record<Item['kind'], string> = {
  task: 'Nhiệm vụ chung',
  duty: 'Tổ chức thực hiện',
  reporting: 'Chế độ báo cáo',
  directive: 'Chỉ đạo chung',
  form: 'Phiếu số liệu',
};

const sources: Record<string, string> = {
  web: 'trên trang Thang',
  import: 'nhập từ tệp',
  reorganisation: 'khi sắp xếp đơn vị',
  issue: 'khi giao lại kế hoạch',
  calendar: 'khi lịch làm việc thay đổi',
  'own-plan': 'theo kế hoạch của đơn vị',
};

/** From where an act came: the screen, a file, or what the product does itself. */
export const saySource = (source: string): string => sources[source] ?? source;

type Names = ReadonlyMap<string, string>;

export const nameAgencies = (agencies: readonly Pick<AgencyView, 'id' | 'name'>[]): Names =>
  new Map(agencies.map(({ id, name }) => [id, name]));

const quoted = (text: string | null): string => (text ? `: ${text}` : '');

/** One act of a history in a sentence. `entries` are those it may undo. */
export function sayAct(entry: HistoryEntry, entries: readonly HistoryEntry[], names: Names): string {
  const act = entry.act as Act;
  if (act.kind === 'concrete') return sayConcrete(act, entries);
  if (act.kind !== 'undo') return sayPlainAct(act, names);
  const undone = entries.find(({ id }) => id === act.of);
  return undone ? `Hoàn tác “${sayAct(undone, entries, names)}”` : 'Hoàn tác';
}

function sayPlainAct(act: Exclude<Act, { kind: 'undo' | 'concrete' }>, names: Names): string {
  switch (act.kind) {
    case 'accept':
      return 'Nhận việc';
    case 'hand-on':
      return `Chuyển cho ${(act.divisionId && names.get(act.divisionId)) ?? 'người thực hiện'}${quoted(act.note)}`;
    case 'progress':
      return `Tiến độ ${act.percent}%${quoted(act.note)}`;
    case 'evidence':
      return `Tài liệu: ${act.what}${act.address ? ` (${act.address})` : ''}`;
    case 'complete':
      return `Hoàn thành ngày ${sayDay(act.on)}${act.servedBy ? ', tính chung với việc khác' : ''}${quoted(act.note)}`;
    case 'date':
      return `Nhập ngày của sự kiện: phải xong ngày ${sayDay(act.due)}`;
    case 'ask-extension':
      return `Đề nghị gia hạn đến ${sayDay(act.due)}: ${act.reason}`;
    default:
      return saySteering(act, names);
  }
}

/** What was issued by mistake and taken back; the server's reason begins so. */
const withdrawn = 'Thu hồi việc giao';

type Steering = Extract<Act, { kind: 'return' | 'extend' | 'decline' | 'move' | 'cancel' | 'supersede' | 'reassign' }>;

function saySteering(act: Steering, names: Names): string {
  switch (act.kind) {
    case 'return':
      return `Trả lại: ${act.reason.replace(/[.;]$/, '')}${act.due ? `; làm lại chậm nhất ngày ${sayDay(act.due)}` : ''}`;
    case 'extend':
      return `Gia hạn đến ${sayDay(act.due)}: ${act.reason} (${act.grantedBy})`;
    case 'decline':
      return `Không đồng ý gia hạn: ${act.reason}`;
    case 'move':
      return `Hạn chuyển sang ${sayDay(act.due)}: ${act.why}`;
    case 'cancel':
      return `Hủy: ${act.reason}`;
    case 'supersede':
      return act.reason.startsWith(withdrawn) ? act.reason : `Thay thế: ${act.reason}`;
    case 'reassign':
      return `Giao lại cho ${names.get(act.agencyId) ?? 'cơ quan khác'}: ${act.reason}`;
  }
}
