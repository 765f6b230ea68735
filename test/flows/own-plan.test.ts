import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { readDocument } from '../../src/document/read.ts';
import { dayInVietnam } from '../../src/kernel/plain-date.ts';
import { readPlan } from '../../src/plan/read.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A commune's own plan, from the draft on its desk to what the focal office sees of it. */
let browser: Browser;
let product: Product;
let there: Province;
let plan: string;
let head: string;

const today = dayInVietnam(new Date());
const year = today.slice(0, 4);
const sayOf = (day: string) => day.split('-').reverse().join('/');
const said = sayOf(today);
const text = 'Niêm yết công khai tại các thôn';
const own = 'Niêm yết công khai tại nhà văn hóa của 12 thôn';

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const task = { id: 't1', text, lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] };
  const by = addDays(today, 60);
  const when = { time: `Chậm nhất ngày ${sayOf(by)}`, schedule: { kind: 'deadline', by, exclusive: false } as const };
  plan = await confirmed(there, [{ ...task, ...when }], { date: `${year}-01-02` });
  await issue(there, plan);
  head = await sessionOf(there, 'Nguyễn Thị Hoa', 'head', there.ids['tan-lap']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe('a commune’s own plan', { timeout: 120_000 }, () => {
  it('is drafted on a phone: edited, undone, taken away as a Word file that says the same, and issued', async () => {
    const path = `/ke-hoach-don-vi/${plan}/${there.ids['tan-lap']}`;
    const page = await openPageAs({ browser, product }, head, path, [390, 844]);
    const time = page.getByLabel('Thời gian thực hiện');
    const sooner = await time.inputValue();
    expect(sooner).toMatch(/^Chậm nhất ngày \d\d\/\d\d\/\d{4}$/);
    const saved = page.getByText('Mọi thay đổi tự lưu');
    await page.getByLabel('Nội dung nhiệm vụ').fill(own);
    await page.getByText(`Kế hoạch cấp trên: ${text}`).waitFor();
    await time.fill(`Chậm nhất ngày ${sayOf(addDays(today, 90))}`);
    await page
      .getByText(/muộn hơn kế hoạch cấp trên/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page
      .getByText(/muộn hơn kế hoạch cấp trên/)
      .first()
      .waitFor({ state: 'detached' });
    await saved.waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Dự thảo (.docx)' }).click(),
    ]);
    const [task] = readPlan(await readDocument(new Uint8Array(await readFile(await file.path())))).tasks;
    expect(task).toMatchObject({ text: own, time: sooner });
    await page.getByLabel('Số, ký hiệu văn bản đã ký').fill('15/KH-UBND');
    await page.getByLabel('Ngày ban hành').fill(said);
    await page.getByRole('button', { name: 'Ban hành kế hoạch' }).click();
    await page.getByRole('heading', { name: 'Đã ban hành' }).waitFor();
    await page.close();
  });

  it('is owed once, with the day of the plan above beside it, and what is done counts upward', async () => {
    const page = await openPageAs({ browser, product }, head, '/viec-cua-toi');
    const card = page.getByRole('listitem').filter({ hasText: own }).first();
    await card.getByText(/kế hoạch cấp trên: \d\d\/\d\d\/\d{4}/).waitFor();
    expect(await page.locator('li.work-card').count()).toBe(1);
    const done = () =>
      there.db
        .selectFrom('occurrence as o')
        .innerJoin('work_item as i', (join) =>
          join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.item_id'),
        )
        .select('o.percent')
        .where('i.plan_id', '=', plan)
        .where('o.agency_id', '=', there.ids['tan-lap'])
        .where('o.percent', '=', 100)
        .execute();
    expect(await done()).toEqual([]);
    await card
      .getByRole('button', { name: /^Hoàn thành/ })
      .first()
      .click();
    await page.getByText(/^Đã hoàn thành/).waitFor();
    expect(await done()).toHaveLength(1);
    await page.close();
  });

  it('stands in the register of the focal office, which notes on paper what another unit sent', async () => {
    const focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
    const page = await openPageAs({ browser, product }, focal, '/ke-hoach-don-vi');
    const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
    await rowOf('UBND xã Tân Lập').getByText(`Số 15/KH-UBND, ngày ${said}`).waitFor();
    await page.getByRole('button', { name: 'Ghi kế hoạch giấy' }).click();
    await page.getByRole('combobox', { name: 'Đơn vị', exact: true }).selectOption({ label: 'UBND xã An Phú' });
    await page.getByLabel('Số, ký hiệu văn bản').fill('9/KH-UBND');
    await page.getByLabel('Ngày ban hành').fill(said);
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await rowOf('UBND xã An Phú')
      .getByText(/Số 9\/KH-UBND.*ghi theo văn bản giấy/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
