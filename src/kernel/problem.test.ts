import { describe, expect, it } from 'vitest';
import { catalogue, Problem } from './problem.ts';

describe('a problem', () => {
  it('is a document of RFC 9457 with a stable code and a Vietnamese sentence', () => {
    const problem = new Problem('file-too-large', { name: 'KH.docx', size: 62_914_560, limit: 52_428_800 });
    expect(problem.toDocument()).toEqual({
      type: '/van-de/file-too-large',
      title: 'Tệp quá lớn',
      status: 413,
      detail: problem.message,
      code: 'file-too-large',
      name: 'KH.docx',
      size: 62_914_560,
      limit: 52_428_800,
    });
    expect(problem.message).toContain('“KH.docx” (60 MB) vượt giới hạn 50 MB');
  });

  it.each(Object.keys(catalogue))('%s has a title, a status and a code fit for an address', (code) => {
    const { status, title } = catalogue[code as keyof typeof catalogue];
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).not.toBe('');
    expect(status).toBeGreaterThanOrEqual(400);
  });
});
