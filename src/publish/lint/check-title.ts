import { decree } from './decree.ts';
import type { Parts } from './find-parts.ts';
import { faultIf } from './found.ts';
import type { Finding } from './model.ts';

const { parts } = decree;

/** Kind and subject, or what stands for them in a letter: that they are there. */
export function checkTitle({ title, letter, head, addressee, appendices, lines, mainEnd }: Parts): Finding[] {
  const named = title.type.length > 0;
  const unnamed = !named && !letter;
  const asked = letter || decree.addressed.types.includes(title.name ?? '');
  const pointed = lines.slice(0, mainEnd).some(({ folded }) => folded.includes('phu luc'));
  const several = addressee.slice(1);
  return [
    ...faultIf(
      unnamed,
      'type',
      parts.type,
      'Không thấy tên loại văn bản trên một dòng riêng; thêm “KẾ HOẠCH”, “QUYẾT ĐỊNH” … (công văn thì thêm “V/v …” và “Kính gửi”).',
      [],
    ),
    ...faultIf(
      named && title.subject.length === 0,
      'subject',
      parts.subject,
      'Chưa có trích yếu nội dung; thêm ngay dưới tên loại, canh giữa, đậm.',
      title.type,
    ),
    ...faultIf(
      letter && head.letterSubject.length === 0,
      'letter-subject',
      parts.letterSubject,
      'Công văn chưa có trích yếu; thêm “V/v …” dưới số, ký hiệu.',
      [],
    ),
    ...faultIf(
      asked && addressee.length === 0,
      'addressee',
      decree.addressed,
      'Chưa có “Kính gửi”; thêm tên nơi trực tiếp giải quyết trước nội dung.',
      [],
    ),
    ...faultIf(
      addressee.length > 0 && !/^kính gửi\s*:/iu.test(addressee[0]?.words ?? ''),
      'addressee-colon',
      parts.addressee,
      'Sau “Kính gửi” thiếu dấu hai chấm.',
      addressee.slice(0, 1),
    ),
    ...faultIf(
      several.some(({ words }, at) => !words.endsWith(at + 1 === several.length ? '.' : ';')),
      'addressee-punctuation',
      parts.addressee,
      'Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.',
      several,
    ),
    ...faultIf(
      appendices.length > 0 && !pointed,
      'appendix-pointed',
      decree.numerals,
      'Có phụ lục nhưng trong văn bản chưa có chỉ dẫn; thêm, ví dụ “(chi tiết tại Phụ lục kèm theo)”.',
      appendices.map((one) => one.head),
    ),
  ];
}
