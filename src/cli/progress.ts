import type { ReadingProgress } from '../document/tools.ts';

/** What a person at a terminal sees while files are read: a bar, pages, problems as they come, a sentence at the end. */
export type Progress = {
  begin: (file: string) => void;
  /** how far a long file is */
  pages: (progress: ReadingProgress) => void;
  done: (tasks: number) => void;
  /** a line that stays, on standard error */
  say: (line: string) => void;
  end: (failed: number) => void;
  /** told to stop: clears what moves and says so */
  drop: () => void;
};

/** Shows progress on standard error, so that standard output belongs to the readings. One short file needs none. */
export async function openProgress(files: number): Promise<Progress> {
  const bar = files > 1 && process.stderr.isTTY ? await openBar(files) : undefined;
  const line = bar ? undefined : openLine();
  const begun = performance.now();
  let tasks = 0;
  let read = 0;
  let file = '';
  return {
    begin: (name) => {
      file = name;
      bar?.begin(file);
      line?.begin();
    },
    pages: (progress) => {
      const said = `${file} · ${sayPages(progress)}`;
      bar?.begin(said);
      line?.show(said);
    },
    done: (count) => {
      tasks += count;
      read += 1;
      bar?.step();
      line?.clear();
    },
    say: (text) => {
      bar?.step();
      line?.clear();
      if (bar) bar.log(`${text}\n`);
      else process.stderr.write(`${text}\n`);
    },
    end: (failed) => {
      bar?.stop();
      if (files > 1)
        process.stderr.write(`${summary({ files, read, failed, tasks, took: performance.now() - begun })}\n`);
    },
    drop: () => {
      bar?.stop();
      line?.clear();
      process.stderr.write(`Đã dừng theo yêu cầu; ${number.format(read)}/${number.format(files)} tệp đã đọc xong.\n`);
    },
  };
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

const steps: Record<ReadingProgress['step'], string> = { pages: 'đọc trang', recognise: 'nhận dạng chữ trang' };
const sayPages = ({ step, done, of }: ReadingProgress): string =>
  `${steps[step]} ${number.format(done)}/${number.format(of)}`;

/** Milliseconds before a file counts as long, and between two lines where they cannot be written over. */
const patience = 1_000;
const rest = 5_000;

/** One line for the pages of a long file: written over in a terminal, now and then a new one in a log. */
function openLine() {
  const { stderr } = process;
  let begun = 0;
  let told = 0;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    begin: () => {
      begun = performance.now();
      told = begun;
    },
    show: (text: string) => {
      const now = performance.now();
      if (now - begun < patience) return;
      if (stderr.isTTY) {
        clear();
        stderr.write(text.slice(-(stderr.columns || 80) + 1));
        shown = true;
      } else if (now - told >= rest) {
        told = now;
        stderr.write(`${text}\n`);
      }
    },
    clear,
  };
}

type Totals = { files: number; read: number; failed: number; tasks: number; took: number };

function summary({ files, read, failed, tasks, took }: Totals): string {
  const refused = failed > 0 ? `, ${number.format(failed)} tệp không đọc được` : '';
  return `Đã đọc ${number.format(read)}/${number.format(files)} tệp, ${number.format(tasks)} nhiệm vụ${refused}, trong ${number.format(took / 1000)} giây.`;
}

async function openBar(files: number) {
  const { default: cliProgress } = await import('cli-progress');
  const bars = new cliProgress.MultiBar(
    {
      format: ' {bar} {value}/{total} · {file}',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  const bar = bars.create(files, 0, { file: '' });
  return {
    begin: (file: string) => bar.update({ file }),
    step: () => bar.increment(),
    log: (line: string) => bars.log(line),
    stop: () => bars.stop(),
  };
}
