import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allFrameworks } from '../src/framework/catalogue.ts';
import { samplePlans } from './plans/all.ts';
import { provinceCsv, provinceDictionary, provinceFrameCsv, sipasCsv } from './survey/responses.ts';
import { writeDocx } from './write/docx.ts';
import { expectedOf } from './write/expected.ts';
import { writeText } from './write/text.ts';

/** Writes every plan as .docx, .txt and expected reading, and the answers of the sample surveys: `node samples/make.ts`. */
const folder = import.meta.dirname;
await mkdir(join(folder, 'expected'), { recursive: true });
for (const plan of samplePlans) {
  await writeFile(join(folder, `${plan.slug}.docx`), await writeDocx(plan));
  await writeFile(join(folder, `${plan.slug}.txt`), writeText(plan));
  await writeFile(join(folder, 'expected', `${plan.slug}.json`), `${JSON.stringify(expectedOf(plan), null, 2)}\n`);
}

const statements = allFrameworks().find(({ index, version }) => index === 'SIPAS' && version === '39')?.nodes ?? [];
const codes = statements.filter(({ parent }) => parent !== null).map(({ code }) => code);
await writeFile(join(folder, 'survey', 'minh-ha.csv'), provinceCsv());
await writeFile(join(folder, 'survey', 'minh-ha-dan-mau.csv'), provinceFrameCsv());
await writeFile(join(folder, 'survey', 'minh-ha-tu-dien.yaml'), provinceDictionary());
await writeFile(join(folder, 'survey', 'sipas.csv'), sipasCsv(codes));
