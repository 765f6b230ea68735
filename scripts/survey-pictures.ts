import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../src/kernel/seeded.ts';
import { importSurvey } from '../src/store/microdata/import.ts';
import { openMicrodata } from '../src/store/microdata/open.ts';
import { estimateIndex } from '../src/survey/composite/estimate-index.ts';
import { parseIndexFramework } from '../src/survey/composite/parse-framework.ts';
import { parseIndexMapping } from '../src/survey/composite/parse-mapping.ts';
import { parseDesign } from '../src/survey/design/parse.ts';
import { parseDictionary } from '../src/survey/dictionary/declared.ts';
import { estimate } from '../src/survey/estimate.ts';
import type { EstimateRow } from '../src/survey/model.ts';

/** The pictures of docs/uoc-luong-khao-sat.md from the sample survey, reckoned by the engine: `node scripts/survey-pictures.ts`. */
const root = join(import.meta.dirname, '..');
const sample = (name: string): string => join(root, 'samples', 'survey', name);
const text = (name: string): Promise<string> => readFile(sample(name), 'utf8');

const blue = '#2a6f86';
const red = '#b3541e';
const grey = '#667';
const groupColours = ['#1f6f54', '#7fb59d', '#e0b27a', '#b3541e'];

function write(name: string, svg: string): Promise<void> {
  return writeFile(join(root, 'docs', 'images', name), svg);
}

type Line = { label: string; draw: (y: number) => string };

/** Rows of marks over one scale from `low` to `high`, with a key above. */
function picture(title: string, key: string, lines: readonly Line[], axis: string): string {
  const height = 70 + 34 * lines.length + 30;
  const body = lines.map(
    ({ label, draw }, i) =>
      `<text x="150" y="${y(i) + 5}" text-anchor="end">${label}</text><line x1="160" x2="690" y1="${y(i)}" y2="${y(i)}" stroke="#ddd"/>${draw(y(i))}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${height}" font-family="system-ui, sans-serif" font-size="14" fill="#222" role="img" aria-label="${title}"><rect width="720" height="${height}" fill="#fff"/><text x="20" y="24" font-weight="600" font-size="15">${title}</text>${key}${body.join('')}${axis}</svg>\n`;
}

const y = (i: number): number => 85 + 34 * i;
const x = (value: number, low: number, high: number): number =>
  Math.round(10 * (160 + (530 * (value - low)) / (high - low))) / 10;

function axisOf(ticks: readonly number[], low: number, high: number, count: number): string {
  const at = y(count - 1) + 32;
  return ticks
    .map(
      (tick) =>
        `<text x="${x(tick, low, high)}" y="${at}" text-anchor="middle" fill="${grey}" font-size="12">${String(tick).replace('.', ',')}</text>`,
    )
    .join('');
}

const nameOf = (row: Pick<EstimateRow, 'by'>): string => String(row.by.khu_vuc);
const dot = (at: number, height: number, colour: string, size = 5, opacity = 1): string =>
  `<circle cx="${at}" cy="${height}" r="${size}" fill="${colour}" fill-opacity="${opacity}"/>`;
const bar = (from: number, to: number, height: number, colour: string): string =>
  `<line x1="${from}" x2="${to}" y1="${height}" y2="${height}" stroke="${colour}" stroke-width="4" stroke-linecap="round"/>`;

function communesPicture(areas: readonly EstimateRow[], communes: readonly EstimateRow[]): string {
  const [low, high] = [1.8, 5];
  const lines = areas.map((area) => ({
    label: nameOf(area),
    draw: (at: number) =>
      communes
        .filter((one) => nameOf(one) === nameOf(area))
        .map(({ estimate: value }) => dot(x(value ?? 0, low, high), at, blue, 6, 0.55))
        .join('') + dot(x(area.estimate ?? 0, low, high), at, red, 4),
  }));
  const key = `${dot(30, 48, blue, 6, 0.55)}<text x="42" y="53">điểm của một xã được chọn (16 người)</text>${dot(330, 48, red, 4)}<text x="342" y="53">điểm của khu vực</text>`;
  return picture(
    'Điểm hài lòng (1–5): người cùng xã trả lời giống nhau, xã khác nhau',
    key,
    lines,
    axisOf([2, 3, 4, 5], low, high, lines.length),
  );
}

function intervalsPicture(areas: readonly EstimateRow[]): string {
  const [low, high] = [2.4, 4.6];
  const lines = areas.map(({ estimate: value, se, low: from, high: to, deff, ...row }) => {
    const naive = (1.96 * (se ?? 0)) / Math.sqrt(deff ?? 1);
    const middle = value ?? 0;
    return {
      label: nameOf(row),
      draw: (at: number) =>
        bar(x(from ?? 0, low, high), x(to ?? 0, low, high), at - 6, blue) +
        dot(x(middle, low, high), at - 6, blue) +
        bar(x(middle - naive, low, high), x(middle + naive, low, high), at + 7, '#c9a58e') +
        dot(x(middle, low, high), at + 7, '#c9a58e', 4),
    };
  });
  const key = `${bar(24, 54, 48, blue)}<text x="62" y="53">khoảng 95% theo cách chọn mẫu (8 xã)</text>${bar(350, 380, 48, '#c9a58e')}<text x="388" y="53">nếu coi như chọn từng người (sai)</text>`;
  return picture(
    'Cùng số liệu, hai khoảng tin cậy',
    key,
    lines,
    axisOf([2.5, 3, 3.5, 4, 4.5], low, high, lines.length),
  );
}

function groupsPicture(ranks: readonly { by: EstimateRow['by']; groupChance: readonly number[] }[]): string {
  const names = ['cao nhất', 'trung bình cao', 'trung bình thấp', 'thấp nhất'];
  const lines = ranks.map(({ by, groupChance }) => ({
    label: nameOf({ by }),
    draw: (at: number) => {
      let from = 0;
      return groupChance
        .map((chance, i) => {
          const [left, right] = [x(from, 0, 1), x(from + chance, 0, 1)];
          from += chance;
          const percent =
            chance >= 0.08
              ? `<text x="${(left + right) / 2}" y="${at + 5}" text-anchor="middle" fill="${i % 3 === 0 ? '#fff' : '#222'}" font-size="12">${Math.round(100 * chance)}%</text>`
              : '';
          return `<rect x="${left}" y="${at - 11}" width="${Math.round(10 * (right - left)) / 10}" height="22" fill="${groupColours[i]}"/>${percent}`;
        })
        .join('');
    },
  }));
  const key = names
    .map(
      (name, i) =>
        `<rect x="${24 + 165 * i}" y="40" width="14" height="14" fill="${groupColours[i]}"/><text x="${44 + 165 * i}" y="52">${name}</text>`,
    )
    .join('');
  return picture('Khả năng thuộc từng nhóm điểm, tính cả sai số chọn mẫu', key, lines, '');
}

const folder = await mkdtemp(join(tmpdir(), 'thang-pictures-'));
try {
  const parquet = join(folder, 'minh-ha.parquet');
  const unneeded = (): Promise<never> => Promise.reject(new Error('a CSV needs no other reader'));
  const declared = parseDictionary(await text('minh-ha-tu-dien.yaml'), 'minh-ha-tu-dien.yaml');
  const readers = { cells: unneeded, sav: unneeded };
  const dictionary = await importSurvey([sample('minh-ha.csv')], parquet, { readers, declared });
  const { scan, close } = await openMicrodata({ file: parquet });
  // The sample is made up, so that even communes of sixteen people may be drawn.
  const design = {
    ...parseDesign(await text('minh-ha-thiet-ke.yaml'), 'minh-ha-thiet-ke.yaml'),
    minimum: { respondents: 1, psus: 1 },
  };
  const request = { of: [{ kind: 'mean' as const, of: 'q003' }], by: [['khu_vuc'], ['khu_vuc', 'xa']] };
  const { rows } = await estimate({ design, request, dictionary }, scan);
  const areas = rows.filter(({ by }) => !('xa' in by));
  await write(
    'khao-sat-cum.svg',
    communesPicture(
      areas,
      rows.filter(({ by }) => 'xa' in by),
    ),
  );
  await write('khao-sat-rong.svg', intervalsPicture(areas));
  const framework = parseIndexFramework(await text('minh-ha.yaml'), 'minh-ha.yaml');
  const mapping = parseIndexMapping(await text('minh-ha-ghep-cot.yaml'), 'minh-ha-ghep-cot.yaml', framework);
  const index = await estimateIndex({ design, dictionary, framework, mapping, request: { by: [['khu_vuc']] } }, scan, {
    ...{ draws: 10_000, random: seededRandom(1) },
  });
  await write('khao-sat-nhom.svg', groupsPicture([...index.ranks].sort((a, b) => a.rank - b.rank)));
  await close();
} finally {
  await rm(folder, { recursive: true });
}
