import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { digestLetter, nudgeLetter, oversightLetter } from './letter.ts';

const day = (text: string): PlainDate => text as PlainDate;

describe('letters', () => {
  const line = {
    ...{ step: 'one' as const, due: day('2026-03-13'), text: '- Niêm yết công khai;\nthu, chi.' },
    ...{ agency: 'UBND xã Tân Lập', plan: '12/KH-UBND' },
  };
  const words = { to: 'Lê Văn An', today: day('2026-03-12'), address: 'https://thang.example' };

  it('say first what is overdue, how long is left, and where to go', () => {
    const late = { ...line, step: 'overdue' as const, due: day('2026-03-10'), text: 'Báo cáo quý I' };
    const { subject, text } = digestLetter({ ...words, lines: [line, late] });
    expect(subject).toBe('Thang: 1 việc quá hạn, 1 việc sắp đến hạn');
    expect(text.split('\n')).toEqual([
      ...['Kính gửi Lê Văn An,', '', 'Quá hạn (1 việc):'],
      '- Báo cáo quý I (UBND xã Tân Lập, 12/KH-UBND). Hạn 10/03/2026, quá hạn 2 ngày.',
      ...['', 'Nhắc lần cuối trước hạn (1 việc):'],
      '- Niêm yết công khai; thu, chi (UBND xã Tân Lập, 12/KH-UBND). Hạn 13/03/2026, còn 1 ngày.',
      ...['', 'Mở Thang để cập nhật: https://thang.example/thong-bao', ''],
      'Muốn không nhận thư, hãy tắt ở mục “Thông báo” của Thang.',
    ]);
  });

  it('carry what others did beside what is due, each with what they wrote and what it is about', () => {
    const from = { from: 'Vũ Thị Lan', fromUnit: 'Sở Nội vụ', agency: '', answerBy: null };
    const back = {
      ...from,
      kind: 'returned' as const,
      note: 'Thiếu\nphụ lục.',
      lines: [{ ...line, step: 'news' as const }],
    };
    const waits = { ...line, step: 'news' as const, due: null };
    const asked = {
      ...from,
      kind: 'difficulty-sent' as const,
      note: 'Chưa có mẫu',
      lines: [],
      agency: 'UBND xã An Phú',
    };
    const news = [back, { ...back, kind: 'handed-on' as const, note: null, lines: [waits] }];
    const { subject, text } = digestLetter({
      ...words,
      lines: [line],
      news: [...news, { ...asked, answerBy: day('2026-03-20') }],
    });
    expect(subject).toBe('Thang: 1 việc sắp đến hạn, 1 việc bị trả lại, 1 việc được chuyển đến, 1 vướng mắc gửi đến');
    expect(text).toContain('Vũ Thị Lan (Sở Nội vụ) trả lại 1 việc: “Thiếu phụ lục”:\n- Niêm yết công khai; thu, chi (');
    expect(text).toContain(
      'chuyển 1 việc cho đồng chí:\n- Niêm yết công khai; thu, chi (UBND xã Tân Lập, 12/KH-UBND). Chờ ngày',
    );
    expect(text).toContain('gửi vướng mắc của UBND xã An Phú: “Chưa có mẫu”. Mong trả lời chậm nhất ngày 20/03/2026.');
    expect(digestLetter({ ...words, lines: [], news: [back] }).subject).toBe('Thang: 1 việc bị trả lại');
  });

  it('of a long list name the nearest days and count the rest', () => {
    const { text } = digestLetter({ ...words, address: null, lines: Array.from({ length: 18 }, () => line) });
    expect(text).toContain('- và 3 việc khác');
    expect(text).not.toContain('http');
  });

  it('of a monitor carry what they wrote', () => {
    const note = 'Mẫu biểu số 2 kèm theo công văn 15.';
    const from = { from: 'Vũ Thị Lan', fromUnit: 'Văn phòng UBND tỉnh', note };
    const { subject, text } = nudgeLetter({ ...words, ...from, lines: [{ ...line, step: 'nudge' }] });
    expect(subject).toBe('Thang: Văn phòng UBND tỉnh nhắc 1 việc');
    expect(text).toContain('Vũ Thị Lan (Văn phòng UBND tỉnh) nhắc đồng chí 1 việc:');
    expect(text).toContain(`Hướng dẫn kèm theo:\n${note}`);
  });

  it('of oversight say who recommends what to whom, by when, and open at the entry', () => {
    const about = { agency: 'UBND xã Tân Lập', note: 'Niêm yết lại danh sách', wishedBy: day('2026-03-30'), id: 'o1' };
    const from = { from: 'Hoàng Thị Yến', fromUnit: 'Ủy ban MTTQ tỉnh' };
    const recommended = oversightLetter({ ...words, ...from, ...about, kind: 'recommended' });
    expect(recommended.subject).toBe('Thang: UBND xã Tân Lập, kiến nghị sau giám sát');
    expect(recommended.text.split('\n\n')).toEqual([
      'Kính gửi Lê Văn An,',
      'Hoàng Thị Yến (Ủy ban MTTQ tỉnh) ghi nhận giám sát và kiến nghị, về UBND xã Tân Lập:\nNiêm yết lại danh sách',
      'Mong được trả lời chậm nhất ngày 30/03/2026.',
      'Mở Thang để cập nhật: https://thang.example/giam-sat?xem=o1',
      'Muốn không nhận thư, hãy tắt ở mục “Thông báo” của Thang.',
    ]);
    const answered = oversightLetter({ ...words, ...from, ...about, kind: 'answered', address: null, note: null });
    expect(answered.text).toContain('đã trả lời kiến nghị sau giám sát, về UBND xã Tân Lập.');
    expect(answered.text).not.toContain('Mong được');
  });
});
