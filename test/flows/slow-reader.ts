import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Stands for the reading process, as slow as a test wants: it tells what `say` last said, "recognise 3 12" or "go". */
export type SlowReader = { program: string; say: (what: string) => Promise<void> };

export async function makeSlowReader(folder: string): Promise<SlowReader> {
  const [program, said] = [join(folder, 'slow.mjs'), join(folder, 'said')];
  const say = (what: string) => writeFile(said, what);
  await say('');
  await writeFile(program, source(said));
  return { program, say };
}

const nothing = {
  document: {
    ...{ indices: [], title: 'Kế hoạch dài', type: null, number: null, symbol: null, date: null, year: null },
    ...{
      place: null,
      issuer: null,
      signer: null,
      references: [],
      addressees: [],
      recipients: [],
      results: [],
      goals: [],
    },
  },
  ...{ duties: [], reporting: [], groups: [], tasks: [], warnings: [] },
};
const answer = { kind: 'read', format: 'text', document: '{"format":"text","pages":null,"blocks":[],"warnings":[]}' };

const source = (said: string) => `
import { readFileSync } from 'node:fs';
let timer;
process.on('message', ({ kind }) => {
  clearInterval(timer);
  if (kind === 'cancel') return process.send({ kind: 'cancelled' });
  let told = '';
  timer = setInterval(() => {
    const said = readFileSync(${JSON.stringify(said)}, 'utf8').trim();
    if (said === told) return;
    told = said;
    const [step, done, of] = said.split(' ');
    if (step === 'go') {
      clearInterval(timer);
      process.send(${JSON.stringify({ ...answer, reading: nothing })});
    } else process.send({ kind: 'progress', progress: { step, done: Number(done), of: Number(of) } });
  }, 50);
});`;
