import { describe, expect, test } from 'vitest';
import { findClause } from './clause.ts';

describe('a clause label', () => {
  test.each([
    ['Phần thứ nhất. MỞ ĐẦU', 'part', 'Phần thứ nhất.', 0],
    ['CHƯƠNG II', 'part', 'CHƯƠNG II', 0],
    ['A. QUAN ĐIỂM', 'part', 'A.', 0],
    ['I. MỤC ĐÍCH', 'roman', 'I.', 1],
    ['IV/ Tổ chức', 'roman', 'IV/', 1],
    ['II - Nội dung', 'roman', 'II -', 1],
    ['1. Mục đích', 'decimal', '1.', 2],
    ['1.Mục đích', 'decimal', '1.', 2],
    ['2) Yêu cầu', 'decimal', '2)', 2],
    ['1.2. Sở Nội vụ', 'decimal', '1.2.', 3],
    ['1.2 Sở Nội vụ', 'decimal', '1.2', 3],
    ['a) Chủ trì', 'letter', 'a)', 5],
    ['đ) Rà soát', 'letter', 'đ)', 5],
    ['- Tăng cường', 'dash', '-', 6],
    ['-Tăng cường', 'dash', '-', 6],
    ['+ Tổ chức', 'plus', '+', 7],
  ])('%s', (text, kind, label, depth) => {
    expect(findClause(text)).toEqual({ kind, label, depth });
  });

  test.each([
    'V/v cải thiện',
    '1.500 hộ',
    '31/12/2026',
    '100% hồ sơ',
    '2026. Năm',
    '-------',
    'Sở Nội vụ',
    'IX',
    'vi. nhỏ',
    '',
  ])('is none in “%s”', (text) => {
    expect(findClause(text)).toBeNull();
  });
});
