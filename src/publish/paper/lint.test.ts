import { describe, expect, it } from 'vitest';
import { lint } from '../lint/lint.ts';
import { type Paper, paperTypes } from './model.ts';
import { day, draft, paper } from './testing.ts';
import { writeDocx } from './write-docx.ts';

const check = async (one: Paper) => lint(await writeDocx(one, day), { name: 'x.docx' });
const letter: Paper = {
  ...paper,
  type: 'Công văn',
  symbol: 'UBND-NC',
  number: '21/UBND-NC',
  addressees: ['Sở Y tế', 'Sở Tài chính'],
  bases: [],
  recipients: ['Như trên', 'Lưu: VT, NC'],
};

describe('what we write is set as the decree asks', () => {
  it('as a plan with appendices, grounds and all three levels of clauses', async () => {
    expect(await check(paper)).toMatchObject({ type: 'Kế hoạch', passes: true, findings: [] });
  });

  it('as an official letter to one and to several', async () => {
    expect(await check(letter)).toMatchObject({ type: 'Công văn', passes: true, findings: [] });
    expect(await check({ ...letter, addressees: ['Sở Y tế'] })).toMatchObject({ passes: true, findings: [] });
  });

  it('with a superior body above the issuer', async () => {
    expect(await check({ ...paper, superior: 'Ủy ban nhân dân tỉnh Minh Hà', issuer: 'Sở Nội vụ' })).toMatchObject({
      findings: [],
    });
  });

  it('as a draft: what is still open is said and fails nothing', async () => {
    const { passes, findings } = await check(draft);
    expect(passes).toBe(true);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['open']));
  });

  it('knows the 29 types of the decree', () => {
    expect([paperTypes.length, new Set(paperTypes).size]).toEqual([29, 29]);
  });
});
