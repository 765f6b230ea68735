import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product } from './product.ts';

/** More tasks than one page of the list holds, in a browser: files and filters look at all of them. */
let browser: Browser;
let product: Product;
let there: Province;
let focal: string;
let auditor: string;

const many = 205;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const tasks = Array.from({ length: many }, (_, at) => ({
    ...{ id: `t${at}`, text: `Việc số ${at + 1}`, implement: ['UBND xã Tân Lập'] },
    // All but the last were due long ago.
    schedule: { kind: 'deadline', by: at + 1 < many ? '2026-01-20' : '2099-12-15' } as const,
  }));
  await issue(there, await confirmed(there, tasks));
  focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
  auditor = await sessionOf(there, 'Bùi Thị Yến', 'auditor', null);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe('many tasks that were given out', { timeout: 120_000 }, () => {
  it('are narrowed down over all of them, and saved whole', async () => {
    const page = await openPageAs({ browser, product }, focal, '/giao-viec?ky=2026');
    await page.getByText(`200 trong ${many} nhiệm vụ`).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(many + 1);
    expect(lines.at(-1)).toContain(`Việc số ${many}`);
    await page.goto(`${product.address}/giao-viec?ky=2026&tinh-trang=qua-han`);
    await page.getByRole('button', { name: `Việc số ${many - 1} ` }).waitFor();
    expect(await page.getByRole('button', { name: 'Xem thêm nhiệm vụ' }).count()).toBe(0);
    await page.close();
  });

  it('offer nobody what they may not do', async () => {
    const page = await openPageAs({ browser, product }, auditor, '/giao-viec?ky=2026');
    await page.getByRole('button', { name: /Việc số 1 / }).click();
    await page.getByRole('button', { name: 'Chọn cả 1 việc' }).click();
    await page.getByText('Đã chọn 1 việc').waitFor();
    for (const name of [/^Nhắc/, /^Gia hạn/, /^Chuyển cơ quan/, /^Hủy/])
      expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
    await page.close();
  });
});
