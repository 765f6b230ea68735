import { decree } from './decree.ts';
import type { Parts } from './find-parts.ts';
import { faultAt, faultIf, finding } from './found.ts';
import type { Line } from './lines.ts';
import type { Finding } from './model.ts';

const { parts } = decree;

/** Recipients and signature. A draft may have no name yet. */
export const checkClosing = (all: Parts): Finding[] => [...checkRecipients(all), ...checkSignature(all)];

function checkRecipients({ closing: { recipientsHead, recipients }, addressee, letter, title }: Parts): Finding[] {
  const missing = 'Chưa có “Nơi nhận:”; thêm ở cuối văn bản, bên trái, ngang với quyền hạn người ký.';
  if (recipientsHead.length === 0) return [finding('fault', 'recipients', parts.recipientsHead, missing, [])];
  const last = recipients.at(-1);
  const others = recipients.filter((line) => line !== last);
  const above = addressee.length > 0 && (letter || ['Tờ trình', 'Báo cáo'].includes(title.name ?? ''));
  const rule = parts.recipients;
  const ended = others.filter(({ words }) => !/[;,:]$/.test(words));
  return [
    ...faultIf(
      !/^Nơi nhận\s*:$/iu.test(recipientsHead[0]?.words ?? ''),
      'recipients-colon',
      parts.recipientsHead,
      'Sau “Nơi nhận” cần dấu hai chấm, trên một dòng riêng.',
      recipientsHead,
    ),
    ...faultAt(
      'recipients-dash',
      rule,
      'Đầu mỗi dòng nơi nhận thiếu gạch đầu dòng (-).',
      recipients.filter(({ words, listed }) => !listed && !/^[-–]/.test(words)),
    ),
    ...faultAt('recipients-punctuation', rule, 'Cuối mỗi dòng nơi nhận là dấu chấm phẩy (;).', ended),
    ...checkFiled(last, recipientsHead),
    ...faultIf(
      above && recipients.length > 0 && !/^\W*nhu tren\b/.test(recipients[0]?.folded ?? ''),
      'recipients-above',
      decree.addressed,
      'Văn bản có “Kính gửi” thì dòng đầu của Nơi nhận là “- Như trên;”.',
      recipients.slice(0, 1),
    ),
  ];
}

/** The last line says where it is filed: "- Lưu: VT, NV.". */
function checkFiled(last: Line | undefined, head: readonly Line[]): Finding[] {
  const rule = parts.recipients;
  const words = last?.words ?? '';
  const where = last ? [last] : head;
  if (!/^[-–\s]*Lưu\s*:?\s*VT\b/iu.test(words)) {
    const message = 'Dòng cuối của Nơi nhận chưa phải dòng lưu; thêm “- Lưu: VT, (đơn vị soạn thảo).”';
    return [finding('fault', 'recipients-filed', rule, message, where)];
  }
  const form = !/^[-–\s]*Lưu\s*:/u.test(words) || !/\.$/.test(words);
  if (form)
    return [
      finding(
        'fault',
        'recipients-filed-form',
        rule,
        'Dòng lưu viết “- Lưu: VT, (đơn vị soạn thảo).”, có dấu hai chấm sau “Lưu” và dấu chấm ở cuối.',
        where,
      ),
    ];
  if (/VT\s*,/.test(words)) return [];
  return [
    finding(
      'advice',
      'recipients-filed-unit',
      rule,
      'Sau “VT” nên có dấu phẩy và chữ viết tắt đơn vị soạn thảo.',
      where,
    ),
  ];
}

/** For whom one signs wants one's own office below. */
const forOthers = /^(?:tm|kt|tl|tuq)\s*\./;

function checkSignature({ closing: { signerTitle, signerName } }: Parts): Finding[] {
  const missing =
    'Chưa có quyền hạn, chức vụ người ký; thêm ở cuối văn bản, bên phải (TM., KT., TL., TUQ., Q. nếu có).';
  if (signerTitle.length === 0) return [finding('fault', 'signer-title', parts.signerTitle, missing, [])];
  const misspelt = signerTitle.filter(
    ({ folded }) => /^(?:t\/?m|k\/?t|t\/?l|t\/?u\/?q|q)\b/.test(folded) && !/^(?:tm|kt|tl|tuq|q)\./.test(folded),
  );
  const [first] = signerTitle;
  const alone = signerTitle.length === 1 && forOthers.test(first?.folded ?? '');
  return [
    ...faultAt(
      'authority-form',
      decree.authority,
      `Quyền hạn viết sai; dùng ${decree.authority.marks.map((one) => `“${one}”`).join(', ')}.`,
      misspelt,
    ),
    ...faultIf(
      alone,
      'signer-office',
      decree.authority,
      'Dưới quyền hạn chưa có chức vụ của người ký viết in hoa; thêm một dòng, ví dụ “PHÓ CHỦ TỊCH”.',
      signerTitle,
    ),
    ...checkName(signerName, signerTitle),
  ];
}

const degree = /^(?:GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ)\s*\.?\s/u;

function checkName(name: readonly Line[], title: readonly Line[]): Finding[] {
  if (name.length === 0) {
    const message = 'Chưa có họ tên người ký; điền trước khi trình ký.';
    return [finding('open', 'signer-name-open', parts.signerName, message, title.slice(-1))];
  }
  if (!name.some(({ words }) => degree.test(words))) return [];
  const message = 'Trước họ tên có học hàm, học vị; bỏ đi (trừ đơn vị vũ trang, sự nghiệp giáo dục, y tế, khoa học).';
  return [finding('advice', 'signer-degree', decree.degree, message, name)];
}
