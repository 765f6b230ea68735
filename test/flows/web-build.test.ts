import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildWeb, needsBuild, webFolder } from '../../src/platform/web-build.ts';

it('the browser app is built as its users get it, by the test runner too, and knows what it was built from', async () => {
  if (await needsBuild()) await buildWeb();
  const folder = join(webFolder, 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const slow = scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('jsxDEV'));
  expect({ any: scripts.length > 0, slow }).toEqual({ any: true, slow: [] });
  const { beyond } = JSON.parse(readFileSync(join(webFolder, '.sources.json'), 'utf8'));
  expect(beyond).toContain('src/report/rules.ts');
  expect(beyond).toContain('src/assignment/fold.ts');
});
