import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Paper, Row } from '../src/publish/paper/model.ts';
import { writeDocx } from '../src/publish/paper/write-docx.ts';
import { consolidatedPaper } from '../src/publish/report/consolidated.ts';
import { gather, paperOf } from './consolidate-data.ts';
import { day } from './publish-data.ts';

/**
 * One contender in a process of its own: `node bench/consolidate-contender.ts thang|docxtemplater` consolidates once, makes the paper
 * and prints one line of JSON. docxtemplater is given the finished figures and fills the tables of the same paper.
 */
const [name = ''] = process.argv.slice(2);

const begun = process.hrtime.bigint();
const gathered = gather();
const since = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e9;
const consolidating = since(begun);
const made = consolidatedPaper(paperOf(gathered));

/** Each table of a paper as one row that is repeated, and the cells that fill it. */
function asTemplate(paper: Paper): { paper: Paper; data: Record<string, Record<string, string>[]> } {
  const data: Record<string, Record<string, string>[]> = {};
  const appendices = paper.appendices.map((appendix, n) => ({
    ...appendix,
    blocks: appendix.blocks.map((block) => {
      if (block.kind !== 'table') return block;
      const { columns, rows } = block.table;
      data[`t${n}`] = rows.map((row) =>
        Object.fromEntries(
          columns.map((_, i) => [
            `c${i}`,
            row.kind === 'group' ? (i === 0 ? row.name : '') : (row.cells[i]?.lines.join(' ') ?? ''),
          ]),
        ),
      );
      const cells = columns.map((_, i) => ({
        lines: [`${i === 0 ? `{#t${n}}` : ''}{c${i}}${i === columns.length - 1 ? `{/t${n}}` : ''}`],
      }));
      const one: Row = { kind: 'row', cells };
      return { ...block, table: { ...block.table, rows: [one] } };
    }),
  }));
  return { paper: { ...paper, appendices }, data };
}

const contenders: Record<string, () => Promise<() => Promise<Uint8Array>>> = {
  thang: async () => () => writeDocx(made, day),
  async docxtemplater() {
    const { paper, data } = asTemplate(made);
    const file = await writeDocx(paper, day);
    return async () => {
      const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true });
      document.render(data);
      return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
    };
  },
};

const contender = contenders[name];
if (!contender) throw new RangeError(`no such contender: ${name}`);
const run = await contender();
const start = process.hrtime.bigint();
const bytes = await run();
const seconds = since(start);
const document = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
const rows = document.split('<w:tr>').length - 1;
console.log(
  JSON.stringify({ consolidating, seconds, rows, bytes: bytes.length, peak: process.resourceUsage().maxRSS * 1024 }),
);
