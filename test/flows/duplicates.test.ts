import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { findLinks } from '../../src/store/item-links.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Tasks of two plans that ask for the same work, in a browser: found, told to be one, and then done once. */
let browser: Browser;
let product: Product;
let there: Province;
let focal: string;
let commune: string;

const posting = 'Niêm yết công khai thu, chi ngân sách tại trụ sở UBND xã';
const meeting = 'Tổ chức đối thoại trực tiếp với người dân hai lần mỗi năm';

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const lead = ['Sở Nội vụ'];
  const implement = ['UBND các xã, phường'];
  await issue(
    there,
    await confirmed(there, [
      { id: 'a', text: posting, lead, implement, schedule: quarterly, component: 'Thu, chi ngân sách' },
      { id: 'b', text: meeting, lead, implement, component: 'Trách nhiệm giải trình' },
    ]),
  );
  const second = await confirmed(there, [
    { id: 'c', text: `${posting} và nhà văn hóa thôn`, lead: ['Sở Tài chính'], implement, schedule: quarterly },
    { id: 'd', text: `${meeting}, có biên bản`, lead, implement },
  ]);
  await issue(there, second);
  await inTransaction(there.db, (trx) => findLinks(trx, there.actor.tenantId, second));
  focal = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
  commune = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

describe('tasks that repeat one another', { timeout: 120_000 }, () => {
  it('are told of where work is given out, and lie side by side with what differs marked', async () => {
    const page = await openPageAs({ browser, product }, focal, '/giao-viec?ky=2026');
    await page.getByText('nhiệm vụ có thể trùng nhau, chưa xem.').waitFor();
    await page.getByRole('link', { name: 'Xem và cho biết có phải một việc' }).click();
    await page.getByRole('heading', { name: 'Nhiệm vụ trùng', level: 1 }).waitFor();
    await page.getByText('2 cặp chưa xem', { exact: true }).waitFor();
    const pair = page.getByRole('listitem', { name: /^Cặp/ }).filter({ hasText: posting });
    expect(await pair.locator('mark').allTextContents()).toEqual([' và nhà văn hóa thôn']);
    await pair.getByText('Sở Tài chính').waitFor();
    await pair.getByText(/3 cơ quan phải làm cả hai\. Nếu là một việc/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  it('are decided by keyboard, taken back, and found again under what was said', async () => {
    const page = await openPageAs({ browser, product }, focal, '/nhiem-vu-trung');
    const first = page.getByRole('listitem', { name: 'Cặp 1 trong 2' });
    await first.focus();
    await page.keyboard.press('ArrowDown');
    expect(
      await page.getByRole('listitem', { name: 'Cặp 2 trong 2' }).evaluate((e) => e === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('2');
    await page.getByText('Đã ghi: không trùng.').waitFor();
    await page.getByText('1 cặp chưa xem, 1 cặp không trùng').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toContain('pair');
    await page.keyboard.press('Control+z');
    await page.getByText('Đã hoàn tác.').waitFor();
    await page.getByText('2 cặp chưa xem', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: posting }).getByRole('button', { name: 'Là một việc' }).click();
    await page.getByText(/Đã ghi: là một việc/).waitFor();
    await page.getByRole('button', { name: 'Là một việc 1', exact: true }).first().click();
    await page.waitForURL(/xem=mot-viec/);
    await page.reload();
    await page.getByText(/Trần Thị Mai, \d/).waitFor();
    await page.getByText(/mỗi kỳ làm một lần, báo cáo một lần cho cả hai/).waitFor();
    expect(await page.getByRole('button', { name: 'Bỏ quyết định' }).count()).toBe(1);
    await page.close();
  });

  it('are done once by the unit that owes both', async () => {
    const page = await openPageAs({ browser, product }, commune, '/viec-cua-toi');
    await page.locator('.work-text', { hasText: posting }).first().click();
    await page.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
    const form = page.getByRole('group', { name: 'Một lần thực hiện tính chung cho việc khác' });
    await form.getByText('cùng một việc').first().waitFor();
    expect(await form.getByRole('checkbox').first().isChecked()).toBe(true);
    await page.close();
  });

  it('fit a phone, and are told on the page of a task', async () => {
    const page = await openPageAs({ browser, product }, focal, '/nhiem-vu', [390, 844]);
    await page.getByRole('link', { name: `${meeting}, có biên bản` }).click();
    await page.getByText('nhiệm vụ khác có thể trùng với nhiệm vụ này.').waitFor();
    await page.getByRole('link', { name: 'Xem và cho biết có phải một việc' }).click();
    await page.getByRole('listitem', { name: 'Cặp 1 trong 1' }).waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Không trùng', exact: true }).click();
    await page.getByText('Không còn cặp nào chờ xem').waitFor();
    expect((await (await page.request.get(`${product.address}/api/work-items/links`)).json()).counts).toEqual({
      ...{ undecided: 0, same: 1, different: 1 },
    });
    await page.close();
  });
});
