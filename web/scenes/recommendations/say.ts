import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RecommendationAct, SourcePaper } from '../../../src/report/recommendation/model.ts';
import type { RecommendationView, RegisterView } from '../../../src/report/recommendation/views.ts';
import { sourceWords } from '../../../src/report/recommendation/words.ts';
import type { Tone } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { type StateName, stateOf } from './search.ts';

/** Recommendations as officials speak of them. */

export const stateWords: Record<StateName, { tone: Tone; word: string }> = {
  dang: { tone: 'due', word: 'Đang thực hiện' },
  'qua-han': { tone: 'late', word: 'Quá hạn' },
  'da-bao': { tone: 'due', word: 'Đã báo xong, chờ xác nhận' },
  xong: { tone: 'ok', word: 'Đã hoàn thành' },
  rut: { tone: 'idle', word: 'Đã rút' },
};

/** "Kết luận kiểm toán số 7/KL ngày 01/06/2026 của Kiểm toán nhà nước khu vực II" */
export const sayPaper = ({ what, number, date, issuer }: SourcePaper): string =>
  [what, number && `số ${number}`, date && `ngày ${sayDay(date)}`, issuer && `của ${issuer}`].filter(Boolean).join(' ');

/** Nobody having said anything is not 0%; what is kept elsewhere is said to be done there, without a percentage. */
export const sayPercent = ({ of, percent }: Pick<RecommendationView, 'of' | 'percent'>): string => {
  if (percent !== null) return `${percent}%`;
  return of === 'recommendation' ? 'chưa báo' : '';
};

export function sayAct(act: RecommendationAct): string {
  switch (act.kind) {
    case 'change':
      return `Sửa kiến nghị: ${act.reason}`;
    case 'close':
      return ['Xác nhận hoàn thành', act.note].filter(Boolean).join(': ');
    case 'reopen':
      return `Yêu cầu làm tiếp: ${act.reason}`;
    case 'withdraw':
      return `Rút kiến nghị: ${act.reason}`;
    case 'progress':
      return [`Đạt ${act.percent}%: ${act.text}`, act.without && `không có tài liệu vì ${act.without}`]
        .filter(Boolean)
        .join('; ');
    case 'evidence':
      return act.used ? 'Thêm tài liệu' : 'Bỏ tài liệu';
  }
}

const headings = [
  ...['Nguồn', 'Văn bản', 'Số', 'Ngày văn bản', 'Cơ quan ban hành', 'Kiến nghị', 'Đơn vị thực hiện', 'Thời hạn'],
  ...['Mức độ hoàn thành (%)', 'Trạng thái', 'Số ngày từ khi có kiến nghị', 'Ngày hoàn thành', 'Quá hạn'],
];

/** The register as a table for a file. */
export function toRows({ agencies }: RegisterView, lines: readonly RecommendationView[]): (string | number)[][] {
  const names = nameAgencies(agencies);
  return [
    headings,
    ...lines.map((one) => [
      ...[
        sourceWords[one.source],
        one.paper.what,
        one.paper.number ?? '',
        one.paper.date ? sayDay(one.paper.date) : '',
      ],
      ...[
        one.paper.issuer ?? '',
        one.text,
        (one.heldBy && names.get(one.heldBy)) ?? '',
        one.due ? sayDay(one.due) : '',
      ],
      ...[one.percent ?? '', stateWords[stateOf(one)].word, one.days, one.closedOn ? sayDay(one.closedOn) : ''],
      one.late ? 'có' : '',
    ]),
  ];
}
