import { strFromU8, unzipSync } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Paper } from '../paper/model.ts';
import { writeDocx } from '../paper/write-docx.ts';

/** The styles and the ways to count that blocks of ours are set with, as our own files have them. */
export type Foundation = {
  styles: ReadonlyMap<string, string>;
  counting: Record<'headings' | 'dashes' | 'rows', string>;
};

const nothing: Paper = {
  ...{ type: 'Báo cáo', superior: null, issuer: 'x', number: null, symbol: null, place: null, date: null, year: null },
  ...{ title: 'x', addressees: [], bases: [], blocks: [], recipients: [], appendices: [] },
  signature: { authority: [], title: '', name: null },
};

let known: Promise<Foundation> | undefined;

/** Taken from a file of ours, so that there is one place that says how they look. */
export function foundation(): Promise<Foundation> {
  known ??= readFoundation();
  return known;
}

async function readFoundation(): Promise<Foundation> {
  const files = unzipSync(await writeDocx(nothing, '2026-01-01' as PlainDate));
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const styles = [...part('word/styles.xml').matchAll(/<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>.*?<\/w:style>/gsu)];
  const counts = [...part('word/numbering.xml').matchAll(/<w:abstractNum\b.*?<\/w:abstractNum>/gsu)].map(
    ([xml]) => xml,
  );
  const [headings = '', dashes = '', rows = ''] = counts.slice(-3);
  return {
    styles: new Map(styles.map(([xml, id = '']) => [id, xml])),
    counting: { headings, dashes, rows },
  };
}
