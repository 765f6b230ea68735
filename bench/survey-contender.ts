import { readFileSync, writeFileSync } from 'node:fs';
import { openMicrodata } from '../src/store/microdata/open.ts';
import { estimate } from '../src/survey/estimate.ts';

/**
 * Estimates in a process of their own, so that peak memory is their own: `node bench/survey-contender.ts PARQUET QUESTION
 * TURNS ROWS` opens the Parquet file and estimates the question (a JSON file) so many times, writes the rows of estimates
 * to ROWS and prints one line of JSON: seconds of each turn, opening included, and the peak of resident memory in bytes.
 */
const [file = '', question = '', turns = '1', rows = ''] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(question, 'utf8'));
const seconds: number[] = [];
for (let turn = 0; turn < Number(turns); turn++) {
  const begun = performance.now();
  const data = await openMicrodata({ file });
  const answer = await estimate(asked, data.scan);
  seconds.push((performance.now() - begun) / 1000);
  await data.close();
  if (turn === 0) writeFileSync(rows, JSON.stringify(answer.rows));
}
console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS * 1024 }));
