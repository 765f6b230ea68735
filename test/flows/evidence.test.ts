import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPdf, smallPicture } from '../../src/api/routes/evidence-testing.ts';
import { owedBy, type Province, province } from '../../src/store/assignment-testing.ts';
import { issueReported } from '../../src/store/report-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Evidence in a browser: added with a file to a task, put to another, taken away and given back, and seen in the report. */
let browser: Browser;
let product: Product;
let there: Province;
let commune: string;
let work: string;
let report: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  await issueReported(there);
  commune = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
  const owed = await owedBy(there, 'tan-lap');
  const live = owed.filter(({ status }) => status === 'open');
  const byText = new Map((await texts()).map(({ id, kind, text }) => [id, { kind, text }]));
  work = live.findLast(({ id }) => byText.get(id)?.text === 'Niêm yết tại các thôn')?.id ?? '';
  report = live.findLast(({ id }) => byText.get(id)?.kind === 'reporting')?.id ?? '';
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const texts = () =>
  there.db
    .selectFrom('occurrence as o')
    .innerJoin('work_item as i', 'i.id', 'o.item_id')
    .select(['o.id', 'i.kind', 'i.text'])
    .where('o.tenant_id', '=', there.actor.tenantId)
    .execute();

const phone = [390, 844] as const;
const open = (path: string, size?: readonly [number, number]) => openPageAs({ browser, product }, commune, path, size);
const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text).waitFor();

describe('evidence', { timeout: 120_000 }, () => {
  it('is added to a task with its file, whose kind and name fill in the form', async () => {
    const page = await open(`/viec-cua-toi?viec=${work}&lam=tai-lieu`);
    const form = page.getByRole('dialog').locator('form.panel-form');
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'Biên bản niêm yết.pdf', mimeType: 'application/pdf', buffer: smallPdf('Bien ban') },
      });
    const subject = form.getByRole('textbox', { name: 'Trích yếu' });
    expect(await subject.inputValue()).toBe('Biên bản niêm yết');
    await form.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('12/BB-UBND');
    await form.getByRole('textbox', { name: 'Ngày ban hành' }).fill('31/12/2199');
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await form.getByRole('alert').getByText('Ngày đã nhập chưa đến.').waitFor();
    await form.getByRole('textbox', { name: 'Ngày ban hành' }).fill('06/05/2026');
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await told(page, 'Đã thêm tài liệu.');
    const row = page.getByRole('listitem').filter({ hasText: '12/BB-UBND ngày 06/05/2026: Biên bản niêm yết' }).first();
    await row.getByText('chưa quét vi-rút').waitFor();
    await row.getByRole('link', { name: 'Biên bản niêm yết.pdf' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  it('refuses a page that calls itself a picture, and what was typed stays', async () => {
    const page = await open(`/viec-cua-toi?viec=${work}&lam=tai-lieu`, phone);
    const form = page.getByRole('dialog').locator('form.panel-form');
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>x()</script>') },
      });
    expect(await form.getByRole('combobox', { name: 'Loại tài liệu' }).inputValue()).toBe('media');
    await form.getByRole('textbox', { name: 'Nội dung' }).fill('Bảng niêm yết tại nhà văn hóa thôn 3');
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await form.getByRole('alert').getByText('trang web hoặc chương trình chạy được').waitFor();
    expect(await isWide(page)).toBe(false);
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer: smallPicture('image/jpeg') },
      });
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await told(page, 'Đã thêm tài liệu.');
    await page.getByText('Văn bản: 1; Ảnh, video: 1').waitFor();
    expect(await isWide(page)).toBe(false);
    await page.close();
  });

  it('is put to another task, taken away, and given back', async () => {
    const page = await open(`/viec-cua-toi?viec=${work}`);
    const row = page.locator('.evidence-row').filter({ hasText: '12/BB-UBND' });
    await row.getByRole('button', { name: 'Dùng cho việc khác' }).click();
    const other = row.getByRole('checkbox', { name: /Tập huấn/, checked: false }).first();
    await other.check();
    await row.getByText('dùng cho 2 việc').waitFor();
    await row.getByRole('button', { name: 'Bỏ' }).click();
    await told(page, 'Đã bỏ tài liệu.');
    await row.waitFor({ state: 'detached' });
    await page.getByText('Đã bỏ “12/BB-UBND').getByRole('button', { name: 'Hoàn tác' }).click();
    await row.getByText('dùng cho 2 việc').waitFor();
    const counts = (await owedBy(there, 'tan-lap')).map(({ evidence }) => evidence);
    expect(counts.filter((count) => count > 0).toSorted()).toEqual([1, 2]);
    await page.close();
  });

  it('takes a file that is dropped on its form, and stops sending it when asked to', async () => {
    const page = await open(`/viec-cua-toi?viec=${work}&lam=tai-lieu`);
    const form = page.getByRole('dialog').locator('form.panel-form');
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['%PDF-1.4 '], 'Quyết định 15.pdf', { type: 'application/pdf' }));
      return transfer;
    });
    await form.locator('.evidence-drop').dispatchEvent('drop', { dataTransfer: dropped });
    expect(await form.getByRole('textbox', { name: 'Trích yếu' }).inputValue()).toBe('Quyết định 15');
    expect(new URL(page.url()).pathname).toBe('/viec-cua-toi');
    const asked = page.waitForRequest('**/api/evidence/file');
    // A line on which nothing moves.
    await page.route('**/api/evidence/file', () => undefined);
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await asked;
    await form.getByRole('button', { name: 'Dừng' }).click();
    await form.getByRole('alert').getByText('Việc tải tệp đã được dừng theo yêu cầu.').waitFor();
    expect(await form.getByRole('textbox', { name: 'Trích yếu' }).inputValue()).toBe('Quyết định 15');
    await form.getByText('Quyết định 15.pdf').waitFor();
    await page.close();
  });

  it('stands with each task of the unit’s report, where more is added', async () => {
    const page = await open(`/bao-cao/${report}`, phone);
    const item = page.locator('.report-item').filter({ hasText: 'Niêm yết tại các thôn' });
    await item.getByText('Tài liệu kiểm chứng (2)').click();
    await item.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await item.getByRole('combobox', { name: 'Loại tài liệu' }).selectOption('Hội nghị, đối thoại');
    await item.getByRole('textbox', { name: 'Nội dung' }).fill('Đối thoại với nhân dân về thu, chi ngân sách');
    await item.getByRole('textbox', { name: 'Ngày tổ chức' }).fill('07/05/2026');
    await item.getByRole('textbox', { name: 'Số ý kiến nêu' }).fill('9');
    await item.getByRole('textbox', { name: 'Số ý kiến đã trả lời' }).fill('7');
    await item.locator('form').getByRole('button', { name: 'Thêm tài liệu' }).click();
    await told(page, 'Đã thêm tài liệu.');
    await item.getByText('trả lời 7/9 ý kiến', { exact: false }).first().waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
