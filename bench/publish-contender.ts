import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { writeDocx } from '../src/publish/paper/write-docx.ts';
import { answers, cellsOf, day, reportOf } from './publish-data.ts';

/**
 * One contender in a process of its own, so that its peak memory is its own: `node bench/publish-contender.ts
 * thang|docxtemplater` makes the report once and prints one line of JSON: seconds from data to bytes, rows, peak bytes.
 */
const [name = ''] = process.argv.slice(2);

/** The same report with one row that is repeated for each answer. */
const template = () => {
  const fields = ['{#rows}{unit}', '{task}', '{state}', '{result}', '{difficulty}{/rows}'];
  return writeDocx(reportOf([{ kind: 'row', cells: fields.map((line) => ({ lines: [line] })) }]), day);
};

const contenders: Record<string, () => Promise<() => Promise<Uint8Array>>> = {
  thang: async () => () => writeDocx(reportOf(answers.map((one) => ({ kind: 'row', cells: cellsOf(one) }))), day),
  async docxtemplater() {
    const file = await template();
    return async () => {
      const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true });
      document.render({ rows: answers });
      return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
    };
  },
};

const contender = contenders[name];
if (!contender) throw new RangeError(`no such contender: ${name}`);
const run = await contender();
const start = process.hrtime.bigint();
const bytes = await run();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const document = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
const rows = document.split('<w:tr>').length - 1;
console.log(JSON.stringify({ seconds, rows, bytes: bytes.length, peak: process.resourceUsage().maxRSS * 1024 }));
