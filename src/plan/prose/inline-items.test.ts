import { expect, test } from 'vitest';
import { findCompanions } from './companions.ts';
import { findEmbedded } from './embedded.ts';
import { splitInlineItems } from './inline-items.ts';

test('items behind one another in a paragraph are told apart', () => {
  expect(splitInlineItems('phối hợp với Sở Y tế: a) rà soát hồ sơ; b) trả lời công dân.')).toEqual({
    lead: 'phối hợp với Sở Y tế:',
    items: ['rà soát hồ sơ;', 'trả lời công dân.'],
  });
});

test('what a sentence counts is part of it', () => {
  expect(splitInlineItems('hỗ trợ các đối tượng: (1) hộ nghèo ở xã; (2) hộ cận nghèo ở xã.')).toBeUndefined();
  expect(splitInlineItems('thực hiện điểm a) khoản 2.')).toBeUndefined();
});

test('whom one works with is named whole', () => {
  expect(findCompanions('phối hợp với Phòng Điều dưỡng giám sát vệ sinh tay.')).toEqual(['Phòng Điều dưỡng']);
  expect(findCompanions('phối hợp với Bộ Ngoại giao mở văn phòng giới thiệu.')).toEqual(['Bộ Ngoại giao']);
});

test('sentences after an approval say who acts on it', () => {
  const { orders } = findEmbedded(
    'Thống nhất đề xuất mở rộng 5 trạm. Các doanh nghiệp viễn thông hoàn thành trong quý IV.',
  );
  expect(orders.map(({ agencies }) => agencies)).toEqual([['Các doanh nghiệp viễn thông']]);
});

test('who answers for a thing is not ordered it', () => {
  const { orders } = findEmbedded('UBND các xã lập danh sách; Chủ tịch UBND xã chịu trách nhiệm nếu bỏ sót.');
  expect(orders).toEqual([]);
});
