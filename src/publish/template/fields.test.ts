import { expect, it } from 'vitest';
import { documentFields } from './document-fields.ts';
import { paperKindNames, paperKinds } from './kinds.ts';

const head = `# Biểu mẫu văn bản

Mỗi loại văn bản có một mẫu có sẵn, theo Nghị định 30/2020/NĐ-CP. Ở màn hình **Biểu mẫu**: tải mẫu về, sửa bằng Word như một văn bản
thường, tải lên lại; phần mềm kiểm tra ngay và nói chỗ phải sửa. Bản không có lỗi được giữ lại; chỉ khi bấm “Dùng mẫu này” thì văn bản
mới theo mẫu ấy, và lúc nào cũng quay lại được mẫu có sẵn.

- Trường viết trong dấu ngoặc nhọn: \`{so_ky_hieu}\`, có dấu hay không dấu đều được; viết chữ in hoa thì in ra chữ in hoa.
- **Chữ**: điền vào chỗ của trường. **Nhiều dòng**: đoạn chứa trường được lặp cho từng dòng. **Nhiều đoạn**: đứng một mình trong một đoạn.
- **Phần lặp**: \`{#danh_sach}\` … \`{/danh_sach}\`; trong bảng thì mở ở ô đầu, đóng ở ô cuối của dòng cần lặp.
- \`{#co_x}\` … \`{/co_x}\`: chỉ in phần ở giữa khi trường \`x\` có nội dung. Đoạn chỉ có trường mà không có gì để điền thì tự bỏ.
- Không dùng được: macro, đối tượng nhúng, liên kết tải từ ngoài tệp, tệp còn sửa đổi chưa chấp nhận.
- PDF theo biểu mẫu cần LibreOffice trên máy chủ; không có thì PDF in theo mẫu có sẵn và tên tệp ghi “(theo mẫu có sẵn)”.

Bảng dưới đây do phần mềm lập ra (\`vitest run src/publish/template/fields.test.ts -u\`).
`;
const sorts = { text: 'chữ', lines: 'nhiều dòng', blocks: 'nhiều đoạn', rows: 'phần lặp' } as const;

it('lists the fields of every kind of paper in docs/templates.md', async () => {
  const parts = paperKinds.map((kind) => {
    const rows = documentFields(kind).map(
      ({ typed, says, sort, within, needed }) =>
        `| \`${typed}\`${needed ? ' *' : ''} | ${says} | ${sorts[sort]}${within === null ? '' : `, trong \`${within}\``} |`,
    );
    return `\n## ${paperKindNames[kind]}\n\n| Trường (* bắt buộc) | Nội dung | Cách điền |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  await expect(head + parts.join('')).toMatchFileSnapshot('../../../docs/templates.md');
});
