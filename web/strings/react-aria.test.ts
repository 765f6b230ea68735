import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { messages } from './react-aria.ts';

const english = async (): Promise<Record<string, Record<string, unknown>>> => {
  const root = dirname(createRequire(import.meta.url).resolve('react-aria-components/package.json'));
  const file = (await import(pathToFileURL(join(root, 'i18n/en-US.mjs')).href)) as { default: never };
  return file.default;
};

it('says everything React Aria can say in Vietnamese', async () => {
  const missing = Object.entries(await english()).flatMap(([part, strings]) =>
    Object.keys(strings)
      .filter((key) => messages[part]?.[key] === undefined)
      .map((key) => `${part} ${key}`),
  );
  expect(missing).toEqual([]);
});

it('leaves no English message in place', async () => {
  const same = Object.entries(await english()).flatMap(([part, strings]) =>
    Object.entries(strings).filter(([key, text]) => typeof text === 'string' && messages[part]?.[key] === text),
  );
  expect(same).toEqual([]);
});
