import type { Command } from 'commander';
import { inVietnamese } from './vietnamese.ts';

const several = (value: string, before: string[] = []): string[] => [...before, value];

/** `thang sample …`: drawing a sample, and the figures one needs before. */
export function addSample(program: Command): void {
  const sample = inVietnamese(program.command('sample'))
    .description('chọn mẫu khảo sát từ danh sách, có hạt giống và biên bản; tính cỡ mẫu, phân bổ, độ chính xác dự kiến')
    .argument('[danh sách]', 'dàn mẫu .csv hoặc .xlsx, mỗi dòng một đơn vị nhỏ nhất (thôn, người …)')
    .option('--plan <phương án>', 'papi, hoặc tệp YAML nêu các giai đoạn chọn')
    .option('--seed <số>', 'hạt giống của số ngẫu nhiên: ghi lại để ai cũng chọn lại được')
    .option('--out <tệp>', 'ghi mẫu đã chọn ra tệp .csv')
    .option('--protocol <tệp>', 'ghi biên bản chọn mẫu (Markdown)')
    .option('--design <tệp>', 'ghi thiết kế mẫu (YAML) cho “thang estimate”')
    .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
    .action(async (frame, options) => (await import('./sample.ts')).sample(frame, options));
  sample
    .command('size')
    .description('cỡ mẫu cần có, theo công thức SIPAS và theo công thức chung')
    .requiredOption('--population <số>', 'số người: 12000, hoặc từng nhóm: Lớn=50000 (nêu nhiều lần)', several)
    .option('--margin <sai số>', 'sai số cho phép', '0.05')
    .option('--share <tỷ lệ>', 'tỷ lệ dự kiến; 0.5 cần nhiều người nhất', '0.5')
    .option('--deff <số>', 'hệ số thiết kế', '1')
    .option('--level <mức>', 'độ tin cậy', '0.95')
    .option('--response <tỷ lệ>', 'tỷ lệ trả lời dự kiến', '1')
    .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
    .action(async (_, command) => (await import('./sample-figures.ts')).size(command.optsWithGlobals()));
  sample
    .command('allocate')
    .description('phân bổ cỡ mẫu cho các tầng')
    .argument('<tệp>', 'danh sách tầng .csv hoặc .xlsx')
    .requiredOption('--n <số>', 'cỡ mẫu phải phân bổ')
    .requiredOption('--size <cột>', 'cột số người của tầng')
    .option('--name <cột>', 'cột tên tầng; mặc định là cột đầu tiên')
    .option('--rule <cách>', 'equal (đều), proportional (tỷ lệ), neyman, power', 'proportional')
    .option('--sd <cột>', 'cột độ lệch chuẩn dự kiến, cho neyman')
    .option('--power <số>', 'số mũ từ 0 (đều) đến 1 (tỷ lệ), cho power', '0.5')
    .option('--minimum <số>', 'ít nhất mỗi tầng', '2')
    .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
    .action(async (file, _, command) =>
      (await import('./sample-figures.ts')).allocate(file, command.optsWithGlobals()),
    );
  sample
    .command('precision')
    .description('độ chính xác dự kiến trước khi đi thực địa')
    .argument('[mẫu]', 'mẫu do “thang sample --out” ghi; không có thì nêu --psus và --people')
    .option('--design <tệp>', 'thiết kế mẫu do “thang sample --design” ghi')
    .option('--by <cột>', 'tính riêng từng nhóm của cột này')
    .option('--psus <số>', 'số cụm của một nhóm')
    .option('--people <số>', 'số người phỏng vấn trong một cụm')
    .option('--domains <số>', 'số nhóm giống nhau, ví dụ 63 tỉnh', '1')
    .option('--kish <số>', 'phần quyền số không đều làm tăng phương sai', '1')
    .option('--share <tỷ lệ>', 'tỷ lệ dự kiến', '0.5')
    .option('--sd <số>', 'độ lệch chuẩn dự kiến, thay cho tỷ lệ')
    .option('--rho <số>', 'hệ số tương quan trong cụm', '0.05')
    .option('--level <mức>', 'độ tin cậy', '0.95')
    .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
    .action(async (file, _, command) =>
      (await import('./sample-figures.ts')).precision(file, command.optsWithGlobals()),
    );
}
