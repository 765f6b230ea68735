import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { issueReported } from '../../src/store/report-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A paper is written where papers begin, and leaves by the province's own Word file from when that is put to use until it is taken back. */
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

async function saved(page: Page, link: string): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return new Uint8Array(await readFile(await download.path()));
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readDocument(bytes)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');

const paperOf = async (page: Page): Promise<string> => textOf(await saved(page, 'Tải văn bản (.docx)'));

it('is changed, checked, put to use and taken back', { timeout: 120_000 }, async () => {
  const cookie = await sessionOf(there, 'Trần Thị Mai', 'focal', null);
  const open = (path: string, size?: readonly [number, number]) => openPageAs({ browser, product }, cookie, path, size);

  const writing = await open('/van-ban?nam=2026', [390, 844]);
  const about = writing.getByRole('combobox', { name: 'Chậm việc gì' });
  await about.selectOption({ index: 1 });
  expect([await isWide(writing), await seriousFindings(writing)]).toEqual([false, []]);
  await writing.getByRole('link', { name: 'Lập danh sách đơn vị chậm' }).click();
  await writing.getByRole('heading', { name: 'Danh sách đơn vị chậm', level: 1 }).waitFor();
  expect(await paperOf(writing)).toContain('thông báo để các cơ quan, đơn vị biết, thực hiện./.');

  const templates = await open('/bieu-mau?loai=late-list');
  const files = unzipSync(await saved(templates, 'Tải mẫu có sẵn (.docx)'));
  const main = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const upload = (name: string, xml: string) =>
    templates.locator('input[type=file]').setInputFiles({
      ...{ name, mimeType: '' },
      buffer: Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) })),
    });
  await upload('Mẫu gõ nhầm.docx', main.replace('{ket_luan}', '{ket_loan}'));
  await templates.getByText('Có phải là {ket_luan}?', { exact: false }).waitFor();
  expect(await seriousFindings(templates)).toEqual([]);
  await upload(
    'Mẫu của tỉnh Minh Hà.docx',
    main.replace('{ket_luan}', 'Đề nghị các đơn vị nghiêm túc rút kinh nghiệm./.'),
  );
  await templates.getByRole('button', { name: 'Dùng mẫu này' }).click();
  await templates.getByRole('button', { name: 'Dùng lại mẫu có sẵn' }).waitFor();
  expect(await paperOf(writing)).toContain('nghiêm túc rút kinh nghiệm./.');

  await templates.getByRole('button', { name: 'Dùng lại mẫu có sẵn' }).click();
  await templates.getByRole('button', { name: 'Dùng mẫu này' }).waitFor();
  expect(await paperOf(writing)).not.toContain('nghiêm túc rút kinh nghiệm');
  await Promise.all([writing.close(), templates.close()]);
});
