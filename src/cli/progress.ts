/** What a person at a terminal sees while many files are read: a bar, problems as they come, a sentence at the end. */
export type Progress = {
  begin: (file: string) => void;
  done: (tasks: number) => void;
  /** a line that stays, on standard error */
  say: (line: string) => void;
  end: (failed: number) => void;
};

/** Shows progress on standard error, so that standard output belongs to the readings. One file needs none. */
export async function openProgress(files: number): Promise<Progress> {
  const bar = files > 1 && process.stderr.isTTY ? await openBar(files) : undefined;
  const begun = performance.now();
  let tasks = 0;
  let read = 0;
  return {
    begin: (file) => bar?.begin(file),
    done: (count) => {
      tasks += count;
      read += 1;
      bar?.step();
    },
    say: (line) => {
      bar?.step();
      if (bar) bar.log(`${line}\n`);
      else process.stderr.write(`${line}\n`);
    },
    end: (failed) => {
      bar?.stop();
      if (files > 1)
        process.stderr.write(`${summary({ files, read, failed, tasks, took: performance.now() - begun })}\n`);
    },
  };
}

type Totals = { files: number; read: number; failed: number; tasks: number; took: number };

function summary({ files, read, failed, tasks, took }: Totals): string {
  const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
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
