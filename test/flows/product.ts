import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { buildServer, type ServerOptions } from '../../src/api/server.ts';
import { testReader } from '../../src/platform/reader/testing.ts';
import { buildWeb, needsBuild, webFolder } from '../../src/platform/web-build.ts';
import { type TestDatabase, testDatabase } from '../../src/store/testing.ts';

/** The whole product on a free port of this machine: built web app, API, a database of its own. */
export type Product = { address: string; database: TestDatabase; home: string; close: () => Promise<void> };

export async function openProduct(options: Partial<ServerOptions> = {}): Promise<Product> {
  if (await needsBuild()) await buildWeb();
  const database = await testDatabase();
  const home = await mkdtemp(join(tmpdir(), 'thang-flow-'));
  const usual = { db: database.db, home, demo: true, webRoot: webFolder, patience: 20_000 };
  const reading = options.reading ? {} : { reader: testReader() };
  const app = await buildServer({ ...usual, ...reading, ...options });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    database,
    home,
    close: async () => {
      await app.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Drops a file on the page as a hand with a mouse would. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64 ?? ''), (c) => c.charCodeAt(0))], name ?? ''));
      return data;
    },
    [name, base64],
  );
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('main', event, { dataTransfer: transfer });
  }
}

/** What axe finds that is serious or worse, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  // Only what is wrong is gathered and sent back: what is right is many times more.
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))`,
  )) as Pick<AxeResults, 'violations'>;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' · ')}`);
}
