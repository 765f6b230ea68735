import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { dropFile, openProduct, type Product, seriousFindings } from './product.ts';
import { makeSlowReader, type SlowReader } from './slow-reader.ts';

/** A scan of many pages takes minutes: the officer sees it move, may go elsewhere, and may stop it. */
let browser: Browser;
let product: Product;
let reader: SlowReader;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-slow-'));
  reader = await makeSlowReader(folder);
  const reading = { program: reader.program };
  [browser, product] = await Promise.all([openBrowser(), openProduct({ reading, patience: 200 })]);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => reader.say(''));

async function send(name: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${product.address}/ke-hoach`);
  await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
  await dropFile(page, name, Buffer.from('KẾ HOẠCH'));
  await page.getByRole('button', { name: `Dừng đọc ${name}` }).waitFor();
  return page;
}

describe('a long reading', () => {
  it('says how far it is, goes on through a reload, and becomes a plan', async () => {
    const page = await send('bản quét.txt');
    await reader.say('recognise 3 12');
    await page.getByText('Đã nhận dạng chữ 3/12 trang').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.getByText('Đã nhận dạng chữ 3/12 trang').waitFor();
    await reader.say('recognise 12 12');
    await page.getByText('Đã nhận dạng xong').waitFor();
    await reader.say('go');
    await page.getByRole('link', { name: 'Rà soát', exact: true }).click();
    await page.getByRole('heading', { name: 'Rà soát: bản quét.txt' }).waitFor();
    await page.context().close();
  });

  it('is stopped by one press: nothing of it is left, here or at the server', async () => {
    const page = await send('nhầm tệp.txt');
    await reader.say('recognise 1 90');
    await page.getByText('1/90 trang').waitFor();
    await page.getByRole('button', { name: 'Dừng đọc nhầm tệp.txt' }).click();
    await page.getByText('nhầm tệp.txt').waitFor({ state: 'detached' });
    const atServer = async () => {
      const { intakes } = await (await page.request.get(`${product.address}/api/intakes`)).json();
      return intakes.filter(({ fileName }: { fileName: string }) => fileName === 'nhầm tệp.txt');
    };
    await expect.poll(atServer).toMatchObject([{ state: 'cancelled', planId: null }]);
    await page.reload();
    await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('nhầm tệp.txt').count()).toBe(0);
    await page.context().close();
  });
});
