import { createCanvas } from '@napi-rs/canvas';
import { strToU8, zipSync } from 'fflate';
import { newId } from '../../kernel/ids.ts';
import type { Evidence } from '../../report/evidence/model.ts';
import type { EvidencesView, EvidenceView } from '../../report/evidence/views.ts';
import type { TestBrowser, TestServer } from '../testing.ts';

/** Evidence as a browser sends it, and small files of each kind, for tests. */

export const paper: Evidence = {
  ...{ kind: 'document', subject: 'Biên bản niêm yết', number: '12/BB-UBND', day: '2026-05-06', issuer: null },
};

export type Sending = { agencyId: string; occurrenceIds: string[]; id?: string; piece?: Evidence };

export const sentOf = ({ agencyId, occurrenceIds, id = newId(), piece = paper }: Sending) => ({
  ...{ id, agencyId, piece, occurrenceIds },
});

export const add = (who: TestBrowser, sending: Sending) => who.send('POST', '/api/evidence', sentOf(sending));

/** A form of the words and the file, as a browser makes it. */
export function formOf(sending: Sending, name: string, content: Uint8Array | string): { type: string; body: Buffer } {
  const boundary = 'thang-test-boundary';
  const head = [
    `--${boundary}\r\ncontent-disposition: form-data; name="evidence"\r\n\r\n${JSON.stringify(sentOf(sending))}\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`,
    'content-type: application/pdf\r\n\r\n',
  ].join('');
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

export function addFile(
  { app }: TestServer,
  who: TestBrowser,
  sending: Sending,
  name: string,
  content: Uint8Array | string,
) {
  const { type, body } = formOf(sending, name, content);
  const headers = { ...who.headers, 'content-type': type };
  return app.inject({ method: 'POST', url: '/api/evidence/file', headers, payload: body });
}

export const listOf = async (who: TestBrowser, agencyId: string): Promise<EvidencesView> =>
  (await who.get(`/api/evidence?agency=${agencyId}`)).json();
export const bodyOf = (answer: { json: () => unknown }): EvidenceView => answer.json() as EvidenceView;

/** One page that says a word, by hand: the smallest PDF that every viewer opens. */
export function smallPdf(word = 'Thang'): Buffer {
  const text = `BT /F1 40 Tf 60 700 Td (${word}) Tj ET`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let out = '%PDF-1.4\n';
  const places = parts.map((part, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${part}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${out}${table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`);
}

export function smallPicture(as: 'image/png' | 'image/jpeg' | 'image/webp', side = 900): Buffer {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = 'teal';
  context.fillRect(0, 0, side, side);
  return as === 'image/png' ? canvas.toBuffer(as) : canvas.toBuffer(as, 80);
}

/** An office file of parts, with what says that it is one. */
export const officeFile = (parts: Record<string, Uint8Array | string>): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      ...Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    }),
  );
