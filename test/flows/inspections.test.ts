import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallPicture } from '../../src/api/routes/evidence-testing.ts';
import { addDays } from '../../src/calendar/days.ts';
import { newId } from '../../src/kernel/ids.ts';
import { dayInVietnam, formatPlainDate } from '../../src/kernel/plain-date.ts';
import { type Province, province } from '../../src/store/assignment-testing.ts';
import { inTransaction } from '../../src/store/db.ts';
import { planInspections } from '../../src/store/inspections.ts';
import { openBrowser } from './browser.ts';
import { isWide, openPageAs, sessionOf } from './officer.ts';
import { openProduct, type Product, seriousFindings } from './product.ts';

/** An inspection on a phone: recorded in the field without a line, remedied by the unit with evidence, looked at and closed. */
let browser: Browser;
let product: Product;
let there: Province;
let inspector: string;
let commune: string;
const id = newId();
const today = dayInVietnam(new Date());

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), openProduct({ demo: false })]);
  there = await province(product.database.db);
  inspector = await sessionOf(there, 'Bùi Đức Thắng', 'inspector', null);
  commune = await sessionOf(there, 'Lê Văn An', 'officer', there.ids['tan-lap']);
  const content = { subject: 'Việc niêm yết công khai', components: [{ index: 'PAPI', code: '2.2' }], members: [] };
  const planned = { kind: 'planned' as const, day: today, earlierId: null, lead: 'Bùi Đức Thắng', joinedWith: null };
  const units = [{ id, agencyId: there.ids['tan-lap'] }];
  await inTransaction(there.db, (trx) =>
    planInspections(
      trx,
      there.actor,
      { units, planned: { ...planned, ...content, places: ['Thôn Đông'] } },
      { roleOf: () => 'inspector', at: new Date() },
    ),
  );
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const phone = [390, 844] as const;
const open = (cookie: string, path: string) => openPageAs({ browser, product }, cookie, path, phone);

it('goes from the field to the remedy on a phone, through a lost line', { timeout: 120_000 }, async () => {
  const field = await open(inspector, '/kiem-tra');
  await field.getByText('0/1 đơn vị trong kế hoạch đã được kiểm tra', { exact: false }).waitFor();
  expect(await seriousFindings(field)).toEqual([]);
  await field.getByRole('link', { name: 'UBND xã Tân Lập' }).click();
  await field.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
  await field.getByRole('button', { name: 'Bắt đầu kiểm tra' }).last().click();
  await field.getByRole('button', { name: 'Ghi tại hiện trường' }).click();
  await field.getByRole('status').getByText('● Đã gửi', { exact: false }).waitFor();
  await field.context().setOffline(true);
  const form = field.getByRole('region', { name: 'Ghi tồn tại' });
  await form.getByRole('textbox', { name: 'Tồn tại, hạn chế' }).fill('Chưa niêm yết danh sách hộ nghèo');
  await form.getByRole('combobox', { name: 'Thôn, tổ dân phố, nơi thấy' }).fill('Thôn Đông');
  await form.getByRole('textbox', { name: 'Yêu cầu khắc phục' }).fill('Niêm yết đủ các thôn');
  await form.getByRole('textbox', { name: 'Khắc phục chậm nhất ngày' }).fill(formatPlainDate(addDays(today, 20)));
  await form.getByRole('button', { name: 'Ghi tồn tại' }).click();
  await field.getByText('2 việc giữ trên máy này', { exact: false }).waitFor();
  const seen = field.getByRole('article', { name: 'Chưa niêm yết danh sách hộ nghèo' });
  const photo = { name: 'bang-tin.png', mimeType: 'image/png', buffer: smallPicture('image/png', 40) };
  await seen.getByLabel('Chụp ảnh, quay video').setInputFiles(photo);
  await seen.getByText('1 ảnh, video giữ trên máy này', { exact: false }).waitFor();
  expect(await isWide(field)).toBe(false);
  expect(await seriousFindings(field)).toEqual([]);
  await field.context().setOffline(false);
  await field.getByRole('status').getByText('● Đã gửi', { exact: false }).waitFor();
  await seen.getByRole('link', { name: 'bang-tin.png' }).waitFor();
  expect(await seen.getByText('giữ trên máy này', { exact: false }).count()).toBe(0);

  const unit = await open(commune, `/kiem-tra/${id}`);
  const finding = unit.getByRole('article', { name: 'Chưa niêm yết danh sách hộ nghèo' });
  await finding.getByRole('button', { name: 'Thêm tài liệu' }).click();
  await finding.getByRole('textbox', { name: 'Trích yếu' }).fill('Biên bản niêm yết');
  await finding.getByRole('button', { name: 'Thêm tài liệu', exact: true }).click();
  await finding.getByText('Biên bản niêm yết').waitFor();
  await finding.getByRole('button', { name: 'Báo đã khắc phục' }).click();
  await finding.getByRole('textbox', { name: 'Đã khắc phục thế nào' }).fill('Đã niêm yết ở tất cả các thôn');
  expect(await isWide(unit)).toBe(false);
  await finding.getByRole('button', { name: 'Gửi kết quả khắc phục' }).click();
  await finding.getByText('Đã báo khắc phục, chờ kiểm tra').waitFor();

  await field.reload();
  await field.getByRole('button', { name: 'Xác nhận đã khắc phục' }).click();
  await field.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await field.getByRole('button', { name: 'Xong ghi hiện trường' }).click();
  await field.getByRole('button', { name: 'Kết luận', exact: true }).click();
  await field.getByRole('textbox', { name: 'Đánh giá chung, kết quả kiểm tra' }).fill('Xã đã khắc phục ngay.');
  await field.getByRole('button', { name: 'Kết luận kiểm tra' }).click();
  await field.getByText('Đã khắc phục xong').waitFor();
});
