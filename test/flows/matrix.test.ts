import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openTab } from './officer.ts';
import { dropFile, openProduct, type Product } from './product.ts';

/** The matrix: an address that can be kept, sent and gone back to; failures that say what to do. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  await confirmSample();
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function openPage(path: string): Promise<Page> {
  const page = await openTab(browser, 'focal');
  await page.goto(`${product.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function confirmSample(): Promise<void> {
  const page = await openPage('/ke-hoach');
  const name = 'hon-suong-2026.docx';
  await dropFile(page, name, readFileSync(join(import.meta.dirname, '..', '..', 'samples', name)));
  await page.getByRole('heading', { name: `Rà soát: ${name}` }).waitFor();
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  const still = page.getByRole('button', { name: 'Vẫn xác nhận' });
  await still
    .or(page.getByRole('heading', { name: 'Ma trận nhiệm vụ' }))
    .first()
    .waitFor();
  if (await still.isVisible()) await still.click();
  await page.getByRole('heading', { name: 'Ma trận nhiệm vụ' }).waitFor();
  await page.close();
}

const figures = async (page: Page): Promise<string> => (await page.locator('.sub').textContent()) ?? '';

describe('the matrix', () => {
  it('keeps its filters in the address, through a reload, Back, and into the exports', async () => {
    const page = await openPage('/nhiem-vu');
    await page.getByRole('button', { name: 'Thời gian', exact: true }).click();
    await page.getByRole('option', { name: /^Thường xuyên/ }).click();
    await page.waitForURL(/thoi-gian=thuong-xuyen/);
    await page.getByText(/\d+ trong \d+ nhiệm vụ/).waitFor();
    const before = await figures(page);
    await page.reload();
    await page.getByText(before, { exact: true }).waitFor();
    for (const words of ['Xuất Excel', 'Xuất CSV'])
      expect(await page.getByRole('link', { name: words }).getAttribute('href')).toContain('schedule=continuous');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await page.goBack();
    await page.getByText(before, { exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('thoi-gian'));
    await page.close();
  });

  it('says what to do when the server does not answer, and tries again', async () => {
    const page = await openPage('/ke-hoach');
    await page.route('**/api/tasks*', (route) => route.abort());
    await page.getByRole('link', { name: 'Ma trận nhiệm vụ' }).click();
    await page.getByText('Chưa kết nối được máy chủ').waitFor();
    await page.unroute('**/api/tasks*');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByText(/^\d+ nhiệm vụ/).waitFor();
    await page.close();
  });
});
