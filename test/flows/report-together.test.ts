import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayInVietnam } from '../../src/kernel/plain-date.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { getCalendar } from '../../src/store/calendar-settings.ts';
import { issueReported } from '../../src/store/report-testing.ts';
import { listReports } from '../../src/store/report-world.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Two officers of one unit write one report at once, each on a machine of their own, one of them without a line for a while. */
let browser: Browser;
let product: Product;
let there: Province;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  await issueReported(there);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const saved = (page: Page) => page.getByText('● Đã lưu lúc').waitFor();
const waiting = (page: Page, count: number) =>
  page.getByText(`▲ Đang chờ mạng, chưa mất gì (${count} ô giữ trên máy này)`).waitFor();
const states = (page: Page) => page.getByRole('group', { name: 'Tình trạng: Tập huấn' });

it('two write one report at once and lose nothing, not without a line, not over a reload', {
  timeout: 120_000,
}, async () => {
  const by = { calendar: await getCalendar(there.db, there.actor.tenantId), today: dayInVietnam(new Date()) };
  const reports = await listReports(there.db, there.actor.tenantId, { agencies: [there.ids['tan-lap']] }, by);
  const address = `/bao-cao/${reports.at(-1)?.id}`;
  const an = await openPageAs({ browser, product }, await officer('Lê Văn An'), address);
  const binh = await openPageAs({ browser, product }, await officer('Trần Thị Bình'), address);
  await box(an, 'Tình hình chung').fill('Đã họp 02 lần.');
  await box(binh, 'Phương hướng kỳ tới').fill('Niêm yết lại.');
  await Promise.all([saved(an), saved(binh)]);

  // Without a line both go on in the same field and in fields of their own; what was typed outlives the page.
  await binh.reload();
  await binh.waitForFunction((said) => document.querySelector('textarea')?.value === said, 'Đã họp 02 lần.');
  await binh.context().setOffline(true);
  await box(binh, 'Tình hình chung').fill('Đã họp 05 lần.');
  await states(binh).getByRole('button', { name: 'Đang thực hiện' }).click();
  await waiting(binh, 2);
  await box(an, 'Tình hình chung').fill('Đã họp 03 lần.');
  await states(an).getByRole('button', { name: 'Hoàn thành' }).click();
  await saved(an);
  await box(binh, 'Đề xuất, kiến nghị').fill('Cấp thêm bảng tin.');
  await waiting(binh, 3);
  await binh.context().setOffline(false);
  await saved(binh);

  const both = binh.getByRole('region', { name: 'Hai người cùng sửa (2)' });
  await both.waitFor();
  expect(await both.textContent()).toMatch(
    /Đã họp 05 lần\.[\s\S]*Đã họp 03 lần\.[\s\S]*Đang thực hiện[\s\S]*Hoàn thành/u,
  );
  expect(await box(binh, 'Tình hình chung').inputValue()).toBe('Đã họp 03 05 lần.');
  expect(await seriousFindings(binh)).toEqual([]);
  await binh.reload();
  await both.getByRole('button', { name: 'Dùng của tôi' }).first().click();
  await binh
    .getByRole('region', { name: 'Hai người cùng sửa (1)' })
    .getByRole('button', { name: 'Để như đang có' })
    .click();
  await saved(binh);
  await an.reload();
  await an.waitForFunction((said) => document.querySelector('textarea')?.value === said, 'Đã họp 05 lần.');
  expect(await box(an, 'Phương hướng kỳ tới').inputValue()).toBe('Niêm yết lại.');
  expect(await box(an, 'Đề xuất, kiến nghị').inputValue()).toBe('Cấp thêm bảng tin.');
  expect(await states(an).getByRole('button', { name: 'Hoàn thành' }).getAttribute('aria-pressed')).toBe('true');
});

const officer = (name: string) => sessionOf(there, name, 'officer', there.ids['tan-lap']);
