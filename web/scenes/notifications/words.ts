import { isNews, type News } from '../../../src/assignment/remind/model.ts';
import type { NoticeLineView, NoticeView, oversightNews } from '../../../src/assignment/remind/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Tone } from '../../components/Tag.tsx';

/** Notifications as they are said. */

type Step = NoticeLineView['step'];

/** In this order a digest is read. */
export const stepOrder: readonly Step[] = ['news', 'nudge', 'overdue', 'one', 'three', 'seven', 'head', 'focal'];

export const stepWords: Record<Step, string> = {
  news: 'Việc được báo',
  nudge: 'Việc được nhắc',
  overdue: 'Quá hạn',
  one: 'Nhắc lần cuối trước hạn',
  three: 'Nhắc lần hai trước hạn',
  seven: 'Nhắc lần đầu trước hạn',
  head: 'Đơn vị anh chị phụ trách đang chậm',
  focal: 'Các đơn vị đang chậm, người đứng đầu đã được báo',
};

type OversightNews = (typeof oversightNews)[number];
const oversightWords: Record<OversightNews, string> = {
  recommended: 'giám sát và kiến nghị với',
  answered: 'trả lời kiến nghị sau giám sát tại',
  unsatisfied: 'cho là chưa thỏa đáng: trả lời của',
};

const newsWords: Record<News, (count: string, agency: string) => string> = {
  'form-sent': (count) => `gửi ${count} phiếu số liệu để trả lời`,
  returned: (count) => `trả lại ${count} việc`,
  'handed-on': (count) => `chuyển ${count} việc cho anh chị`,
  'extension-asked': (count) => `đề nghị gia hạn ${count} việc`,
  'extension-granted': (count) => `gia hạn ${count} việc`,
  'extension-declined': (count) => `không đồng ý gia hạn ${count} việc`,
  'difficulty-sent': (_, agency) => `gửi vướng mắc của ${agency}`,
  'difficulty-forwarded': (_, agency) => `chuyển đến vướng mắc của ${agency}`,
  'difficulty-answered': (_, agency) => `trả lời vướng mắc của ${agency}`,
  'remedy-asked': (count) => `giao ${count} việc khắc phục, kiến nghị`,
  'remedy-reported': (count) => `báo đã thực hiện ${count} việc khắc phục, kiến nghị`,
  'remedy-returned': (count) => `yêu cầu thực hiện tiếp ${count} việc khắc phục, kiến nghị`,
  'remedy-ended': (count) => `kết thúc ${count} việc khắc phục, kiến nghị`,
  'remedy-moved': (count) => `điều chỉnh ${count} việc khắc phục, kiến nghị`,
  'remedy-withdrawn': (count) => `rút ${count} việc khắc phục, kiến nghị`,
  'report-submitted': () => 'trình báo cáo chờ anh chị duyệt',
  'report-returned': () => 'yêu cầu sửa báo cáo',
  'report-received': () => 'tiếp nhận, duyệt báo cáo',
};

/** The line above the list: what it is and how much. */
export function sayNotice({ kind, total, by, counts, oversight, difficulty }: NoticeView): string {
  const who = by ?? 'Có người';
  if (oversight && kind in oversightWords) return `${who} ${oversightWords[kind as OversightNews]} ${oversight.agency}`;
  if (isNews(kind)) return `${who} ${newsWords[kind](sayNumber(total), difficulty?.agency ?? '')}`;
  if (kind === 'nudge') return `${who} nhắc ${sayNumber(total)} việc`;
  const count = (...steps: Step[]) =>
    counts.filter(({ step }) => steps.includes(step)).reduce((sum, one) => sum + one.count, 0);
  const parts: [number, string][] = [
    [count('overdue'), 'việc quá hạn'],
    [count('one', 'three', 'seven'), 'việc sắp đến hạn'],
    [count('head'), 'việc đơn vị đang chậm'],
    [count('focal'), 'việc các đơn vị đang chậm'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${sayNumber(n)} ${words}`);
  return said.join(', ').replace(/^./, (letter) => letter.toUpperCase());
}

/** How the work stands now, which may be better than on the day it was told. */
export function sayStanding({ status, dueNow }: NoticeLineView, today: PlainDate): { tone: Tone; words: string } {
  if (status === 'done') return { tone: 'ok', words: 'đã xong' };
  if (status === 'cancelled' || status === 'superseded') return { tone: 'idle', words: 'không còn phải làm' };
  if (dueNow === null) return { tone: 'idle', words: 'chờ ngày' };
  const left = Math.round((Date.parse(dueNow) - Date.parse(today)) / 86_400_000);
  if (left < 0) return { tone: 'late', words: `quá hạn ${-left} ngày` };
  return { tone: 'due', words: left === 0 ? 'đến hạn hôm nay' : `còn ${left} ngày` };
}

const mailWords: Record<NoticeView['mail'], string> = {
  waiting: 'thư đang chờ gửi',
  next: 'sẽ có trong thư sáng ngày làm việc tới',
  sending: 'thư đang gửi',
  sent: 'đã gửi thư',
  failed: 'thư chưa gửi được',
  off: 'anh chị đã tắt thư',
  'no-address': 'chưa có địa chỉ thư nên chỉ báo ở đây',
  'no-server': 'hệ thống chưa cấu hình gửi thư nên chỉ báo ở đây',
};

export const sayMail = (mail: NoticeView['mail']): string => mailWords[mail];
