import { Command } from 'commander';
import { reportFailure } from './failure.ts';
import { inVietnamese } from './vietnamese.ts';

/**
 * The command line. Each command lives in a file of its own, which is loaded only when it is asked for, so that reading
 * a file does not wait for the database's or the server's code.
 */
const program = inVietnamese(new Command('thang'))
  .description('Thang: từ kế hoạch chính thức tới chỉ số tốt hơn, và trở lại văn bản chính thức.')
  .version('0.1.0', '-V, --version', 'in số phiên bản');

program
  .command('start')
  .description('mở Thang trên máy này (lần đầu tự chuẩn bị cơ sở dữ liệu và dữ liệu mẫu)')
  .option('-p, --port <cổng>', 'cổng HTTP; mặc định là biến PORT hoặc 3000')
  .option('--host <địa chỉ>', 'địa chỉ lắng nghe; bản dùng thử chỉ nhận máy này', 'localhost')
  .action(async (options) => (await import('./start.ts')).start(options));

const audit = inVietnamese(program.command('audit')).description('nhật ký kiểm toán');
audit
  .command('verify')
  .description('tính lại chuỗi băm của nhật ký, chỉ ra mắt xích hỏng đầu tiên')
  .option('--tenant <mã>', 'chỉ kiểm tra một đơn vị')
  .option('--json', 'in kết quả dạng JSON')
  .action(async (options) => (await import('./audit.ts')).verify(options));

program
  .command('build')
  .description('dựng giao diện web nếu mã nguồn đã thay đổi')
  .action(async () => (await import('./build.ts')).build());

program.command('test').description('chạy mọi kiểm tra và phép thử (--long: toàn bộ)').helpOption(false);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportFailure(error);
}
