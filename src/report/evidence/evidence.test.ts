import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { refuseEvidence } from './check.ts';
import { safeName } from './file-types.ts';
import { Evidence, evidenceKinds } from './model.ts';
import { sayEvidence } from './say.ts';
import { sumEvidence } from './sum.ts';
import { fieldsOf } from './words.ts';

const today = '2026-06-10' as PlainDate;
const document: Evidence = {
  ...{ kind: 'document', subject: 'Biên bản niêm yết', number: '12/BB-UBND', day: '2026-05-06' },
  issuer: 'UBND xã Tân Lập',
};
const training: Evidence = {
  ...{ kind: 'training', topic: 'Tập huấn PAPI', day: '2026-05-06', classes: 2, participants: 45, of: 60 },
};
const meeting: Evidence = {
  ...{ kind: 'meeting', subject: 'Đối thoại với dân', day: '2026-05-06', minutes: null, participants: null },
  ...{ asked: 9, answered: 7 },
};
const broadcast: Evidence = {
  ...{ kind: 'broadcast', station: 'Đài xã', from: '2026-05-01', to: '2026-05-31', times: null, count: 62 },
};
const page: Evidence = { kind: 'page', address: 'https://tanlap.gov.vn/a', title: null, day: null, snapshot: null };
const inspection: Evidence = {
  ...{ kind: 'inspection', by: 'Sở Nội vụ', day: '2026-05-06', record: null, findings: 4, remedied: 3 },
};
const disclosure: Evidence = {
  ...{ kind: 'disclosure', what: 'Thu, chi ngân sách', where: 'nhà văn hóa thôn', from: '2026-05-01', to: null },
};
const media: Evidence = { kind: 'media', subject: 'Bảng niêm yết', day: '2026-05-06', place: 'thôn 3' };

describe('a piece of evidence', () => {
  it.each([document, training, meeting, broadcast, page, inspection, disclosure, media])(
    '$kind has its schema',
    (one) => {
      expect(Value.Check(Evidence, one)).toBe(true);
      expect(Value.Check(Evidence, { ...one, more: 1 })).toBe(false);
      expect(refuseEvidence(one, today)).toBeUndefined();
    },
  );

  it('is asked for by every field its schema has', () => {
    for (const one of [document, training, meeting, broadcast, page, inspection, disclosure, media]) {
      const { kind, ...fields } = one;
      const names = Object.keys(fields).filter((name) => name !== 'snapshot');
      expect(
        fieldsOf(kind)
          .map(([name]) => name)
          .sort(),
      ).toEqual(names.sort());
    }
    expect(evidenceKinds).toHaveLength(8);
  });

  it.each<[string, Evidence, string]>([
    ['a day to come', { ...document, day: '2026-06-11' } as Evidence, 'day-to-come'],
    ['what has not begun', { ...broadcast, from: '2026-06-11', to: null } as Evidence, 'day-to-come'],
    ['an end before its beginning', { ...disclosure, to: '2026-04-30' } as Evidence, 'to-before-from'],
    ['more answers than questions', { ...meeting, answered: 10 } as Evidence, 'more-answered'],
    ['more who came than there are', { ...training, participants: 61 } as Evidence, 'more-came'],
    ['more remedied than found', { ...inspection, remedied: 5 } as Evidence, 'more-remedied'],
    ['an address that is a program', { ...page, address: 'javascript:alert(1)' } as Evidence, 'no-address'],
  ])('is refused with %s', (_what, one, why) => {
    expect(refuseEvidence(one, today)).toMatchObject({ why });
  });

  it('may be disclosed beyond today, and be of today', () => {
    expect(refuseEvidence({ ...disclosure, to: '2026-12-31' } as Evidence, today)).toBeUndefined();
    expect(refuseEvidence({ ...media, day: today } as Evidence, today)).toBeUndefined();
  });

  it('is said in a line, leaving out what is not stated', () => {
    expect([document, training, meeting, broadcast, page, inspection, disclosure, media].map(sayEvidence)).toEqual([
      '12/BB-UBND ngày 06/05/2026 của UBND xã Tân Lập: Biên bản niêm yết',
      'Tập huấn PAPI, ngày 06/05/2026, 2 lớp, 45/60 người dự',
      'Đối thoại với dân, ngày 06/05/2026, trả lời 7/9 ý kiến',
      'Đài xã, từ 01/05/2026 đến 31/05/2026, 62 lượt phát',
      'https://tanlap.gov.vn/a',
      'Sở Nội vụ kiểm tra ngày 06/05/2026, 3/4 tồn tại đã khắc phục',
      'Thu, chi ngân sách tại nhà văn hóa thôn, ngày 01/05/2026',
      'Bảng niêm yết (thôn 3, 06/05/2026)',
    ]);
  });
});

describe('pieces of evidence together', () => {
  it('sum numbers kind by kind; what no piece states has no sum', () => {
    const other = { ...training, participants: 30, of: null, classes: null } as Evidence;
    expect(sumEvidence([training, meeting, other])).toEqual([
      {
        kind: 'training',
        pieces: 2,
        sums: { participants: { sum: 75, of: 2 }, of: { sum: 60, of: 1 }, classes: { sum: 2, of: 1 } },
      },
      { kind: 'meeting', pieces: 1, sums: { asked: { sum: 9, of: 1 }, answered: { sum: 7, of: 1 } } },
    ]);
    expect(sumEvidence([])).toEqual([]);
  });
});

describe('the name a file is saved under', () => {
  it.each([
    ['biên bản.pdf', 'biên bản.pdf'],
    ['ảnh.pdf.exe', 'ảnh.pdf.exe.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['..', 'tài liệu.pdf'],
    ['a<b>:"|?*.PDF', 'a_b______.PDF'],
    ['.htaccess', 'htaccess.pdf'],
  ])('%s becomes %s', (given, saved) => {
    expect(safeName(given, 'pdf')).toBe(saved);
  });
});
