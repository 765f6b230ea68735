import { findDimension } from '../../framework/codes.ts';
import type { IndexName, Result } from '../model.ts';
import type { Prose } from '../prose/paragraphs.ts';
import { splitSentences } from '../prose/sentences.ts';
import { findIndices } from './indices.ts';

const number = '\\d{1,3}(?:[.,]\\d{1,4})?';
const scorePattern = new RegExp(
  `(?:đạt|được|là|với)\\s+(?:tổng\\s+)?(?:điểm\\s+)?(?:số\\s+)?(${number})\\s*(?:/\\s*(\\d{2,3}))?\\s*(?:điểm|%)`,
  'iu',
);
const rankPattern = /(?:xếp|đứng|thứ|hạng|vị trí)\s+(?:(?:vị|thứ|hạng|trí|bậc)\s+)*(\d{1,3})\s*(?:\/\s*(\d{1,3}))?/iu;
const scoreChange = new RegExp(`(tăng|giảm)\\s+(${number})\\s*điểm`, 'iu');
const rankChange = /(tăng|giảm)\s+(\d{1,2})\s*(?:bậc|hạng|vị trí)/iu;
/** What is hoped for is no result. */
const wished = /phấn đấu|mục tiêu|đặt ra|cần đạt|nhằm nâng|duy trì bền vững/iu;

/**
 * Results stated about earlier years, in the sentences before the plan's own clauses. A sentence about several
 * indices or dimensions gives one result for each.
 */
export function readResults(stated: Prose[], year: number | null, indices: IndexName[]): Result[] {
  let about: About = { index: indices.length === 1 ? (indices[0] ?? null) : null, year: null };
  const results: Result[] = [];
  for (const sentence of stated.flatMap(({ body }) => splitSentences(body))) {
    const parts = wished.test(sentence) || /lần lượt/iu.test(sentence) ? [sentence] : splitByIndex(sentence);
    for (const part of parts) {
      about = follow(about, part, year);
      if (!wished.test(sentence)) results.push(...readPart(part, about));
    }
  }
  return results;
}

type About = { index: IndexName | null; year: number | null };

function readPart(part: string, about: About): Result[] {
  const dimensions = readDimensions(part, about);
  return dimensions.length > 0 ? dimensions : readWhole(part, about);
}

/** "PAR INDEX … xếp thứ 20/63; SIPAS … xếp thứ 30/63": a part for each index; what names none goes on about the last. */
function splitByIndex(sentence: string): string[] {
  const parts: { text: string; index: IndexName | undefined }[] = [];
  for (const text of sentence.split(
    /(?<=;)\s+|(?<=,)\s+(?=(?:chỉ số\s+)?(?:PAR\s*INDEX|SIPAS|PAPI|PCI|PGI|DDCI|DTI)(?![\p{L}]))/iu,
  )) {
    const index = findIndices(text)[0];
    const last = parts.at(-1);
    if (last && (index === undefined || index === last.index || last.index === undefined)) {
      parts[parts.length - 1] = { text: `${last.text} ${text}`, index: last.index ?? index };
    } else parts.push({ text, index });
  }
  return parts.map(({ text }) => text);
}

/** A later sentence goes on about the index and the year of the one before unless it names its own. */
function follow(before: About, part: string, year: number | null): About {
  const stated = part.replace(/so với[^,.;(]*/giu, ' ');
  const years = [...stated.matchAll(/năm\s+(\d{4})/giu)].map((match) => Number(match[1]));
  const earlier = years.find((one) => year === null || one < year);
  return { index: findIndices(part)[0] ?? before.index, year: earlier ?? before.year };
}

function readWhole(sentence: string, about: About): Result[] {
  const score = scorePattern.exec(sentence);
  const rank = rankPattern.exec(sentence);
  const change = rankChange.exec(sentence);
  const points = scoreChange.exec(sentence);
  if (!about.index || about.year === null || !(score || rank || change || points)) return [];
  const changed = points ?? change;
  return [
    {
      ...blankResult(about, sentence),
      score: score ? decimal(score[1]) : null,
      outOf: score?.[2] ? Number(score[2]) : null,
      rank: rank ? Number(rank[1]) : null,
      of: rank?.[2] ? Number(rank[2]) : null,
      group: findGroup(sentence),
      changeScore: points ? signed(points[1], decimal(points[2])) : null,
      changeRank: change ? signed(change[1], Number(change[2])) : null,
      direction: changed ? direction(changed[1]) : null,
    },
  ];
}

/** "05/08 chỉ số nội dung tăng điểm (a; b; c), 03/08 … giảm điểm (d; e)": the brackets name the dimensions. */
function readDimensions(sentence: string, about: About): Result[] {
  if (!about.index) return [];
  const named = quotedName.exec(sentence)?.[1];
  if (named) return readNamed(named, sentence, about);
  if (!/chỉ số (?:nội dung|thành phần)|nội dung|lĩnh vực/iu.test(sentence)) return [];
  return bracketed(sentence).flatMap(({ before, listed }) => {
    const moved = /(tăng|giảm|giữ nguyên|không đổi)/iu.exec(before);
    const group = findGroup(before);
    if (!moved && !group) return [];
    // the part of the sentence that says it, without what was said before
    const quote = `${before}(${listed})`.replace(/^[\s,;)]+/u, '');
    return dimensionNames(listed).flatMap((name) => {
      const { dimension } = findDimension(about.index, about.year, name);
      if (dimension === null) return [];
      const result = blankResult(about, quote);
      return [{ ...result, dimension, group, direction: moved && !group ? direction(moved[1]) : null }];
    });
  });
}

/** What stands in each pair of brackets, and what leads to it. */
function bracketed(sentence: string): { before: string; listed: string }[] {
  let from = 0;
  return [...sentence.matchAll(/\(([^()]+)\)/gu)].map((match) => {
    const before = sentence.slice(from, match.index);
    from = match.index + match[0].length;
    return { before, listed: match[1] ?? '' };
  });
}

/** "Chỉ số nội dung “Công khai, minh bạch” đạt 5,2 điểm": one dimension, named between quotation marks. */
const quotedName =
  /(?:chỉ số(?:\s+nội dung|\s+thành phần)?|nội dung|lĩnh vực)\s*(?:số\s*)?(?:\d\s*[.:-]?\s*)?[“"«]([^“”"»«]{2,120})[”"»]/iu;

function readNamed(name: string, sentence: string, about: About): Result[] {
  const { dimension } = findDimension(about.index, about.year, name);
  return dimension === null ? [] : readWhole(sentence, about).map((result) => ({ ...result, dimension }));
}

/** Names are separated by semicolons; the last two may be joined by "và", which names also contain. */
function dimensionNames(listed: string): string[] {
  return listed.split(';').flatMap((part) => {
    const name = part.trim();
    const halves =
      /^(.*\S)\s+và\s+((?:quản trị|cung ứng|thủ tục|kiểm soát|trách nhiệm|công khai|tham gia|sự tham gia).*)$/iu.exec(
        name,
      );
    return halves ? [halves[1] ?? '', halves[2] ?? ''] : [name];
  });
}

function findGroup(text: string): string | null {
  const match = /(?:thuộc|nằm\s+trong|trong|ở|vào)\s+(nhóm\s.*)$/iu.exec(text);
  if (!match?.[1]) return null;
  // "các tỉnh, thành phố" is one word group although it holds a comma
  const held = match[1].replace(/tỉnh,\s+thành phố/giu, (phrase) => phrase.replace(',', '\u0000'));
  const end = held.search(/[,.;()]/u);
  return (end < 0 ? held : held.slice(0, end)).replaceAll('\u0000', ',').trim();
}

const decimal = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));
const signed = (word: string | undefined, amount: number): number => (/giảm/iu.test(word ?? '') ? -amount : amount);

function direction(word: string | undefined): 'up' | 'down' | 'same' {
  if (/giảm/iu.test(word ?? '')) return 'down';
  return /tăng/iu.test(word ?? '') ? 'up' : 'same';
}

function blankResult({ index, year }: About, quote: string): Result {
  const nothing = { dimension: null, score: null, outOf: null, rank: null, of: null, group: null };
  return { index, year, ...nothing, changeScore: null, changeRank: null, direction: null, quote };
}
