import { expect, it } from 'vitest';
import { ApiProblem, readProblem, toProblem, unreachable } from './problem.ts';

it('reads a problem of the catalogue as it is', () => {
  const body = JSON.stringify({ code: 'file-empty', title: 'Tệp rỗng', status: 422, detail: 'Hãy mở lại bản gốc.' });
  expect(readProblem(422, body)).toMatchObject({
    code: 'file-empty',
    title: 'Tệp rỗng',
    message: 'Hãy mở lại bản gốc.',
  });
});

it.each(['<html>502 Bad Gateway</html>', '', '{}', 'null', '[]'])('says %j of a proxy in Vietnamese', (body) => {
  const problem = readProblem(502, body);
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ code: 'internal', status: 502 });
  expect(problem.message).toContain('Dữ liệu đã lưu vẫn còn');
});

it('keeps a problem and shows a bug of ours as one', () => {
  const away = unreachable();
  expect(toProblem(away)).toBe(away);
  expect(toProblem(new TypeError('x is undefined')).message).not.toContain('undefined');
});
