import type { PlainDate } from '../../kernel/plain-date.ts';
import { countOf, type LateUnit, lateAppendix, type PaperHead } from './late-list.ts';
import type { Block, Paper } from './model.ts';
import { sayDate } from './wording.ts';

/** What a letter that urges says. A body that may not order the addressees asks them (đề nghị). */
export type Reminder = PaperHead & {
  addressees: string[];
  /** "Kế hoạch số 27/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh" */
  basis: string;
  /** "báo cáo quý I năm 2026" */
  subject: string;
  asOf: PlainDate;
  owing: number;
  units: LateUnit[];
  orders: boolean;
  /** what is to be done about the subject: a report is sent, of work its result is told */
  deed: 'gửi' | 'báo cáo kết quả';
  /** whom it goes to, and until when, that day included */
  to: string;
  until: PlainDate;
};

/** A letter that urges those who are late (công văn đôn đốc), with the list of what each is late with. */
export function reminderPaper(reminder: Reminder): Paper {
  const { addressees, basis, subject, asOf, owing, units, orders, deed, to, until, ...head } = reminder;
  const verb = orders ? 'yêu cầu' : 'đề nghị';
  const blocks: Block[] = [
    { kind: 'paragraph', text: `Thực hiện ${basis}, các cơ quan, đơn vị ${deed} ${subject} về ${to}.` },
    { kind: 'paragraph', text: `${countOf({ units, owing, subject, asOf })} (danh sách tại Phụ lục kèm theo).` },
    { kind: 'paragraph', text: `Để bảo đảm tiến độ tổng hợp, ${head.issuer} ${verb} các cơ quan, đơn vị nêu trên:` },
    {
      kind: 'list',
      items: [
        `Hoàn thành, ${deed} ${subject} về ${to} chậm nhất ${sayDate(until)}.`,
        'Nêu rõ nguyên nhân chậm và biện pháp khắc phục trong kỳ tiếp theo.',
      ],
    },
    { kind: 'paragraph', text: `Quá thời hạn nêu trên, ${to} tổng hợp, báo cáo cấp có thẩm quyền xem xét./.` },
  ];
  return {
    ...head,
    type: 'Công văn',
    title: `V/v đôn đốc ${deed === 'gửi' ? 'gửi' : 'thực hiện'} ${subject}`,
    ...{ addressees, bases: [], blocks },
    appendices: [lateAppendix(units, subject)],
  };
}
