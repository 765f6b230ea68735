import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { dayInVietnam } from '../../src/kernel/plain-date.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { getCalendar } from '../../src/store/calendar-settings.ts';
import { inTransaction } from '../../src/store/db.ts';
import { saveFields } from '../../src/store/report-fields.ts';
import { openReportContent } from '../../src/store/report-fill.ts';
import { actOnReport } from '../../src/store/report-log.ts';
import { issueReported } from '../../src/store/report-testing.ts';
import { listReports } from '../../src/store/report-world.ts';
import { openBrowser } from './browser.ts';
import { openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** A report's way in a browser: filled in from the period before and from a workbook, signed, returned, mended, received. */
let browser: Browser;
let product: Product;
let there: Province;
let [officer, head, focal, id] = ['', '', '', ''];

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  await issueReported(there);
  officer = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
  head = await sessionOf(there, 'Trần Thị Bình', 'head', there.ids['tan-lap']);
  focal = await sessionOf(there, 'Phạm Minh', 'focal', null);
  id = await reportBefore();
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** The period before the last was sent with words; the id of the last one's report. */
async function reportBefore(): Promise<string> {
  const { db, actor, ids } = there;
  const by = { calendar: await getCalendar(db, actor.tenantId), today: dayInVietnam(new Date()) };
  const reports = await listReports(db, actor.tenantId, { agencies: [ids['tan-lap']] }, by);
  const [before, last] = reports.slice(-2);
  if (!before || !last) throw new Error('two periods are owed');
  await inTransaction(db, async (trx) => {
    const place = { of: 'whole', field: 'overview' } as const;
    const when = { at: new Date(), day: by.today };
    await saveFields(
      trx,
      actor,
      before.id,
      [{ place, base: 0, was: '', value: 'Đã họp giao ban hằng tháng.' }],
      when.at,
    );
    const { content } = await openReportContent(trx, actor.tenantId, before);
    const sent = { id: newId(), act: { kind: 'send', note: null } as const, agencyId: null, content };
    await actOnReport(trx, actor, { ...before, closed: false }, sent, when);
  });
  return last.id;
}

const open = (who: string) => openPageAs({ browser, product }, who, `/bao-cao/${id}`);
const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text).first().waitFor();
const saved = (page: Page) => page.getByText('● Đã lưu lúc').waitFor();
const press = (page: Page, name: string, at = 0) => page.getByRole('button', { name, exact: true }).nth(at).click();

/** The workbook with the result of its second task filled in. */
function filledIn(bytes: Uint8Array): Buffer {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  const cell = /<c r="F5" s="(\d+)"\/>/u;
  if (!cell.test(sheet)) throw new Error('the second task has a result already');
  const text = sheet.replace(cell, '<c r="F5" s="$1" t="inlineStr"><is><t>Đã mở 02 lớp tập huấn</t></is></c>');
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(text) }));
}

describe('the report of a period', { timeout: 120_000 }, () => {
  it('is filled in from the period before and from a workbook, and keeps what is typed without a line', async () => {
    const page = await open(officer);
    await press(page, 'Dùng lại lời kỳ trước (1 ô)');
    await told(page, 'Đã điền 1 ô bằng lời của kỳ trước.');
    await saved(page);
    expect(await page.getByRole('textbox', { name: 'Tình hình chung' }).inputValue()).toBe(
      'Đã họp giao ban hằng tháng.',
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải biểu Excel' }).click(),
    ]);
    const stream = await download.createReadStream();
    const bytes = Buffer.concat(await stream.toArray());
    await page.locator('input[type=file][accept=".xlsx"]').setInputFiles({
      ...{ name: 'bieu.xlsx', mimeType: 'application/zip', buffer: filledIn(bytes) },
    });
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Đã mở 02 lớp tập huấn').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Nhận 1 ô vào báo cáo' }).click();
    await told(page, 'Đã nhận 1 ô từ biểu Excel.');
    await saved(page);
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Phương hướng kỳ tới' }).fill('Niêm yết lại.');
    await page.getByText('▲ Đang chờ mạng, chưa mất gì (1 ô giữ trên máy này)').waitFor();
    await page.context().setOffline(false);
    await saved(page);
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, 'Trình thủ trưởng ký');
    await press(page, 'Trình');
    await told(page, 'Đã trình thủ trưởng.');
    await page.close();
  });

  it('is signed by the head, returned with a day, mended, and received', async () => {
    const signs = await open(head);
    await press(signs, 'Ký, gửi báo cáo');
    await press(signs, 'Gửi báo cáo');
    await told(signs, 'Đã gửi báo cáo.');
    const receives = await open(focal);
    await receives.getByText('Đã mở 02 lớp tập huấn').waitFor();
    await press(receives, 'Trả lại');
    await receives.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Thiếu số thôn');
    await receives.getByRole('textbox', { name: 'Gửi lại chậm nhất ngày' }).fill('31/12/2199');
    await press(receives, 'Trả lại báo cáo');
    await told(receives, 'Đã trả lại báo cáo.');
    await signs.reload();
    await signs.getByText('Bị trả lại, gửi lại chậm nhất 31/12/2199').waitFor();
    await signs.getByRole('textbox', { name: 'Kết quả nổi bật' }).fill('Đủ 12/12 thôn.');
    await saved(signs);
    await press(signs, 'Ký, gửi báo cáo');
    await press(signs, 'Gửi báo cáo');
    await told(signs, 'Đã gửi báo cáo.');
    await receives.reload();
    await press(receives, 'Tiếp nhận');
    await press(receives, 'Tiếp nhận', 1);
    await told(receives, 'Đã tiếp nhận báo cáo.');
    await receives.getByText('Trả lại: Thiếu số thôn').waitFor();
    await receives.getByText('So sánh các bản đã gửi').click();
    await receives.locator('.versions ins').getByText('Đủ 12/12 thôn.').waitFor();
    expect(await seriousFindings(receives)).toEqual([]);
    await Promise.all([signs.close(), receives.close()]);
  });
});
