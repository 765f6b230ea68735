import { expect, it } from 'vitest';
import { microdataForThisTest } from '../../store/microdata/testing.ts';
import { estimate } from '../estimate.ts';
import { dictionaryOf } from '../testing.ts';

it('takes no code for a share: 88 among 0 and 1 is refused until it is declared to be no answer', async () => {
  const { scan } = await microdataForThisTest(
    'SELECT i % 8 AS x, CASE WHEN i % 10 = 0 THEN 88 ELSE i % 2 END AS q FROM range(80) AS t(i)',
  );
  const dictionary = dictionaryOf({ x: 'integer', q: 'integer' }, 80);
  const design = { stages: [{ unit: 'x' }], weight: null };
  const request = { of: [{ kind: 'proportion' as const, of: 'q' }], by: [] };
  await expect(estimate({ design, request, dictionary }, scan)).rejects.toThrow('khác 0 và 1');
  const declared = dictionary.variables.map((one) => ({ ...one, missing: [{ code: '88', label: 'Không biết' }] }));
  const { rows } = await estimate({ design, request, dictionary: { ...dictionary, variables: declared } }, scan);
  expect(rows[0]?.estimate).toBeCloseTo(40 / 72, 12);
});
