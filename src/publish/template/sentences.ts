import type { Block } from '../paper/model.ts';
import type { PaperKind } from './kinds.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/**
 * What stands before the parts of a paper in its template: the sentences themselves where a province may want to say them
 * otherwise, else the field that holds what the product composed.
 */
export const sentencesOf: Readonly<Record<PaperKind, Block[]>> = {
  plan: [paragraph('{mo_dau}')],
  'own-plan': [paragraph('{mo_dau}')],
  report: [
    paragraph(
      'Thực hiện {ke_hoach}, {don_vi} báo cáo kết quả thực hiện kỳ {ky_bao_cao} (số liệu từ ngày {tu_ngay} đến ngày {den_ngay}) như sau:',
    ),
  ],
  consolidated: [paragraph('{mo_dau}')],
  reminder: [
    paragraph('Thực hiện {thuc_hien}, các cơ quan, đơn vị {lam_gi} {viec_phai_bao_cao} về {noi_nhan_bao_cao}.'),
    paragraph('{tinh_hinh} (danh sách tại Phụ lục kèm theo).'),
    paragraph('Để bảo đảm tiến độ tổng hợp, {co_quan_ban_hanh} {yeu_cau} các cơ quan, đơn vị nêu trên:'),
    {
      kind: 'list',
      items: [
        'Hoàn thành, {lam_gi} {viec_phai_bao_cao} về {noi_nhan_bao_cao} chậm nhất {han_gui}.',
        'Nêu rõ nguyên nhân chậm và biện pháp khắc phục trong kỳ tiếp theo.',
      ],
    },
  ],
  'late-list': [paragraph('{tinh_hinh}{#co_danh_sach} (danh sách tại Phụ lục kèm theo){/co_danh_sach}.')],
  explanation: [paragraph('{mo_dau}')],
  inspection: [paragraph('{mo_dau}')],
  'mid-year': [paragraph('{mo_dau}')],
  'year-end': [paragraph('{mo_dau}')],
};
