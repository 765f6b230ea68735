import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { LineState, WholeField } from '../../../src/report/content/model.ts';
import type { Asked, ReportAct, ReportStatus } from '../../../src/report/model.ts';
import type { PlanName, ReportView, RoundLine } from '../../../src/report/views.ts';
import type { Tone } from '../../components/Tag.tsx';
import { daysBetween } from '../../words/work.ts';

/** Reports as officials speak of them. */

export const wholeWords: Record<WholeField, { title: string; hint: string }> = {
  overview: { title: 'Tình hình chung', hint: 'Công tác chỉ đạo, điều hành, tuyên truyền trong kỳ' },
  results: { title: 'Kết quả nổi bật', hint: 'Kết quả chung của đơn vị, ngoài từng nhiệm vụ bên dưới' },
  shortcomings: { title: 'Tồn tại, hạn chế và nguyên nhân', hint: 'Việc chưa đạt và vì sao' },
  difficulties: { title: 'Khó khăn, vướng mắc chung', hint: 'Khó khăn không thuộc riêng một nhiệm vụ' },
  proposals: { title: 'Đề xuất, kiến nghị', hint: 'Với cơ quan cấp trên và cơ quan chủ trì' },
  next: { title: 'Phương hướng kỳ tới', hint: 'Việc trọng tâm của kỳ sau' },
};

/** The sections of a consolidated report. */
export const textWords: Record<WholeField, { title: string; hint: string }> = {
  overview: { title: 'Đánh giá chung', hint: 'Viết thêm đánh giá của cơ quan tổng hợp' },
  results: { title: 'Kết quả theo nội dung thành phần', hint: 'Viết thêm kết quả nổi bật của toàn kỳ' },
  shortcomings: {
    title: 'Tồn tại, hạn chế và nguyên nhân',
    hint: 'Viết nguyên nhân của những việc chưa đạt, khách quan và chủ quan',
  },
  difficulties: { title: 'Khó khăn, vướng mắc', hint: 'Viết thêm khó khăn chung' },
  proposals: { title: 'Đề xuất, kiến nghị', hint: 'Viết thêm kiến nghị với cấp trên' },
  next: { title: 'Phương hướng kỳ tới', hint: 'Viết việc trọng tâm của kỳ sau' },
};

/** Where a consolidated report, or a part of one, stands. */
export const statusTags: Record<ReportStatus, { tone: Tone; word: string }> = {
  writing: { tone: 'idle', word: 'Đang soạn' },
  submitted: { tone: 'due', word: 'Chờ duyệt' },
  sent: { tone: 'ok', word: 'Đã gửi, chờ tiếp nhận' },
  received: { tone: 'ok', word: 'Đã tiếp nhận' },
  returned: { tone: 'back', word: 'Bị trả lại' },
};

export const stateWords: Record<LineState, { word: string; tone: Tone }> = {
  done: { word: 'Hoàn thành', tone: 'ok' },
  doing: { word: 'Đang thực hiện', tone: 'due' },
  'not-begun': { word: 'Chưa thực hiện', tone: 'late' },
  none: { word: 'Không phát sinh', tone: 'idle' },
};

export const askedWords: Record<Asked, string> = {
  report: 'Báo cáo định kỳ',
  consolidated: 'Báo cáo tổng hợp',
  'own-plan': 'Kế hoạch của đơn vị',
  'when-needed': 'Báo cáo khi có phát sinh',
};

/** Where a report stands on a day: one shape, one word, one colour. */
export function sayReport(report: ReportView, today: string): { tone: Tone; word: string } {
  if (report.excused !== null) return { tone: 'idle', word: `Được miễn: ${report.excused}` };
  if (report.elsewhere) return { tone: 'ok', word: 'Đã báo cáo ngoài hệ thống' };
  const late = report.late > 0 ? `, trễ ${sayNumber(report.late)} ngày làm việc` : '';
  switch (report.status) {
    case 'received':
      return { tone: 'ok', word: `Đã tiếp nhận${late}` };
    case 'sent':
      return { tone: 'ok', word: `Đã gửi, chờ tiếp nhận${late}` };
    case 'submitted':
      return { tone: 'due', word: `Chờ thủ trưởng ký${late}` };
    case 'returned':
      return {
        tone: 'back',
        word: report.mendBy ? `Bị trả lại, gửi lại chậm nhất ${sayDay(report.mendBy)}` : 'Bị trả lại',
      };
    case 'writing':
      return sayWriting(report, today);
  }
}

function sayWriting({ due, begun, late, asked }: ReportView, today: string): { tone: Tone; word: string } {
  const word = begun ? 'Đang soạn' : 'Chưa soạn';
  if (due === null || asked === 'when-needed') return { tone: 'idle', word };
  if (late > 0) return { tone: 'late', word: `${word}, trễ ${sayNumber(late)} ngày làm việc` };
  const left = daysBetween(today, due);
  if (left === 0) return { tone: 'due', word: `${word}, hạn hôm nay` };
  return { tone: left <= 7 ? 'due' : 'idle', word: `${word}, còn ${sayNumber(left)} ngày` };
}

export const sayPlan = (plan: PlanName | undefined): string =>
  plan === undefined ? '' : [plan.number && `Kế hoạch số ${plan.number}`, plan.title].filter(Boolean).join(': ');

/** How far a round is, as a leader would read it aloud. */
export function sayRound({ expected, counts }: RoundLine): string {
  const sent = counts.sent + counts.received + counts.elsewhere;
  const parts = [
    `${sayNumber(sent)}/${sayNumber(expected)} đơn vị đã gửi`,
    counts.sent > 0 && `${sayNumber(counts.sent)} chờ tiếp nhận`,
    counts.returned > 0 && `${sayNumber(counts.returned)} bị trả lại`,
    counts.late > 0 && `${sayNumber(counts.late)} trễ hạn`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "15/03/2026 đến 14/06/2026" */
export const saySpan = ({ from, to }: { from: string; to: string }): string => `${sayDay(from)} đến ${sayDay(to)}`;

export function sayReportAct(act: ReportAct): string {
  const note = 'note' in act && act.note ? `: ${act.note}` : '';
  switch (act.kind) {
    case 'submit':
      return `Trình thủ trưởng ký${note}`;
    case 'recall':
      return 'Lấy lại để sửa';
    case 'send-back':
      return `Thủ trưởng yêu cầu sửa: ${act.reason}`;
    case 'send':
      return `Ký, gửi báo cáo${note}`;
    case 'receive':
      return `Tiếp nhận${note}`;
    case 'return':
      return `Trả lại: ${act.reason}${act.due ? ` (gửi lại chậm nhất ${sayDay(act.due)})` : ''}`;
    case 'correct':
      return `Đính chính, mở bản mới: ${act.reason}`;
    case 'add':
      return `Thêm đơn vị vào kỳ báo cáo: ${act.reason}`;
    case 'excuse':
      return `Miễn báo cáo: ${act.reason}`;
    case 'restore':
      return `Thôi miễn, phải báo cáo lại: ${act.reason}`;
    case 'move':
      return `Dời hạn đến hết ngày ${sayDay(act.due)}: ${act.reason}`;
    case 'unmove':
      return 'Thôi dời hạn, giữ hạn cũ';
    case 'grant':
      return `Cho gửi đến hết ngày ${sayDay(act.until)} dù kỳ đã khóa: ${act.reason}`;
  }
}
