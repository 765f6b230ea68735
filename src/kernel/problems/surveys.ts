import { sayNumber } from '../number.ts';
import { define } from './define.ts';

/** What can be wrong with survey data, a sampling design, or what is asked of them. */
export const surveyProblems = {
  'survey-column-unknown': define<{ column: string; where: string; near: readonly string[] }>({
    status: 422,
    title: 'Dữ liệu không có cột này',
    detail: ({ column, where, near }) =>
      `Dữ liệu không có cột “${column}” (nêu trong ${where}). ${
        near.length > 0 ? `Có phải là ${near.map((name) => `“${name}”`).join(', ')}? ` : ''
      }Chưa tính gì; hãy viết đúng tên cột như trong từ điển dữ liệu.`,
  }),
  'survey-column-not-number': define<{ column: string; example: string }>({
    status: 422,
    title: 'Cột không phải là số',
    detail: ({ column, example }) =>
      `Cột “${column}” có giá trị không phải là số (ví dụ “${example}”), nên không tính được. Hãy sửa dữ liệu, khai mã không trả lời trong từ điển dữ liệu, hoặc hỏi tỷ lệ của từng phương án.`,
  }),
  'survey-value-not-finite': define<{ column: string; rows: number }>({
    status: 422,
    title: 'Có giá trị không phải là số hữu hạn',
    detail: ({ column, rows }) =>
      `Cột “${column}” có ${rows} dòng mang giá trị NaN hoặc vô cực. Chưa tính gì; hãy để trống ô không có câu trả lời rồi nhập lại.`,
  }),
  'survey-weight-wrong': define<{ column: string; missing: number; low: number; infinite: number }>({
    status: 422,
    title: 'Quyền số chưa đúng',
    detail: ({ column, missing, low, infinite }) =>
      `Cột quyền số “${column}” có ${missing} dòng trống, ${low} dòng bằng 0 hoặc âm (hay quá gần 0), ${infinite} dòng không hữu hạn (hay quá lớn). Mỗi người trả lời phải có quyền số lớn hơn 0; hãy sửa dữ liệu rồi tính lại.`,
  }),
  'survey-unit-missing': define<{ column: string; rows: number }>({
    status: 422,
    title: 'Thiếu tầng hoặc cụm',
    detail: ({ column, rows }) =>
      `${rows} dòng không có giá trị ở cột “${column}” của thiết kế mẫu. Mỗi người trả lời phải thuộc đúng một tầng và một cụm; hãy điền đủ rồi tính lại.`,
  }),
  'survey-unit-in-two-strata': define<{ unit: string; column: string; strata: readonly string[]; units: number }>({
    status: 422,
    title: 'Một cụm nằm ở hai tầng',
    detail: ({ unit, column, strata, units }) =>
      `${units} cụm nằm ở nhiều tầng; ví dụ “${unit}” (cột “${column}”) ở các tầng ${strata.join(', ')}. Nếu mã cụm được đánh lại từ đầu trong từng tầng, hãy khai như vậy (“nest: true” trong tệp thiết kế); nếu không, hãy sửa mã tầng.`,
  }),
  'survey-lonely-psu': define<{ stratum: string; strata: number; stage: number }>({
    status: 422,
    title: 'Có tầng chỉ có một cụm',
    detail: ({ stratum, strata, stage }) =>
      `${strata} tầng ở giai đoạn ${stage} chỉ có một cụm (ví dụ “${stratum}”), nên không tính được sai số trong tầng đó. Hãy gộp tầng ấy với tầng gần giống, hoặc chọn cách xử lý “lonely”: certainty (coi như chọn chắc chắn), adjust (so với bình quân chung), average (lấy bình quân các tầng khác).`,
  }),
  'survey-population-wrong': define<{ column: string; stratum: string; why: 'varies' | 'too-small' | 'not-positive' }>({
    status: 422,
    title: 'Quy mô tổng thể chưa đúng',
    detail: ({ column, stratum, why }) =>
      `Cột “${column}” ở tầng “${stratum}” ${
        {
          varies: 'mang nhiều giá trị khác nhau; cả tầng phải có chung một quy mô tổng thể',
          'too-small': 'nhỏ hơn số cụm đã chọn',
          'not-positive': 'trống, bằng 0 hoặc âm',
        }[why]
      }. Chưa tính gì; hãy sửa cột này rồi tính lại.`,
  }),
  'survey-certainty-varies': define<{ column: string; unit: string }>({
    status: 422,
    title: 'Cụm vừa chọn chắc chắn vừa không',
    detail: ({ column, unit }) =>
      `Cụm “${unit}” (cột “${column}”) có dòng ghi là được chọn chắc chắn, có dòng không. Cả cụm phải như nhau; hãy sửa cột “certainty” của thiết kế trong dữ liệu rồi tính lại.`,
  }),
  'survey-too-many-groups': define<{ groups: number; limit: number; what: 'units' | 'domains' | 'cells' | 'rows' }>({
    status: 422,
    title: 'Quá nhiều nhóm',
    detail: ({ groups, limit, what }) =>
      `${
        {
          rows: `Thiết kế mẫu không có cụm nên mỗi người trong ${sayNumber(groups)} người trả lời là một đơn vị`,
          units: `Thiết kế mẫu có ${groups} tầng và cụm`,
          domains: `Cách phân tổ chia dữ liệu thành ${groups} nhóm`,
          cells: `Thiết kế, phân tổ và biến hiệu chỉnh chia dữ liệu thành ${groups} ô`,
        }[what]
      }, quá giới hạn ${limit}. Có thể một cột mã số cá nhân đã bị khai nhầm làm tầng, cụm hoặc phân tổ; hãy kiểm tra lại tên cột.`,
  }),
  'survey-no-rows': define<Record<string, never>>({
    status: 422,
    title: 'Không có dòng dữ liệu nào',
    detail: () => 'Tệp dữ liệu không có người trả lời nào. Hãy kiểm tra lại tệp rồi nhập lại.',
  }),
  'survey-auxiliary-missing': define<{ column: string; rows: number }>({
    status: 422,
    title: 'Thiếu giá trị để hiệu chỉnh quyền số',
    detail: ({ column, rows }) =>
      `${rows} dòng không có giá trị ở cột “${column}” dùng để hiệu chỉnh quyền số. Mỗi người trả lời phải có giá trị ở cột này; hãy điền đủ (hoặc gán cho một nhóm “không rõ” có tổng riêng) rồi tính lại.`,
  }),
  'survey-responded-wrong': define<{ column: string; example: string }>({
    status: 422,
    title: 'Cột cho biết ai đã trả lời chưa đúng',
    detail: ({ column, example }) =>
      `Cột “${column}” phải là 1 (đã trả lời) hoặc 0 (không trả lời), nhưng có giá trị “${example}”. Chưa tính gì; hãy sửa cột này rồi tính lại.`,
  }),
  'survey-respond-late': define<{ step: number }>({
    status: 422,
    title: 'Thứ tự hiệu chỉnh quyền số chưa đúng',
    detail: ({ step }) =>
      `Bước hiệu chỉnh thứ ${step} bù người không trả lời (“respond”) sau khi quyền số đã được hiệu chỉnh theo tổng thể. Hãy đưa các bước “respond” lên trước, rồi tính lại.`,
  }),
  'survey-totals-wrong': define<{
    columns: string;
    category: string;
    why: 'nobody' | 'no-total' | 'not-positive';
  }>({
    status: 422,
    title: 'Tổng thể để hiệu chỉnh quyền số chưa khớp với mẫu',
    detail: ({ columns, category, why }) =>
      `Nhóm “${category}” của “${columns}” ${
        {
          nobody:
            'không có người trả lời nào (trong mẫu, hoặc trong một lần lặp lại của mẫu), nên không đạt được tổng đã cho. Hãy gộp nhóm này với nhóm gần giống',
          'no-total': 'có người trả lời nhưng chưa khai tổng. Hãy bổ sung tổng của nhóm này',
          'not-positive': 'có tổng âm, bằng 0 hoặc không hữu hạn. Hãy sửa tổng của nhóm này',
        }[why]
      } rồi tính lại.`,
  }),
  'survey-margins-differ': define<{ one: string; other: string; sums: readonly [number, number] }>({
    status: 422,
    title: 'Các tổng để hiệu chỉnh quyền số không bằng nhau',
    detail: ({ one, other, sums }) =>
      `Cộng các nhóm của “${one}” được ${sayNumber(sums[0])}, của “${other}” được ${sayNumber(sums[1])}. Cùng một tổng thể thì hai số này phải bằng nhau; hãy sửa các tổng rồi tính lại.`,
  }),
  'survey-totals-contradict': define<{ what: string }>({
    status: 422,
    title: 'Các tổng để hiệu chỉnh quyền số mâu thuẫn nhau',
    detail: ({ what }) =>
      `Tổng đã khai của “${what}” trái với các tổng khai trước nó (trong mẫu, cột này suy ra được từ các cột kia). Chưa tính gì; hãy sửa hoặc bỏ tổng này rồi tính lại.`,
  }),
  'survey-calibration-failed': define<{ why: 'no-solution' | 'too-narrow' | 'bounds' | 'negative' }>({
    status: 422,
    title: 'Không hiệu chỉnh được quyền số',
    detail: ({ why }) =>
      ({
        'no-solution':
          'Không có bộ quyền số dương nào đạt cùng lúc các tổng đã cho. Hãy kiểm tra các tổng, gộp những nhóm ít người trả lời, hoặc bớt tổng rồi tính lại.',
        'too-narrow':
          'Không có bộ quyền số nào trong giới hạn đã khai (“bounds”) đạt được các tổng đã cho. Hãy nới giới hạn, gộp nhóm hoặc bớt tổng rồi tính lại.',
        bounds:
          'Giới hạn (“bounds”) của tỷ số quyền số mới so với quyền số cũ phải gồm một số nhỏ hơn 1 và một số lớn hơn 1; cách “logit” phải có giới hạn. Hãy khai lại rồi tính lại.',
        negative:
          'Bước hiệu chỉnh trước làm một số quyền số âm, nên không hiệu chỉnh tiếp được. Hãy khai giới hạn (“bounds”) hoặc chọn cách “raking” cho bước đó rồi tính lại.',
      })[why],
  }),
  'survey-brr-pairs': define<{ stratum: string; units: number }>({
    status: 422,
    title: 'Thiết kế mẫu không hợp với cách lặp lại cân đối',
    detail: ({ stratum, units }) =>
      `Cách lặp lại cân đối (“brr”) cần đúng hai cụm trong mỗi tầng, nhưng tầng “${stratum}” có ${units} cụm. Hãy dùng “taylor”, “jackknife” hoặc “bootstrap”.`,
  }),
  'survey-replicates-lonely': define<{ stratum: string }>({
    status: 422,
    title: 'Có tầng chỉ có một cụm',
    detail: ({ stratum }) =>
      `Tầng “${stratum}” chỉ có một cụm nên không lặp lại mẫu trong tầng đó được. Hãy gộp tầng, khai “lonely: certainty” (coi như chọn chắc chắn), hoặc dùng “taylor” hay “jackknife”.`,
  }),
  'survey-replicates-many': define<{ units: number; replicates: number; most: number }>({
    status: 422,
    title: 'Quá nhiều lần lặp lại',
    detail: ({ units, replicates, most }) =>
      `${units} cụm với ${replicates} lần lặp lại là quá nhiều để giữ trong bộ nhớ. Hãy dùng “taylor”, hoặc “bootstrap” với không quá ${most} lần.`,
  }),
  'survey-replicate-scales': define<{ columns: number; scales: number }>({
    status: 422,
    title: 'Khai quyền số lặp lại chưa đủ',
    detail: ({ columns, scales }) =>
      `Có ${columns} cột quyền số lặp lại nhưng khai ${scales} hệ số “rscales”. Mỗi cột cần đúng một hệ số; hãy sửa thiết kế mẫu rồi tính lại.`,
  }),
  'survey-replicate-weights-wrong': define<{ first: string; last: string }>({
    status: 422,
    title: 'Quyền số lặp lại chưa đúng',
    detail: ({ first, last }) =>
      `Trong các cột quyền số lặp lại (“${first}” … “${last}”) có ô trống, số âm hoặc số không hữu hạn. Chưa tính gì; hãy sửa dữ liệu rồi tính lại.`,
  }),
  'survey-request-wrong': define<{ what: string }>({
    status: 422,
    title: 'Chưa hiểu yêu cầu ước lượng',
    detail: ({ what }) => `${what} Chưa tính gì; hãy sửa yêu cầu rồi chạy lại.`,
  }),
  'survey-changed-meanwhile': define({
    status: 409,
    title: 'Khảo sát vừa được người khác sửa',
    detail: () =>
      'Có người vừa sửa từ điển dữ liệu hoặc thiết kế mẫu của khảo sát này. Chưa ghi gì; hãy tải lại trang để xem bản mới rồi sửa tiếp.',
  }),
  'survey-design-missing': define({
    status: 422,
    title: 'Chưa khai thiết kế mẫu',
    detail: () =>
      'Khảo sát này chưa khai thiết kế mẫu (tầng, cụm, quyền số) nên chưa tính được sai số. Hãy nhờ cơ quan thường trực khai ở mục “Thiết kế mẫu”, rồi tính lại.',
  }),
  'survey-minimum-too-low': define<{ least: number }>({
    status: 422,
    title: 'Mức công bố tối thiểu quá thấp',
    detail: ({ least }) =>
      `Một số liệu công bố phải dựa trên ít nhất ${least} người trả lời, để không nhận ra được từng người. Chưa ghi gì; hãy khai lại mức tối thiểu.`,
  }),
  'survey-group-not-told': define({
    status: 422,
    title: 'Nhóm này không công bố được',
    detail: () =>
      'Một trong hai nhóm không có trong dữ liệu hoặc có quá ít người trả lời nên không công bố, vì vậy cũng không so sánh. Hãy chọn hai nhóm đang có số liệu.',
  }),
  'survey-questionnaire-other': define({
    status: 422,
    title: 'Bảng hỏi không khớp với dữ liệu',
    detail: () =>
      'Không câu hỏi nào trong bảng hỏi trùng tên với một cột của dữ liệu. Chưa ghi gì; hãy chọn đúng bảng hỏi của khảo sát này, hoặc sửa cột “name” trong bảng hỏi cho trùng tên cột.',
  }),
  'survey-column-not-share': define<{ column: string }>({
    status: 422,
    title: 'Cột không phải là 0 và 1',
    detail: ({ column }) =>
      `Cột “${column}” có giá trị khác 0 và 1 nên không tính được tỷ lệ của cả cột. Chưa tính gì; hãy khai mã không trả lời trong từ điển dữ liệu, hoặc hỏi tỷ lệ của một phương án, ví dụ proportion:${column}=1.`,
  }),
  'survey-index-wrong': define<{ name: string; what: string }>({
    status: 422,
    title: 'Bộ chỉ số hoặc tệp ghép cột chưa đúng',
    detail: ({ name, what }) => `${name}: ${what} Chưa tính gì; hãy sửa rồi chạy lại.`,
  }),
  'survey-index-answer-wrong': define<{ leaf: string; column: string; rows: number; allowed: string }>({
    status: 422,
    title: 'Có câu trả lời ngoài thang của chỉ tiêu',
    detail: ({ leaf, column, rows, allowed }) =>
      `Cột “${column}” (chỉ tiêu ${leaf}) có ${sayNumber(rows)} dòng mang giá trị ngoài ${allowed}. Chưa tính gì; hãy khai mã đó ở “missing” (không trả lời) hoặc ở “values” (giá trị của mã) trong tệp ghép cột, rồi tính lại.`,
  }),
};
