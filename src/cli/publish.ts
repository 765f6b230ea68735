import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { Compile } from 'typebox/compile';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { Reading } from '../plan/model.ts';
import { requireReadable } from './sources.ts';
import { writeWhole } from './write-whole.ts';

type Write = (reading: Reading, day: PlainDate) => Promise<Uint8Array>;

/** Loaded only when asked for: a workbook needs no writer of documents. */
const writers: Record<string, Write> = {
  async '.docx'(reading, day) {
    const { planPaper } = await import('../publish/paper/plan.ts');
    return (await import('../publish/paper/write-docx.ts')).writeDocx(planPaper(reading), day);
  },
  async '.pdf'(reading, day) {
    const { planPaper } = await import('../publish/paper/plan.ts');
    return (await import('../platform/office/write-pdf.ts')).writePdf(planPaper(reading), day);
  },
  async '.xlsx'(reading) {
    return (await import('../publish/plan-xlsx.ts')).planXlsx(reading);
  },
};

/** Writes the plan a reading holds as a Word file, a PDF or a workbook, as its name ends. Whole or not at all. */
export async function publish(file: string, options: { as: string; out: string }): Promise<void> {
  if (options.as !== 'plan') throw new Problem('usage', { what: options.as, why: 'wrong' });
  const write = writers[extname(options.out).toLowerCase()];
  if (!write) throw new Problem('usage', { what: options.out, why: 'wrong' });
  const reading = await readReading(file);
  await writeWhole(options.out, await write(reading, dayInVietnam(new Date())));
}

const check = Compile(Reading);

async function readReading(name: string): Promise<Reading> {
  await requireReadable({ file: name });
  const said = parse(name === '-' ? await text(process.stdin) : await readFile(name, 'utf8'), name);
  // One of several readings says which file it is of.
  const { file: _, ...reading } = { file: '', ...(typeof said === 'object' && said) };
  const [wrong] = check.Errors(reading);
  if (wrong) throw new Problem('reading-not-valid', { name, where: wrong.instancePath || '/' });
  return reading as Reading;
}

function parse(content: string, name: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Problem('reading-not-valid', { name, where: '' }, { cause });
  }
}
