import type { AgencyLine, AskedReorganisation } from '../../../src/place/views.ts';

/** Official words for kinds of agencies and of reorganisations. */

/** The sentence of src/people/permissions.ts for whoever may reorganise, and say whose waiting work is. */
export const mayArrange = 'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị';

export const kindWords: Record<AgencyLine['kind'], string> = {
  committee: 'Ủy ban nhân dân',
  council: 'Hội đồng nhân dân',
  department: 'Sở, cơ quan ngang sở',
  division: 'Phòng chuyên môn',
  service: 'Đơn vị sự nghiệp',
  party: 'Cơ quan Đảng',
  front: 'Mặt trận Tổ quốc',
  mass: 'Tổ chức chính trị - xã hội',
  central: 'Cơ quan ngành dọc',
  village: 'Thôn, tổ dân phố',
  other: 'Cơ quan, tổ chức khác',
};

export const levelWords: Record<AgencyLine['level'], string> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  village: 'Thôn, tổ dân phố',
};

export type AskedKind = AskedReorganisation['kind'];

export const askedWords: Record<AskedKind, { label: string; hint: string }> = {
  merge: { label: 'Hợp nhất', hint: 'Nhiều cơ quan thành một; việc, vai trò và đơn vị trực thuộc chuyển theo.' },
  split: { label: 'Tách', hint: 'Một cơ quan giao việc cho một hoặc nhiều cơ quan mới, mỗi nơi một mảng.' },
  rename: { label: 'Đổi tên', hint: 'Vẫn là cơ quan ấy; tên cũ giữ nguyên trong các ngày trước.' },
  abolish: { label: 'Giải thể', hint: 'Cơ quan kết thúc; nơi khác nhận việc.' },
  create: { label: 'Lập mới', hint: 'Cơ quan bắt đầu từ ngày này.' },
  'move-function': { label: 'Chuyển một chức năng', hint: 'Một mảng việc sang cơ quan khác; cả hai vẫn còn.' },
  'move-parent': {
    label: 'Chuyển trực thuộc',
    hint: 'Cơ quan đứng dưới nơi khác hoặc không trực thuộc nơi nào, cùng những gì trực thuộc nó.',
  },
};

export const enteredWord = (kind: string): string =>
  kind === 'undo' ? 'Hoàn tác' : (askedWords[kind as AskedKind]?.label ?? kind);
