import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** The day of an event, entered once for all who wait for it, in a browser. */
let browser: Browser;
let product: Product;
let there: Province;
let focal: string;
let monitor: string;
let commune: string;

const text = 'Rà soát danh sách cử tri';

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const schedule = { kind: 'event', event: 'Trước bầu cử' } as const;
  const task = { id: 't1', text, lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], monitor: ['Sở Tài chính'] };
  await issue(there, await confirmed(there, [{ ...task, schedule }]));
  focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
  monitor = await sessionOf(there, 'Vũ Thị Lan', 'monitor', there.ids['tai-chinh']);
  commune = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe('the day of an event', { timeout: 120_000 }, () => {
  it('a unit entered itself stays its own when another is entered for all, and that is taken back', async () => {
    const own = await openPageAs({ browser, product }, commune, '/viec-cua-toi');
    await own.locator('.work-text').first().click();
    await own.getByRole('button', { name: 'Nhập ngày', exact: true }).click();
    await own.getByLabel('Phải xong ngày').fill('01/03/2099');
    await own.getByRole('button', { name: 'Ghi ngày' }).click();
    await own.getByText('Đã nhập ngày: phải xong ngày 01/03/2099').waitFor();
    await own.close();
    const page = await openPageAs({ browser, product }, focal, '/giao-viec?ky=2026');
    await page.getByRole('button', { name: new RegExp(text) }).click();
    await page.getByText('“Trước bầu cử”: 2 đơn vị chờ nhập ngày; 1 đơn vị đã có ngày (01/03/2099: 1).').waitFor();
    await page.getByRole('button', { name: 'Nhập ngày cho mọi đơn vị' }).click();
    await page.getByLabel('Phải xong ngày').fill('15/03/2099');
    await page.getByText('2 đơn vị đang chờ phải xong ngày 15/03/2099; 1 đơn vị giữ ngày đã có.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi ngày của sự kiện' }).click();
    await page.getByText('Đã nhập ngày 15/03/2099 cho 2 đơn vị; 1 đơn vị giữ ngày đã có.').waitFor();
    await page.getByText('3 đơn vị đã có ngày (01/03/2099: 1; 15/03/2099: 2)').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('2 đơn vị chờ nhập ngày; 1 đơn vị đã có ngày').waitFor();
    await page.close();
  });

  it('is written over from the page of the task on a phone, where that is asked for', async () => {
    const page = await openPageAs({ browser, product }, focal, '/nhiem-vu', [390, 844]);
    await page.getByRole('link', { name: text }).click();
    await page.getByRole('button', { name: 'Nhập ngày cho mọi đơn vị' }).click();
    await page.getByLabel('Phải xong ngày').fill('20/03/2099');
    await page.getByRole('checkbox', { name: 'Ghi đè cả ngày của 1 đơn vị đã nhập' }).check();
    await page.getByText('1 đơn vị đổi sang ngày này').waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi ngày của sự kiện' }).click();
    await page.getByText('Đã nhập ngày 20/03/2099 cho 3 đơn vị.').waitFor();
    await page.getByRole('button', { name: 'Đổi ngày cho mọi đơn vị' }).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('2 đơn vị chờ nhập ngày; 1 đơn vị đã có ngày').waitFor();
    await page.close();
  });

  it('is entered by who monitors the task from following, and by no unit for others', async () => {
    const page = await openPageAs({ browser, product }, monitor, '/theo-doi?ky=2026&ban=theo-doi');
    await page.getByRole('gridcell').last().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Nhập ngày cho mọi đơn vị' }).click();
    await sheet.getByLabel('Phải xong ngày').fill('15/03/2099');
    await sheet.getByRole('button', { name: 'Ghi ngày của sự kiện' }).click();
    await page.getByText('Đã nhập ngày 15/03/2099 cho 2 đơn vị').waitFor();
    await page.close();
    const own = await openPageAs({ browser, product }, commune, '/giao-viec?ky=2099');
    await own.getByRole('button', { name: new RegExp(text) }).click();
    await own.getByText('1 đơn vị đã có ngày (01/03/2099: 1)').waitFor();
    expect(await own.getByRole('button', { name: /ngày cho mọi đơn vị/ }).count()).toBe(0);
    await own.close();
  });
});
