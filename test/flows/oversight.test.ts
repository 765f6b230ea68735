import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterly } from '../../src/assignment/testing.ts';
import { dayInVietnam, formatPlainDate } from '../../src/kernel/plain-date.ts';
import { confirmed, issue, type Province, province } from '../../src/store/assignment-testing.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** Oversight in a browser: recorded by a supervisor, answered by the unit, judged, seen where the unit and the task are. */
let browser: Browser;
let product: Product;
let there: Province;
let supervisor: string;
let commune: string;
let elsewhere: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  const task = { id: 't1', text: 'Niêm yết danh sách hộ nghèo', schedule: quarterly };
  await issue(there, await confirmed(there, [{ ...task, lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] }]));
  supervisor = await sessionOf(there, 'Hoàng Thị Yến', 'supervisor', null);
  commune = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
  elsewhere = await sessionOf(there, 'Phan Văn Bình', 'supervisor', there.ids['an-phu']);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const phone = [390, 844] as const;
const open = (cookie: string, path: string, size?: readonly [number, number]) =>
  openPageAs({ browser, product }, cookie, path, size);
const message = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Thông báo', exact: true }).getByText(text);
const seen = 'Thôn Đông chưa niêm yết, thôn Đoài niêm yết thiếu ngày';

describe('oversight', { timeout: 120_000 }, () => {
  it('is recorded by a supervisor about a task of a unit, with a recommendation', async () => {
    const page = await open(supervisor, '/giam-sat');
    await page.getByText('Chưa có ghi nhận giám sát nào', { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi nhận giám sát' }).click();
    const form = page.getByRole('dialog', { name: 'Ghi nhận giám sát' });
    await form.getByRole('textbox', { name: 'Đơn vị được giám sát' }).fill('tan lap');
    await form.getByRole('button', { name: 'UBND xã Tân Lập' }).click();
    await form.getByRole('combobox', { name: 'Giám sát về' }).selectOption('Một nhiệm vụ');
    await form.getByRole('textbox', { name: 'Nhiệm vụ' }).fill('ho ngheo');
    await form.getByRole('button', { name: /Niêm yết danh sách hộ nghèo/ }).click();
    await form.getByRole('combobox', { name: 'Hình thức' }).selectOption('Qua phản ánh của người dân');
    await form.getByRole('textbox', { name: 'Thành phần tham gia' }).fill('Ban Thanh tra nhân dân xã');
    await form.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await form.getByRole('alert').getByText('Hãy ghi kết quả giám sát.').waitFor();
    await form.getByRole('textbox', { name: 'Kết quả giám sát' }).fill(seen);
    await form.getByRole('textbox', { name: 'Kiến nghị' }).fill('Niêm yết đủ các thôn');
    await form.getByRole('textbox', { name: 'Mong được trả lời chậm nhất ngày' }).fill('01/01/2020');
    await form.getByRole('button', { name: 'Ghi nhận và gửi kiến nghị' }).click();
    await form.getByRole('alert').getByText('Ngày mong trả lời không thể trước ngày giám sát.').waitFor();
    await form.getByRole('textbox', { name: 'Mong được trả lời chậm nhất ngày' }).fill('31/12/2199');
    await form.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await form.getByRole('textbox', { name: 'Tên tài liệu' }).fill('Biên bản giám sát');
    await form.getByRole('textbox', { name: 'Số', exact: true }).fill('03/BB');
    await form.getByRole('textbox', { name: 'Địa chỉ hoặc nơi lưu' }).fill('javascript:alert(1)');
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Ghi nhận và gửi kiến nghị' }).click();
    await message(page, 'Đã ghi nhận và gửi kiến nghị tới UBND xã Tân Lập.').waitFor();
    await page.getByText('1 ghi nhận, 1 kiến nghị chờ trả lời.').waitFor();
    await page.getByRole('button', { name: seen }).click();
    const sheet = page.getByRole('dialog', { name: 'Ghi nhận giám sát' });
    await sheet.getByText('Biên bản giám sát số 03/BB, javascript:alert(1)').waitFor();
    expect(await sheet.getByRole('link', { name: /Biên bản/ }).count()).toBe(0);
    expect(await sheet.getByRole('button', { name: 'Trả lời' }).count()).toBe(0);
    await page.close();
  });

  it('is told to the unit, waits in its navigation, and is answered on a phone', async () => {
    const page = await open(commune, '/thong-bao', phone);
    await page.getByText('Hoàng Thị Yến giám sát và kiến nghị với UBND xã Tân Lập').waitFor();
    await page.getByRole('button', { name: 'Mở danh mục' }).click();
    await page.getByRole('link', { name: 'Giám sát 1 ghi nhận giám sát chờ xử lý' }).click();
    expect(await page.getByRole('button', { name: 'Ghi nhận giám sát' }).count()).toBe(0);
    await page.getByRole('button', { name: seen }).click();
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await page.getByRole('combobox', { name: 'Ý kiến của đơn vị' }).selectOption('Tiếp thu một phần và giải trình');
    const words = page.getByRole('textbox', { name: 'Nội dung tiếp thu, giải trình' });
    await words.fill('Đã niêm yết ở thôn Đông; thôn Đoài ghi thiếu ngày do in cũ');
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    expect(await words.inputValue()).toContain('thôn Đoài ghi thiếu ngày');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await message(page, 'Đã gửi trả lời.').waitFor();
    const said = `Tiếp thu một phần và giải trình, ngày ${formatPlainDate(dayInVietnam(new Date()))}:`;
    await page.getByRole('listitem').getByText(said).waitFor();
    await page.close();
  });

  it('is found wanting by who recorded it, answered again, and then satisfies', async () => {
    const page = await open(supervisor, '/giam-sat');
    await page.getByRole('link', { name: 'Giám sát 1 ghi nhận giám sát chờ xử lý' }).waitFor();
    await page.getByRole('button', { name: seen }).click();
    await page.getByRole('button', { name: 'Chưa thỏa đáng' }).click();
    await page.getByRole('textbox', { name: 'Vì sao, cần bổ sung gì' }).fill('Cần in lại bảng ở thôn Đoài');
    await page.locator('form').getByRole('button', { name: 'Chưa thỏa đáng' }).click();
    await message(page, 'Đã đề nghị đơn vị trả lời lại.').waitFor();
    const unit = await open(commune, '/giam-sat?cua=toi-tra-loi&trang-thai=chua-thoa-dang');
    await unit.getByRole('button', { name: seen }).click();
    await unit.getByText('Chưa thỏa đáng: Cần in lại bảng ở thôn Đoài').waitFor();
    await unit.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await unit.getByRole('textbox', { name: 'Nội dung tiếp thu, giải trình' }).fill('Đã in lại');
    await unit.getByRole('button', { name: 'Gửi trả lời' }).click();
    await message(unit, 'Đã gửi trả lời.').waitFor();
    await unit.close();
    await page.reload();
    await page.getByRole('button', { name: 'Thỏa đáng', exact: true }).click();
    await page.locator('form').getByRole('button', { name: 'Thỏa đáng' }).click();
    await message(page, 'Đã ghi: trả lời thỏa đáng.').waitFor();
    await page.getByRole('link', { name: /ghi nhận giám sát chờ xử lý/ }).waitFor({ state: 'detached' });
    await page.close();
  });

  it('stands on the page of the unit and of the task; who may oversee the unit records from there', async () => {
    const page = await open(supervisor, `/don-vi/${there.ids['tan-lap']}`, phone);
    const panel = page.getByRole('region', { name: 'Giám sát' });
    await panel.getByRole('link', { name: 'Niêm yết đủ các thôn' }).waitFor();
    await panel.getByRole('button', { name: 'Ghi nhận giám sát' }).click();
    await page.getByRole('textbox', { name: 'Kết quả giám sát' }).fill('Trụ sở sạch, dễ tìm');
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await message(page, 'Đã ghi nhận giám sát về UBND xã Tân Lập.').waitFor();
    await panel.getByRole('link', { name: 'Trụ sở sạch, dễ tìm' }).waitFor();
    const { id } = await there.db.selectFrom('task').select('id').executeTakeFirstOrThrow();
    await page.goto(`${product.address}/nhiem-vu/${id}`);
    await panel.getByRole('link', { name: 'Niêm yết đủ các thôn' }).click();
    await page.getByRole('dialog', { name: 'Ghi nhận giám sát' }).getByText('Trả lời thỏa đáng').first().waitFor();
    await page.close();
  });

  it('keeps its filters in the address, and is saved with them as a file', async () => {
    const page = await open(supervisor, '/giam-sat?trang-thai=thoa-dang');
    await page.getByRole('button', { name: seen }).waitFor();
    expect(await page.getByRole('button', { name: 'Trụ sở sạch, dễ tìm' }).count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất CSV' }).click(),
    ]);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('UBND xã Tân Lập,Niêm yết danh sách hộ nghèo,Qua phản ánh của người dân');
    await page.getByRole('searchbox', { name: 'Tìm trong sổ giám sát' }).fill('khong co gi');
    await page.waitForURL(/tim=khong/);
    await page.getByText('Không có ghi nhận nào khớp').waitFor();
    await page.getByRole('button', { name: 'Bỏ mọi lọc' }).click();
    await page.getByRole('button', { name: 'Trụ sở sạch, dễ tìm' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  it('of one commune is nothing to the supervisor of another', async () => {
    const page = await open(elsewhere, '/giam-sat', phone);
    await page.getByText('Chưa có ghi nhận giám sát nào', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ghi nhận giám sát' }).click();
    const unit = page.getByRole('textbox', { name: 'Đơn vị được giám sát' });
    await unit.fill('tan lap');
    await page.getByText(/^Không có đơn vị nào trong phạm vi giám sát của bạn/).waitFor();
    await unit.fill('an phu');
    await page.getByRole('button', { name: 'UBND xã An Phú' }).waitFor();
    expect(await isWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
