import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Following what was given out, in a browser: the map, a unit, a task's assignments, many at once. */
let browser: Browser;
let product: Product;
let there: Province;
let focal: string;
let monitor: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const plan = await confirmed(there, [
    {
      id: 't1',
      text: 'Niêm yết công khai',
      lead: ['Sở Nội vụ'],
      implement: ['UBND các xã, phường'],
      schedule: quarterly,
    },
    {
      ...{ id: 't2', text: 'Công khai thu, chi ngân sách', component: 'Thu, chi ngân sách', lead: ['Sở Nội vụ'] },
      ...{ implement: ['UBND xã Tân Lập'], monitor: ['Sở Tài chính'] },
      schedule: { kind: 'deadline', by: '2026-01-20' },
    },
  ]);
  await issue(there, plan);
  focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
  monitor = await sessionOf(there, 'Vũ Thị Lan', 'monitor', there.ids['tai-chinh']);
  // Somebody who can be reminded.
  await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const openPage = (path: string, cookie = focal, width = 1366, height = 768): Promise<Page> =>
  openPageAs({ browser, product }, cookie, path, [width, height]);

const grid = (page: Page) => page.getByRole('grid');

/** What would lie in the clipboard after Ctrl C. */
const copied = (page: Page): Promise<string> =>
  grid(page).evaluate((element) => {
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    element.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain') ?? '';
  });

describe('following', { timeout: 120_000 }, () => {
  it('says how far all are, and by keyboard what a cell holds', async () => {
    const page = await openPage('/theo-doi?ky=2026-q1&xep=danh-ba');
    await page.getByText('Quý I/2026: 3 đơn vị, 2 nhiệm vụ; đã xong 0 trong 4 việc (0%)').waitFor();
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByText('UBND xã Tân Lập · Thu, chi ngân sách: đã xong 0 trong 1 việc, 1 quá hạn').waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    expect((await copied(page)).split('\r\n').map((line) => line.split('\t')[0])).toEqual([
      'Đơn vị',
      'UBND xã Tân Lập',
      'UBND xã An Phú',
    ]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'UBND xã An Phú' }).waitFor();
    await page.close();
  });

  it('keeps its filters in the address through a reload and Back', async () => {
    const page = await openPage('/theo-doi?ky=2026-q1');
    await page.getByRole('button', { name: 'Từng nhiệm vụ' }).click();
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('an phu');
    await page.waitForURL(/tim=an/);
    await page.getByText('1 đơn vị, 1 nhiệm vụ').waitFor();
    await page.reload();
    await page.getByText('1 đơn vị, 1 nhiệm vụ').waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('cot'));
    await page.close();
  });

  it('gives the table as a workbook', async () => {
    const page = await openPage('/theo-doi?ky=2026');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('theo-doi-2026.xlsx');
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.close();
  });

  it('lets a monitor see what it monitors alone, and urge with a word of guidance once a day', async () => {
    const page = await openPage('/theo-doi?ky=2026&ban=theo-doi', monitor);
    await page.getByText('Năm 2026: 1 đơn vị, 1 nhiệm vụ').waitFor();
    await page
      .getByRole('gridcell', { name: /1 quá hạn/ })
      .last()
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Quá hạn').first().waitFor();
    await sheet.getByLabel(/Hướng dẫn gửi kèm/).fill('Công khai tại nhà văn hóa thôn trước');
    await sheet.getByRole('button', { name: 'Nhắc ngay 1 việc' }).click();
    await page.getByText('Đã nhắc 1 việc tới 1 người.').waitFor();
    await sheet.getByRole('checkbox').check();
    await sheet.getByRole('button', { name: 'Nhắc ngay 1 việc' }).click();
    await sheet.getByText(/đã được nhắc hôm nay/).waitFor();
    await page.close();
  });

  it('tells all of one unit on its page, and shows a phone a list with bars', async () => {
    const page = await openPage('/theo-doi?ky=2026', focal, 390, 844);
    await page.getByRole('button', { name: /UBND xã Tân Lập/ }).click();
    await page.getByRole('link', { name: 'Mở trang của đơn vị' }).click();
    await page.getByRole('heading', { name: 'UBND xã Tân Lập', level: 1 }).waitFor();
    await page.getByText('Năm 2026: 2 nhiệm vụ, đã xong 0 trong 5 việc (0%)').waitFor();
    await page.getByRole('heading', { name: 'Tên qua các thời kỳ' }).waitFor();
    await page.close();
  });
});

describe('what was given out', { timeout: 120_000 }, () => {
  it('is extended for many at once with a reason, told with its count, and taken back', async () => {
    const page = await openPage('/giao-viec?ky=2026');
    await page.getByRole('button', { name: /Công khai thu, chi ngân sách/ }).click();
    await page.getByRole('button', { name: 'Chọn cả 1 việc' }).click();
    await page.getByRole('button', { name: 'Gia hạn 1 việc' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Hạn mới').fill('31/12/2099');
    await sheet.getByLabel('Lý do').fill('Chờ hướng dẫn');
    await sheet.getByLabel('Người cho phép gia hạn').fill('Chủ tịch UBND tỉnh');
    await sheet.getByRole('button', { name: 'Gia hạn 1 việc đến 31/12/2099' }).click();
    await page.getByText('Đã gia hạn 1 việc.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    await page.getByRole('link', { name: 'Lịch sử' }).click();
    await page
      .getByText(/Gia hạn đến 31\/12\/2099: Chờ hướng dẫn \(Chủ tịch UBND tỉnh\)/)
      .first()
      .waitFor();
    await page.close();
  });

  it('is told on the page of its task', async () => {
    const page = await openPage('/nhiem-vu');
    await page.getByRole('link', { name: 'Niêm yết công khai' }).click();
    const given = page.locator('.task-given');
    await given.getByText('Năm 2026: đã xong 0 trong 12 việc').waitFor();
    await given.getByText('UBND phường Hòa Bình', { exact: true }).first().waitFor();
    await page.close();
  });

  it('keeps filters under a name', async () => {
    const page = await openPage('/giao-viec?ky=2026&tinh-trang=qua-han');
    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await page.getByLabel('Lưu bộ lọc đang dùng với tên').fill('Quá hạn năm nay');
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByRole('button', { name: 'Bộ lọc: Quá hạn năm nay' }).waitFor();
    await page.goto(`${product.address}/giao-viec`);
    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await page.getByRole('button', { name: 'Dùng bộ lọc Quá hạn năm nay', exact: true }).click();
    await page.waitForURL(/tinh-trang=qua-han/);
    await page.close();
  });
});

describe('for everyone', { timeout: 120_000 }, () => {
  it.each([
    ['/theo-doi?ky=2026', '.heat-row', '.unit-bar'],
    ['/theo-doi?ky=2026&cot=nhiem-vu', '.heat-row', '.unit-bar'],
    ['/giao-viec?ky=2026', '.item-card', '.item-card'],
  ])('nothing serious stands in the way at %s', async (path, wide, narrow) => {
    const page = await openPage(path);
    await page.locator(wide).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(narrow).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
