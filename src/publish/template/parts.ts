import type { PaperKind } from './kinds.ts';

/** What a kind of paper consists of: its parts by their printed headings, and the table of its appendix. */

export type Part = { name: string; heading: string };
export type Rows = {
  name: string;
  says: string;
  grouped: boolean;
  columns: readonly { name: string; says: string }[];
};

const reported: readonly Part[] = [
  { name: 'ton_tai_han_che', heading: 'TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN' },
  { name: 'kho_khan_vuong_mac', heading: 'KHÓ KHĂN, VƯỚNG MẮC' },
  { name: 'de_xuat_kien_nghi', heading: 'ĐỀ XUẤT, KIẾN NGHỊ' },
  { name: 'phuong_huong', heading: 'PHƯƠNG HƯỚNG KỲ TỚI' },
];
const planned: readonly Part[] = [
  { name: 'ket_qua_da_dat', heading: 'KẾT QUẢ ĐÃ ĐẠT ĐƯỢC' },
  { name: 'muc_tieu', heading: 'MỤC TIÊU' },
  { name: 'nhiem_vu_giai_phap', heading: 'NHIỆM VỤ, GIẢI PHÁP' },
  { name: 'to_chuc_thuc_hien', heading: 'TỔ CHỨC THỰC HIỆN' },
  { name: 'che_do_bao_cao', heading: 'CHẾ ĐỘ BÁO CÁO' },
];
const reviewed: readonly Part[] = [
  { name: 'chi_dao_dieu_hanh', heading: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH' },
  { name: 'tinh_hinh_bao_cao', heading: 'TÌNH HÌNH BÁO CÁO QUA CÁC KỲ' },
  { name: 'ket_qua_thuc_hien', heading: 'KẾT QUẢ THỰC HIỆN' },
  ...reported.slice(0, 3),
  { name: 'phuong_huong', heading: 'PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI' },
];

/** In the order they are printed. */
export const partsOfKind: Readonly<Record<PaperKind, readonly Part[]>> = {
  plan: planned,
  'own-plan': planned,
  report: [
    { name: 'tinh_hinh_chung', heading: 'TÌNH HÌNH CHUNG' },
    { name: 'ket_qua_thuc_hien', heading: 'KẾT QUẢ THỰC HIỆN' },
    ...reported,
  ],
  consolidated: [
    { name: 'danh_gia_chung', heading: 'ĐÁNH GIÁ CHUNG' },
    { name: 'ket_qua_thuc_hien', heading: 'KẾT QUẢ THỰC HIỆN' },
    ...reported,
  ],
  reminder: [],
  'late-list': [],
  explanation: [
    { name: 'viec_cham', heading: 'NHIỆM VỤ CHẬM, CHƯA HOÀN THÀNH' },
    { name: 'nguyen_nhan', heading: 'NGUYÊN NHÂN' },
    { name: 'bien_phap', heading: 'BIỆN PHÁP KHẮC PHỤC' },
    { name: 'de_xuat_kien_nghi', heading: 'ĐỀ XUẤT, KIẾN NGHỊ' },
  ],
  inspection: [
    { name: 'thanh_phan_noi_dung', heading: 'THÀNH PHẦN, NỘI DUNG KIỂM TRA' },
    { name: 'ket_qua_kiem_tra', heading: 'KẾT QUẢ KIỂM TRA' },
    { name: 'ton_tai_han_che', heading: 'TỒN TẠI, HẠN CHẾ' },
    { name: 'yeu_cau_khac_phuc', heading: 'YÊU CẦU KHẮC PHỤC' },
  ],
  'mid-year': reviewed,
  'year-end': reviewed,
};

const lateRows: Rows = {
  ...{ name: 'danh_sach', says: 'Lặp cho từng đơn vị chậm', grouped: false },
  columns: [
    { name: 'ten_don_vi', says: 'Cơ quan, đơn vị' },
    { name: 'noi_dung_cham', says: 'Nội dung chậm' },
    { name: 'han', says: 'Hạn' },
    { name: 'tinh_trang', says: 'Chưa gửi, gửi chậm, đã trả lại' },
    { name: 'so_ngay_cham', says: 'Số ngày chậm' },
    { name: 'ghi_chu', says: 'Ghi chú' },
  ],
};

/** The table of the appendix, its columns as they are printed. */
export const rowsOfKind: Readonly<Partial<Record<PaperKind, Rows>>> = {
  report: {
    ...{ name: 'nhiem_vu', says: 'Lặp cho từng nhiệm vụ', grouped: true },
    columns: [
      { name: 'ten_nhiem_vu', says: 'Nhiệm vụ' },
      { name: 'tinh_trang', says: 'Tình trạng: Hoàn thành, Đang thực hiện …' },
      { name: 'ket_qua', says: 'Kết quả trong kỳ' },
    ],
  },
  reminder: lateRows,
  'late-list': lateRows,
  explanation: {
    ...{ name: 'nhiem_vu', says: 'Lặp cho từng nhiệm vụ chậm, chưa hoàn thành', grouped: false },
    columns: [
      { name: 'ten_nhiem_vu', says: 'Nhiệm vụ' },
      { name: 'han', says: 'Hạn' },
      { name: 'tinh_trang', says: 'Tình trạng' },
      { name: 'ly_do', says: 'Nguyên nhân đơn vị nêu' },
      { name: 'khac_phuc', says: 'Biện pháp và ngày hoàn thành' },
    ],
  },
};
