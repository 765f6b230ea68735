import { describe, expect, it } from 'vitest';
import type { EstimateRequest, Variable } from '../../../src/survey/model.ts';
import { readAsk, writeAsk } from './ask.ts';
import { readSurveySearch } from './search.ts';

const variables = ['q1', 'xã*/=;|@', 'gioi', 'w'].map(
  (name): Variable => ({ name, label: null, type: 'integer', choices: [], missing: [] }),
);
const asked: EstimateRequest = {
  of: [
    { kind: 'mean', of: 'q1' },
    { kind: 'proportion', of: 'xã*/=;|@', is: '1;=|2' },
    { kind: 'proportion', of: 'gioi' },
    { kind: 'ratio', of: 'w', to: 'xã*/=;|@' },
    { kind: 'quantile', of: 'q1', at: 0.5 },
    { kind: 'total', of: 'w' },
  ],
  by: [[], ['gioi', 'xã*/=;|@']],
  only: { gioi: ['1', '2|;'] },
  method: { kind: 'bootstrap', replicates: 500, seed: 20_260_101 },
  interval: 'beta',
  level: 0.9,
};

describe('what is asked of a survey, in the address', () => {
  it('comes back as it was, whatever the columns are called', () => {
    const search = writeAsk(asked);
    expect(readAsk(search, variables)).toEqual(asked);
    const address = new URLSearchParams(search as Record<string, string>).toString();
    const typed = readSurveySearch(Object.fromEntries(new URLSearchParams(address)));
    expect(readAsk(typed, variables)).toEqual(asked);
  });

  it('says nothing of what is usual', () => {
    const usual: EstimateRequest = { of: [{ kind: 'mean', of: 'q1' }], by: [[]], level: 0.95, interval: 'logit' };
    expect(writeAsk(usual)).toEqual({ tinh: 'tb:q1' });
  });

  it('leaves out what the survey does not have, and what nobody can read', () => {
    const search = {
      tinh: 'tb:gone;zz:q1;ts:q1;pv:q1@7;tb:%E0%A4%A;tg:w',
      nhom: 'gone*gioi',
      loc: 'gone=1;gioi=',
      muc: '42',
    };
    expect(readAsk(search, variables)).toEqual({ of: [{ kind: 'total', of: 'w' }], by: [[], ['gioi']] });
  });
});
