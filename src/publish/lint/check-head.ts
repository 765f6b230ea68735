import { decree, type PartName } from './decree.ts';
import type { Head } from './find-head.ts';
import { faultAt, faultIf, finding } from './found.ts';
import { isCapital, type Line } from './lines.ts';
import type { Finding } from './model.ts';

const missing: [name: PartName & keyof Head, rule: string, message: string][] = [
  [
    'nationalTitle',
    'national-title',
    'Chưa có Quốc hiệu; thêm “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” ở phía trên, bên phải trang đầu.',
  ],
  ['motto', 'motto', 'Chưa có Tiêu ngữ; thêm “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.'],
  ['issuer', 'issuer', 'Chưa có tên cơ quan ban hành; thêm ở phía trên, bên trái trang đầu.'],
  ['number', 'number', 'Chưa có dòng số, ký hiệu; thêm “Số: …/…” dưới tên cơ quan ban hành.'],
  [
    'placeDay',
    'place-day',
    'Chưa có địa danh và thời gian ban hành; thêm “(Địa danh), ngày … tháng … năm …” dưới Tiêu ngữ.',
  ],
];

/** The words of the head: national title, motto and what is missing. */
export function checkHead(head: Head): Finding[] {
  return [
    ...missing.flatMap(([name, rule, message]) =>
      faultIf(head[name].length === 0, rule, decree.parts[name], message, []),
    ),
    ...checkNationalTitle(head),
    ...checkMotto(head.motto),
  ];
}

/** "HÒA" and "HOÀ" are one word spelt two ways. */
const spelt = (words: string): string => words.toLocaleUpperCase('vi').replace('HOÀ', 'HÒA');

function checkNationalTitle({ nationalTitle, number }: Head): Finding[] {
  const rule = decree.parts.nationalTitle;
  const across = nationalTitle.some(
    ({ cell, side }) => cell && side === 'left' && number.some((one) => one.side === 'right'),
  );
  return [
    ...faultAt(
      'national-title-text',
      rule,
      `Quốc hiệu sai chữ; gõ lại “${rule.text}”.`,
      nationalTitle.filter(({ words }) => spelt(words) !== rule.text),
    ),
    ...faultIf(
      across,
      'national-title-place',
      rule,
      'Quốc hiệu ở bên trái; chuyển sang bên phải trang đầu.',
      nationalTitle,
    ),
  ];
}

function checkMotto(motto: readonly Line[]): Finding[] {
  const rule = decree.parts.motto;
  const plain = (words: string): string => words.replace(/[–—]/g, '-');
  const wrong = motto.filter((line) => !isCapital(line) && plain(line.words) !== rule.text);
  const dashed = motto.filter(({ words }) => words !== rule.text && plain(words) === rule.text);
  const message = `Tiêu ngữ sai chữ, dấu gạch nối hoặc cách chữ; gõ lại “${rule.text}”.`;
  const dash = 'Giữa các cụm từ là dấu gạch dài do Word tự đổi; nên gõ lại dấu gạch nối (-).';
  return [
    ...faultAt('motto-text', rule, message, wrong),
    ...(dashed.length > 0 ? [finding('advice', 'motto-dash', rule, dash, dashed)] : []),
  ];
}
