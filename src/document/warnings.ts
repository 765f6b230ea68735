import type { DocumentWarning } from './model.ts';

/** What a reader left alone, whatever the format. */
export const macrosIgnored: DocumentWarning = {
  code: 'macros-ignored',
  message: 'Tệp có macro. Thang chỉ đọc chữ và không chạy macro.',
  source: null,
};

export const externalLinksIgnored: DocumentWarning = {
  code: 'external-links-ignored',
  message: 'Tệp có liên kết ra ngoài. Thang không mở các liên kết đó; nội dung nằm ngoài tệp không được đọc.',
  source: null,
};

export const foreignPartIgnored: DocumentWarning = {
  code: 'embedded-part-ignored',
  message:
    'Tệp có phần nhúng từ định dạng khác mà Thang không đọc. Hãy mở bằng Word, lưu lại rồi tải lên nếu thấy thiếu nội dung.',
  source: null,
};
