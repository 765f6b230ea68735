import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { buildCalendar } from '../../src/calendar/work-calendar.ts';
import { remindTenant } from '../../src/jobs/reminders.ts';
import { dayInVietnam, formatPlainDate, type PlainDate } from '../../src/kernel/plain-date.ts';
import { confirmed, issue } from '../../src/store/assignment-testing.ts';
import { getCalendar, owedUnder } from '../../src/store/calendar-settings.ts';
import { inTransaction } from '../../src/store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../../src/store/demo.ts';
import { demoAgencies } from '../../src/store/demo-officers.ts';
import { openBrowser } from './browser.ts';
import { openDemoPageAs } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** The working calendar changes what is owed; who owes it is told. */
let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct()]);
  await oweSomething();
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** A month ahead, a working day after a working day, whenever the test runs. */
function pickDay(): PlainDate {
  const { isWorkingDay } = buildCalendar();
  let day = addDays(dayInVietnam(new Date()), 30);
  while (!isWorkingDay(day) || !isWorkingDay(addDays(day, -1))) day = addDays(day, 1);
  return day;
}
const due = pickDay();
const year = due.slice(0, 4);

/** One task of the demo's commune, of which its officer is told the day before. */
async function oweSomething(): Promise<void> {
  const { db } = product.database;
  await inTransaction(db, ensureDemoOfficer);
  const owedOf = owedUnder(await getCalendar(db, demoOfficer.tenantId));
  const by = {
    owedOf,
    resolve: () => [demoAgencies.commune],
    kindOf: () => 'committee' as const,
    levelOf: () => undefined,
    isWithinAreaOf: () => true,
  };
  const there = { db, actor: demoOfficer, ids: {} as never, by };
  const schedule = { kind: 'deadline', by: due } as const;
  const task = { id: 't1', text: 'Niêm yết công khai thu, chi ngân sách', implement: ['UBND xã Tân Lập'], schedule };
  await issue(there, await confirmed(there, [task], { date: `${year}-01-01` }));
  const quiet = { mailer: undefined, address: () => null, report: () => {} };
  await remindTenant({ db, ...quiet, now: () => new Date(`${addDays(due, -1)}T00:00:00Z`) }, demoOfficer.tenantId);
}

const openAs = (role: 'focal' | 'officer', path: string, width = 1366): Promise<Page> =>
  openDemoPageAs({ browser, product }, role, path, [width, 844]);

describe('the working calendar', () => {
  it('says what a day off moves before it is saved, moves it, and takes it back', async () => {
    const page = await openAs('focal', `/lich-lam-viec?nam=${year}`);
    await page.getByText(`02/09/${year}`).waitFor();
    await page.getByRole('button', { name: 'Thêm ngày nghỉ hoặc ngày làm' }).click();
    await page.getByLabel('Từ ngày').fill(formatPlainDate(due));
    await page.getByLabel('Tên gọi').fill('Nghỉ tránh bão');
    await page.getByLabel('Lý do, căn cứ').fill('Công điện số 12');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('1 hạn đang mở sẽ dời.').waitFor();
    await page.getByText('Niêm yết công khai thu, chi ngân sách').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu và dời 1 hạn' }).click();
    await page.getByText(`Nghỉ ${formatPlainDate(due)}: Nghỉ tránh bão`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hoàn tác thay đổi số 1' }).click();
    await page.getByLabel('Lý do hoàn tác').fill('Bão đổi hướng');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Lưu và dời 1 hạn' }).click();
    await page.getByText('Hoàn tác thay đổi số 1').waitFor();
    await page.close();
  });

  it('is only shown to who may not change it', async () => {
    const page = await openAs('officer', `/lich-lam-viec?nam=${year}`);
    await page.getByText(`02/09/${year}`).waitFor();
    expect(await page.getByRole('button', { name: /Đổi|Thêm ngày|Hoàn tác/ }).count()).toBe(0);
    expect(await page.getByLabel('Hạn trùng ngày nghỉ').isDisabled()).toBe(true);
    await page.close();
  });
});

describe('the bell', () => {
  it.each([1366, 390])(
    'at %i pixels counts what waits for me, opens the work, and is quiet when all is read',
    async (width) => {
      const page = await openAs('officer', '/thong-bao', width);
      const bell = page.getByRole('button', { name: /^Thông báo/ });
      await page.getByText('1 việc sắp đến hạn').waitFor();
      const again = page.getByRole('button', { name: 'Để lại chưa đọc' });
      if (await again.isVisible()) await again.click();
      await page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await bell.click();
      await page.getByRole('dialog').getByRole('link', { name: 'Niêm yết công khai thu, chi ngân sách' }).click();
      await page.waitForURL(/viec-cua-toi\?viec=/);
      await page.goto(`${product.address}/thong-bao`);
      await page.getByRole('button', { name: 'Đánh dấu tất cả là đã đọc' }).click();
      await page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
      await page.close();
    },
  );

  it('stands beside a calendar address that is shown once and can be withdrawn', async () => {
    const page = await openAs('officer', '/thong-bao');
    await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
    const address = await page.getByLabel('Địa chỉ lịch', { exact: true }).inputValue();
    const fetched = await fetch(address);
    expect(await fetched.text()).toContain('SUMMARY:Hạn: Niêm yết công khai thu\\, chi ngân sách');
    await page.reload();
    await page.getByText('Đang dùng một địa chỉ').waitFor();
    expect(await page.getByLabel('Địa chỉ lịch', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Thu hồi địa chỉ' }).click();
    await page.getByText('Chưa có địa chỉ lịch nào đang dùng.').waitFor();
    expect((await fetch(address)).status).toBe(404);
    await page.close();
  });
});
