import type { EvidenceKind, EvidenceOf } from './model.ts';

/** What kinds of evidence and their fields are called, for the server's sentences and the screens alike. */

export type FieldWord = {
  label: string;
  type: 'text' | 'day' | 'count' | 'address';
  hint?: string;
  /** must be stated */
  required?: true;
  /** stands behind "Thêm chi tiết" */
  more?: true;
};

type Words = {
  [K in EvidenceKind]: {
    name: string;
    /** says the kind at a glance, beside its name */
    mark: string;
    fields: Record<Exclude<keyof EvidenceOf<K>, 'kind' | 'snapshot'>, FieldWord>;
  };
};

export const evidenceWords: Words = {
  document: {
    name: 'Văn bản',
    mark: '▤',
    fields: {
      subject: {
        label: 'Trích yếu',
        type: 'text',
        required: true,
        hint: 'ví dụ: Biên bản niêm yết công khai thu, chi',
      },
      number: { label: 'Số, ký hiệu', type: 'text', hint: 'ví dụ: 12/BB-UBND' },
      day: { label: 'Ngày ban hành', type: 'day' },
      issuer: { label: 'Cơ quan ban hành', type: 'text', more: true },
    },
  },
  page: {
    name: 'Tin, bài, trang thông tin',
    mark: '◫',
    fields: {
      address: { label: 'Địa chỉ trang', type: 'address', required: true, hint: 'bắt đầu bằng https://' },
      title: { label: 'Tên bài', type: 'text' },
      day: { label: 'Ngày đăng', type: 'day' },
    },
  },
  broadcast: {
    name: 'Phát thanh, truyền hình',
    mark: '◉',
    fields: {
      station: { label: 'Đài', type: 'text', required: true, hint: 'ví dụ: Đài truyền thanh xã Tân Lập' },
      from: { label: 'Phát từ ngày', type: 'day', required: true },
      count: { label: 'Số lượt phát', type: 'count' },
      to: { label: 'Đến ngày', type: 'day', more: true },
      times: { label: 'Giờ phát', type: 'text', more: true, hint: 'ví dụ: 5 giờ 30 và 17 giờ' },
    },
  },
  media: {
    name: 'Ảnh, video',
    mark: '▣',
    fields: {
      subject: { label: 'Nội dung', type: 'text', required: true, hint: 'ví dụ: Bảng niêm yết tại nhà văn hóa thôn 3' },
      day: { label: 'Ngày chụp, quay', type: 'day' },
      place: { label: 'Nơi chụp, quay', type: 'text', more: true },
    },
  },
  training: {
    name: 'Tập huấn, tuyên truyền',
    mark: '◆',
    fields: {
      topic: { label: 'Chủ đề', type: 'text', required: true },
      day: { label: 'Ngày tổ chức', type: 'day', required: true },
      participants: { label: 'Số người dự', type: 'count' },
      of: { label: 'Trên tổng số', type: 'count', hint: 'số người thuộc diện dự' },
      classes: { label: 'Số lớp, buổi', type: 'count', more: true },
    },
  },
  meeting: {
    name: 'Hội nghị, đối thoại',
    mark: '◎',
    fields: {
      subject: { label: 'Nội dung', type: 'text', required: true },
      day: { label: 'Ngày tổ chức', type: 'day', required: true },
      asked: { label: 'Số ý kiến nêu', type: 'count' },
      answered: { label: 'Số ý kiến đã trả lời', type: 'count' },
      minutes: { label: 'Số biên bản', type: 'text', more: true },
      participants: { label: 'Số người dự', type: 'count', more: true },
    },
  },
  inspection: {
    name: 'Biên bản kiểm tra',
    mark: '✓',
    fields: {
      by: { label: 'Đoàn, cơ quan kiểm tra', type: 'text', required: true },
      day: { label: 'Ngày kiểm tra', type: 'day', required: true },
      findings: { label: 'Số tồn tại, hạn chế', type: 'count' },
      remedied: { label: 'Số đã khắc phục', type: 'count' },
      record: { label: 'Số biên bản, kết luận', type: 'text', more: true },
    },
  },
  disclosure: {
    name: 'Niêm yết, công khai',
    mark: '▥',
    fields: {
      what: { label: 'Nội dung công khai', type: 'text', required: true },
      where: {
        label: 'Nơi công khai',
        type: 'text',
        required: true,
        hint: 'ví dụ: trụ sở UBND xã, 12 nhà văn hóa thôn',
      },
      from: { label: 'Từ ngày', type: 'day', required: true },
      to: { label: 'Đến ngày', type: 'day' },
    },
  },
};

/** The fields of a kind in the order they are asked for. */
export const fieldsOf = (kind: EvidenceKind): [name: string, word: FieldWord][] =>
  Object.entries<FieldWord>(evidenceWords[kind].fields);
