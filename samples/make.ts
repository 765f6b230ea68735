import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplePlans } from './plans/all.ts';
import { writeDocx } from './write/docx.ts';
import { expectedOf } from './write/expected.ts';
import { writeText } from './write/text.ts';

/** Writes every sample as .docx, .txt and expected reading beside this file: `node samples/make.ts`. */
const folder = import.meta.dirname;
await mkdir(join(folder, 'expected'), { recursive: true });
for (const plan of samplePlans) {
  await writeFile(join(folder, `${plan.slug}.docx`), await writeDocx(plan));
  await writeFile(join(folder, `${plan.slug}.txt`), writeText(plan));
  await writeFile(join(folder, 'expected', `${plan.slug}.json`), `${JSON.stringify(expectedOf(plan), null, 2)}\n`);
}
