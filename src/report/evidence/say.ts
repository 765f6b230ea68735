import { sayNumber } from '../../kernel/number.ts';
import { sayDay } from '../../kernel/plain-date.ts';
import type { Evidence } from './model.ts';

/** A piece of evidence in a line, as a report cites it: "12/BB-UBND ngày 06/05/2026: Biên bản niêm yết". */
export function sayEvidence(one: Evidence): string {
  switch (one.kind) {
    case 'document': {
      const head = [one.number, on(one.day), one.issuer && `của ${one.issuer}`].filter(Boolean).join(' ');
      return head === '' ? one.subject : `${head}: ${one.subject}`;
    }
    case 'page':
      return `${one.title ?? one.address}${bracketed(one.day && `đăng ${sayDay(one.day)}`)}`;
    case 'broadcast':
      return `${one.station}, ${span(one.from, one.to)}${counted(one.count, 'lượt phát')}`;
    case 'media':
      return `${one.subject}${bracketed([one.place, one.day && sayDay(one.day)].filter(Boolean).join(', '))}`;
    case 'training':
      return `${one.topic}, ${on(one.day)}${counted(one.classes, 'lớp')}${shared(one.participants, one.of, 'người dự')}`;
    case 'meeting':
      return `${one.subject}, ${on(one.day)}${counted(one.participants, 'người dự')}${answered(one.asked, one.answered)}`;
    case 'inspection':
      return `${one.by} kiểm tra ${on(one.day)}${shared(one.remedied, one.findings, 'tồn tại đã khắc phục')}`;
    case 'disclosure':
      return `${one.what} tại ${one.where}, ${span(one.from, one.to)}`;
  }
}

const on = (day: string | null): string => (day === null ? '' : `ngày ${sayDay(day)}`);
const bracketed = (text: string | null): string => (text ? ` (${text})` : '');
const span = (from: string, to: string | null): string =>
  to === null || to === from ? on(from) : `từ ${sayDay(from)} đến ${sayDay(to)}`;
const counted = (value: number | null, unit: string): string => (value === null ? '' : `, ${sayNumber(value)} ${unit}`);

function shared(part: number | null, whole: number | null, unit: string): string {
  if (part === null) return '';
  return `, ${sayNumber(part)}${whole === null ? '' : `/${sayNumber(whole)}`} ${unit}`;
}

function answered(asked: number | null, given: number | null): string {
  if (asked === null) return counted(given, 'ý kiến đã trả lời');
  return given === null ? counted(asked, 'ý kiến') : `, trả lời ${sayNumber(given)}/${sayNumber(asked)} ý kiến`;
}
