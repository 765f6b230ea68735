import { expect, it } from 'vitest';
import { dropOnMachine, keepOnMachine, listOnMachine } from './kept-files.ts';

const file = new File(['ảnh'], 'bang-tin.jpg');
const one = (id: string, box = 'an f') => ({ id, box, about: { piece: id }, file });

it('keeps files for as long as the page where the browser keeps nothing, says so, and gives each box its own in order', async () => {
  expect(await keepOnMachine(one('b'))).toBe(false);
  await keepOnMachine(one('a'));
  await keepOnMachine(one('c', 'hoa f'));
  expect((await listOnMachine('an f')).map(({ id }) => id)).toEqual(['a', 'b']);
  await dropOnMachine('a');
  await dropOnMachine('không có');
  expect(await listOnMachine('an f')).toEqual([one('b')]);
  expect(await listOnMachine('lan f')).toEqual([]);
});
