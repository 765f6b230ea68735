import { describe, expect, it } from 'vitest';
import type { EvidencePlace } from '../../../src/report/evidence/views.ts';
import { findWrong, mostOf, nothingTyped, pieceOf, placeFor, withFile } from './typed.ts';

describe('what is typed about a piece of evidence', () => {
  it('is no piece while something it must state is missing', () => {
    expect(pieceOf(nothingTyped)).toBeUndefined();
    expect(pieceOf({ kind: 'training', values: { topic: 'PAPI' } })).toBeUndefined();
  });

  it('states what was typed, and nothing of what was left empty', () => {
    const values = { topic: ' PAPI ', day: '2026-05-06', participants: '1.045', of: '', classes: ' ' };
    expect(pieceOf({ kind: 'training', values })).toEqual({
      ...{ kind: 'training', topic: 'PAPI', day: '2026-05-06', participants: 1045, of: null, classes: null },
    });
    expect(pieceOf({ kind: 'training', values: { ...values, participants: 'nhiều' } })).toBeUndefined();
  });

  it('is told by the field that is to be mended', () => {
    expect(findWrong(nothingTyped)).toContain('“Trích yếu”');
    expect(findWrong({ kind: 'training', values: { topic: 'PAPI' } })).toContain('“Ngày tổ chức”');
    const values = { topic: 'PAPI', day: '2026-05-06', participants: 'nhiều' };
    expect(findWrong({ kind: 'training', values })).toContain('“Số người dự” phải là một số');
    expect(findWrong({ kind: 'training', values: { ...values, participants: '1.045' } })).toBeUndefined();
  });

  it('begins from a file that was chosen, unless somebody has typed already', () => {
    const photo = { name: 'IMG_001.jpg', type: 'image/jpeg' };
    expect(withFile(nothingTyped, photo)).toEqual({ kind: 'media', values: {} });
    const paper = { name: 'Biên_bản-niêm yết.pdf', type: 'application/pdf' };
    expect(withFile(nothingTyped, paper)).toEqual({ kind: 'document', values: { subject: 'Biên bản niêm yết' } });
    const typed = { kind: 'meeting' as const, values: { subject: 'Đối thoại' } };
    expect(withFile(typed, photo)).toBe(typed);
    expect([mostOf(photo), mostOf(paper)]).toEqual([200 * 1_048_576, 50 * 1_048_576]);
  });
});

describe('the day of work a piece is put to', () => {
  const place = (occurrenceId: string, due: string | null, itemId = 'a'): EvidencePlace => ({
    ...{ occurrenceId, itemId, due, text: '', period: null, status: 'open' },
  });
  const places = [
    place('q1', '2026-03-15'),
    place('q2', '2026-06-15'),
    place('q3', '2026-09-15'),
    place('x', null, 'b'),
  ];

  it('is the last one due in the period, else the first, else none', () => {
    expect(placeFor(places, 'a', '2026-06-30')?.occurrenceId).toBe('q2');
    expect(placeFor(places, 'a', '2026-01-31')?.occurrenceId).toBe('q1');
    expect(placeFor(places, 'b', '2026-06-30')?.occurrenceId).toBe('x');
    expect(placeFor(places, 'c', '2026-06-30')).toBeUndefined();
  });
});
