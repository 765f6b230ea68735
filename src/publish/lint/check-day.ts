import { findPlainDate } from '../../kernel/plain-date.ts';
import { decree } from './decree.ts';
import { faultIf, finding } from './found.ts';
import type { Line } from './lines.ts';
import type { Finding } from './model.ts';

/** Place and day: "Minh Hà, ngày 05 tháng 01 năm 2026". A draft leaves the day to whoever signs. */
export function checkPlaceDay(placeDay: readonly Line[]): Finding[] {
  const [line] = placeDay;
  if (!line) return [];
  const found = /^(.*?)(\s*,)?\s*ngày(.*?)tháng(.*?)năm(.*)$/iu.exec(line.words);
  if (!found) {
    const message = 'Thời gian chưa viết đầy đủ; viết “ngày 05 tháng 01 năm 2026”.';
    return [finding('fault', 'day-form', decree.dateForm, message, placeDay)];
  }
  const [, place = '', comma, ...rest] = found;
  return [...checkPlace(place, comma !== undefined, placeDay), ...checkDay(rest.map(bare), placeDay)];
}

const bare = (text: string): string => text.replace(/[\s.…_,]/g, '');

function checkPlace(place: string, comma: boolean, where: readonly Line[]): Finding[] {
  const rule = decree.parts.placeDay;
  if (bare(place) === '')
    return [
      finding(
        'open',
        'place-open',
        rule,
        'Chưa có địa danh; ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở.',
        where,
      ),
    ];
  const small = place
    .split(/\s+/)
    .some((word) => /^\p{Ll}/u.test(word) && !/^(?:phố|xã|phường|huyện|thị|trấn|thành|tỉnh|đặc|khu|quận)$/u.test(word));
  return [
    ...faultIf(!comma, 'place-comma', rule, `Sau địa danh thiếu dấu phẩy; viết “${place}, ngày …”.`, where),
    ...faultIf(
      small || /^\p{Ll}/u.test(place),
      'place-capitals',
      rule,
      'Chữ cái đầu của địa danh chưa viết hoa.',
      where,
    ),
  ];
}

function checkDay([day = '', month = '', year = '']: readonly string[], where: readonly Line[]): Finding[] {
  const rule = decree.dateForm;
  if (day === '' || month === '' || year === '') {
    const holes = [day === '' && 'ngày', month === '' && 'tháng', year === '' && 'năm'].filter(Boolean).join(', ');
    const message = `Chưa có ${holes} ban hành; điền khi ký (ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước).`;
    return [finding('open', 'day-open', rule, message, where), ...checkZeros(day, month, where)];
  }
  const real = /^\d{4}$/.test(year) && findPlainDate(Number(year), Number(month), Number(day)) !== undefined;
  return [
    ...faultIf(
      !real,
      'day-unknown',
      rule,
      `Không có ngày ${day}/${month}/${year}; kiểm tra lại ngày, tháng và năm (bốn chữ số).`,
      where,
    ),
    ...checkZeros(day, month, where),
  ];
}

function checkZeros(day: string, month: string, where: readonly Line[]): Finding[] {
  const rule = decree.dateForm;
  const more = `Chỉ tháng 1, 2 có số 0 phía trước; nên viết “tháng ${Number(month)}”.`;
  return [
    ...faultIf(/^[1-9]$/.test(day), 'day-zero', rule, `Ngày nhỏ hơn 10 thiếu số 0; viết “ngày 0${day}”.`, where),
    ...faultIf(/^[12]$/.test(month), 'month-zero', rule, `Tháng 1, 2 thiếu số 0; viết “tháng 0${month}”.`, where),
    ...(/^0[3-9]$/.test(month) ? [finding('advice', 'month-zero-extra', rule, more, where)] : []),
  ];
}
