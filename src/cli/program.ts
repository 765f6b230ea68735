import { Command } from 'commander';
import { reportFailure } from './failure.ts';
import { addSample } from './sample-command.ts';
import { inVietnamese } from './vietnamese.ts';

/**
 * The command line. Each command lives in a file of its own, which is loaded only when it is asked for, so that reading
 * a file does not wait for the database's or the server's code.
 */
const program = inVietnamese(new Command('thang'))
  .description('Thang: từ kế hoạch chính thức tới chỉ số tốt hơn, và trở lại văn bản chính thức.')
  .version('0.1.0', '-V, --version', 'in số phiên bản');

/** An option that may be given several times. */
const several = (value: string, before: string[] = []): string[] => [...before, value];

program
  .command('start')
  .description('mở Thang trên máy này (lần đầu tự chuẩn bị cơ sở dữ liệu và dữ liệu mẫu)')
  .option('-p, --port <cổng>', 'cổng HTTP; mặc định là biến PORT hoặc 3000')
  .option('--host <địa chỉ>', 'địa chỉ lắng nghe; bản dùng thử chỉ nhận máy này', 'localhost')
  .option('--sign-in', 'mở cho nhiều người, có đăng nhập, không kèm tỉnh mẫu')
  .action(async (options) => (await import('./start.ts')).start(options));

program
  .command('read')
  .description('đọc kế hoạch từ tệp, thư mục hoặc đầu vào chuẩn (-) và in những gì đọc được')
  .argument('<tệp...>', 'tệp .docx, .doc, .odt, .pdf, .xlsx, .html, .md, .txt, thư mục, hoặc “-”')
  .option('--json', 'in JSON theo hợp đồng đọc (mặc định khi không in ra màn hình)')
  .option('--table', 'in bảng nhiệm vụ (mặc định trên màn hình)')
  .option('--xlsx <tệp>', 'ghi ma trận nhiệm vụ ra tệp Excel')
  .option('--as <dạng>', 'coi nội dung là docx, doc, odt, xlsx, pdf, html, markdown hoặc text')
  .option('--tenant <mã>', 'dùng điều đơn vị này đã dạy khi sửa (cần cơ sở dữ liệu)')
  .action(async (files, options) => (await import('./read.ts')).read(files, options));

program
  .command('publish')
  .description('viết văn bản theo Nghị định 30/2020/NĐ-CP từ một bản đọc (JSON), không cần máy chủ')
  .argument('<tệp>', 'bản đọc do “thang read --json” in ra, hoặc “-”')
  .requiredOption('--out <tệp>', 'tệp .docx, .pdf hoặc .xlsx sẽ ghi')
  .option('--as <loại>', 'viết thành loại văn bản nào: plan (kế hoạch)', 'plan')
  .action(async (file, options) => (await import('./publish.ts')).publish(file, options));

program
  .command('due')
  .description('đổi thời hạn như in trong kế hoạch thành ngày, kèm lý do và ngày nghỉ phải tránh')
  .argument('<thời hạn>', 'như in trong kế hoạch: “trước ngày 15 tháng cuối quý”')
  .option('--year <năm>', 'năm của kế hoạch; mặc định là năm nay')
  .option('--from <ngày>', 'chỉ lấy hạn từ ngày này')
  .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
  .action(async (wording, options) => (await import('./due.ts')).due(wording, options));

program
  .command('lint')
  .description('kiểm tra thể thức văn bản Word theo Nghị định 30/2020/NĐ-CP, nói chỗ phải sửa và điều khoản')
  .argument('<tệp>', 'tệp .docx, hoặc “-” cho đầu vào chuẩn')
  .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
  .action(async (file, options) => (await import('./lint.ts')).lint(file, options));

program
  .command('estimate')
  .description('ước lượng từ dữ liệu khảo sát chọn mẫu, kèm khoảng tin cậy đúng theo thiết kế mẫu')
  .argument('<tệp...>', 'dữ liệu .parquet, .csv, .xlsx, .sav; nhiều phần cùng cột hoặc một thư mục')
  .requiredOption('--design <tệp>', 'thiết kế mẫu (YAML): strata, psu, ssu, weight, fpc, certainty, calibrate …')
  .option('--of <chỉ tiêu>', 'mean:y1,y2, total:y, proportion:q1=2, ratio:a/b, quantile:y@0.9, median:y', several)
  .option(
    '--index <tệp>',
    'bộ chỉ số (YAML) thay cho --of: cây chỉ tiêu với quy tắc gộp, như samples/survey/sipas-39.yaml',
  )
  .option('--mapping <tệp>', 'cột nào của dữ liệu là chỉ tiêu nào của bộ chỉ số')
  .option('--rank', 'xếp hạng các nhóm theo bộ chỉ số, kèm khả năng của từng hạng và nhóm')
  .option('--by <phân tổ>', 'province,sex là hai cách; province*sex là một cách chéo; . là toàn bộ', several)
  .option('--only <nhóm>', 'chỉ những người có giá trị này: sex=2 hoặc province=1,2', several)
  .option('--method <cách>', 'taylor (mặc định), bootstrap:200, jackknife, brr, supplied')
  .option('--interval <kiểu>', 'khoảng tin cậy của tỷ lệ: logit (mặc định), beta, wilson, mean')
  .option('--level <mức>', 'mức tin cậy, mặc định 0.95')
  .option('--lonely <cách>', 'tầng chỉ có một cụm: fail (mặc định), certainty, adjust, average')
  .option('--seed <số>', 'hạt giống của bootstrap, mặc định 1')
  .option('--dictionary <tệp>', 'từ điển dữ liệu (YAML, JSON): nhãn, phương án, mã không trả lời')
  .option('--xlsform <tệp>', 'bảng hỏi XLSForm (.xlsx) thay cho từ điển dữ liệu')
  .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
  .option('--table', 'in bảng (mặc định trên màn hình)')
  .option('--csv', 'in CSV')
  .action(async (files, options) => (await import('./estimate.ts')).estimate(files, options));

program
  .command('compare')
  .description('so sánh các nhóm hoặc hai cuộc khảo sát (hai năm), kiểm định hai câu hỏi có liên quan không')
  .argument('<tệp...>', 'dữ liệu .parquet, .csv, .xlsx, .sav; nhiều phần cùng cột hoặc một thư mục')
  .requiredOption('--design <tệp>', 'thiết kế mẫu (YAML)')
  .option('--of <chỉ tiêu>', 'mean:y1,y2, total:y, proportion:q1=2, ratio:a/b', several)
  .option('--by <phân tổ>', 'các nhóm so sánh từng đôi: province, hoặc province*sex')
  .option('--with <tệp>', 'cuộc khảo sát thứ hai: so sánh từng nhóm giữa hai cuộc', several)
  .option('--with-design <tệp>', 'thiết kế mẫu của cuộc thứ hai, nếu khác')
  .option('--shared', 'hai cuộc có cụm chung (cùng tầng, cùng mã cụm)')
  .option('--test <bảng>', 'kiểm định Rao–Scott cho bảng hai câu hỏi: gioi_tinh*hai_long')
  .option('--only <nhóm>', 'chỉ những người có giá trị này: sex=2 hoặc province=1,2', several)
  .option('--level <mức>', 'mức tin cậy, mặc định 0.95')
  .option('--dictionary <tệp>', 'từ điển dữ liệu (YAML, JSON): nhãn, phương án, mã không trả lời')
  .option('--xlsform <tệp>', 'bảng hỏi XLSForm (.xlsx) thay cho từ điển dữ liệu')
  .option('--json', 'in JSON (mặc định khi không in ra màn hình)')
  .option('--table', 'in bảng (mặc định trên màn hình)')
  .action(async (files, options) => (await import('./compare.ts')).compare(files, options));

addSample(program);

program
  .command('schema')
  .description('in JSON Schema của những gì Thang đọc ra')
  .argument('<tên>', 'reading')
  .action(async (name) => (await import('./schema.ts')).schema(name));

program
  .command('remind')
  .description('nhắc việc đến hạn của hôm nay ngay bây giờ (máy chủ đang chạy tự nhắc mỗi sáng)')
  .option('--tenant <mã>', 'chỉ nhắc người của một đơn vị')
  .option('--json', 'in kết quả dạng JSON')
  .action(async (options) => (await import('./remind.ts')).remindNow(options));

const audit = inVietnamese(program.command('audit')).description('nhật ký kiểm toán');
audit
  .command('verify')
  .description('tính lại chuỗi băm của nhật ký, chỉ ra mắt xích hỏng đầu tiên')
  .option('--tenant <mã>', 'chỉ kiểm tra một đơn vị')
  .option('--json', 'in kết quả dạng JSON')
  .action(async (options) => (await import('./audit.ts')).verify(options));

const units = inVietnamese(program.command('units')).description('đơn vị hành chính và cơ quan qua các thời kỳ');
for (const [verb, what] of [
  ['show', 'in đơn vị hành chính mang một mã vào một ngày'],
  ['successors', 'in các đơn vị mà đơn vị ấy đã thành'],
  ['predecessors', 'in các đơn vị đã nhập thành đơn vị ấy'],
] as const)
  units
    .command(verb)
    .description(what)
    .argument('<mã>', 'mã đơn vị hành chính: tỉnh 2 chữ số, huyện 3, xã 5')
    .option('--on <ngày>', 'vào ngày nào (2025-06-30 hoặc 30/06/2025); mặc định là hôm nay')
    .option('--json', 'in JSON')
    .action(async (code, options) => (await import('./units.ts'))[verb](code, options));
units
  .command('resolve')
  .description('cho biết một tên in trong văn bản là cơ quan nào, theo danh bạ mẫu của tỉnh vào ngày đó')
  .argument('<tên>', 'tên như in trong văn bản, ví dụ “Sở TN&MT”')
  .requiredOption('--province <tỉnh>', 'tỉnh, thành phố nơi ban hành văn bản')
  .option('--on <ngày>', 'ngày của văn bản; mặc định là hôm nay')
  .option('--issuer <cơ quan>', 'cơ quan ban hành, ví dụ “UBND thị xã Ba Đồn”; mặc định là UBND tỉnh')
  .option('--json', 'in JSON')
  .action(async (name, options) => (await import('./resolve-name.ts')).resolveName(name, options));

program
  .command('build')
  .description('dựng giao diện web nếu mã nguồn đã thay đổi')
  .action(async () => (await import('./build.ts')).build());

program.command('test').description('chạy mọi kiểm tra và phép thử (--long: toàn bộ)').helpOption(false);

/** Does what the arguments say; what fails is told on standard error and in the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}
