import { daysBetween } from '../../calendar/days.ts';
import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { News, Step } from './model.ts';
import { newsCounted, sayNews } from './news.ts';
import type { oversightNews } from './views.ts';

/** One line of a digest, with what it is called today. */
export type Line = {
  step: Step | 'nudge' | 'news';
  /** null where it waits for its event */
  due: PlainDate | null;
  /** what is to be done, and by whom */
  text: string;
  agency: string;
  plan: string | null;
};

type Words = { to: string; today: PlainDate; lines: readonly Line[]; address: string | null };

/** In this order a digest is read: what hurts most first. */
const order: readonly Step[] = ['overdue', 'one', 'three', 'seven', 'head', 'focal'];

export const stepWords: Record<Step, string> = {
  overdue: 'Quá hạn',
  one: 'Nhắc lần cuối trước hạn',
  three: 'Nhắc lần hai trước hạn',
  seven: 'Nhắc lần đầu trước hạn',
  head: 'Đơn vị do đồng chí phụ trách đang chậm',
  focal: 'Các đơn vị đang chậm, người đứng đầu đã được báo',
};

/** After every day. */
const last = '9999-12-31';

/** Beyond this a letter lists no more of a step: the screen does. */
const listed = 15;

const hereafter = 'Muốn không nhận thư, hãy tắt ở mục “Thông báo” của Thang.';

/** What somebody did that a digest tells of beside its lines. */
export type ToldNews = {
  kind: News;
  from: string;
  fromUnit: string;
  note: string | null;
  lines: readonly Line[];
  /** of a difficulty: the unit it is of, and until when an answer is hoped for */
  agency: string;
  answerBy: PlainDate | null;
};

/** The one letter a person gets on a day. */
export function digestLetter({ to, today, lines, address, news = [] }: Words & { news?: readonly ToldNews[] }): {
  subject: string;
  text: string;
} {
  const parts = order.flatMap((step) => {
    const ours = lines.filter((line) => line.step === step);
    return ours.length === 0 ? [] : [`${stepWords[step]} (${ours.length} việc):\n${list(ours, today)}`];
  });
  const told = news.map((one) => tellNews(one, today));
  const text = [`Kính gửi ${to},`, ...parts, ...told, ...foot(address)].join('\n\n');
  return { subject: `Thang: ${[...countsOf(lines), ...countNews(news)].join(', ')}`, text };
}

function tellNews({ kind, from, fromUnit, note, lines, agency, answerBy }: ToldNews, today: PlainDate): string {
  const said = `${from} (${fromUnit}) ${sayNews({ kind, count: lines.length, agency, whom: 'đồng chí' })}`;
  const quoted = note?.trim() ? `${said}: “${oneLine(note)}”` : said;
  const hoped =
    answerBy === null || kind === 'difficulty-answered'
      ? ''
      : ` Mong trả lời chậm nhất ngày ${formatPlainDate(answerBy)}.`;
  return lines.length > 0 ? `${quoted}:\n${list(lines, today)}` : `${quoted}.${hoped}`;
}

const countNews = (news: readonly ToldNews[]): string[] =>
  [...Map.groupBy(news, ({ kind }) => kind)].map(([kind, of]) => {
    const count = of.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0);
    return `${count} ${newsCounted[kind]}`;
  });

/** The letter of somebody who guides and urges, with what they wrote. */
export function nudgeLetter(words: Words & { from: string; fromUnit: string; note: string | null }): {
  subject: string;
  text: string;
} {
  const { to, today, lines, address, from, fromUnit, note } = words;
  const asks = `${from} (${fromUnit}) nhắc đồng chí ${lines.length} việc:`;
  const text = [
    `Kính gửi ${to},`,
    `${asks}\n${list(lines, today)}`,
    ...(note === null ? [] : [`Hướng dẫn kèm theo:\n${note}`]),
    ...foot(address),
  ].join('\n\n');
  return { subject: `Thang: ${fromUnit} nhắc ${lines.length} việc`, text };
}

type OversightNews = (typeof oversightNews)[number];

const newsWords: Record<OversightNews, { subject: string; says: string }> = {
  recommended: { subject: 'kiến nghị sau giám sát', says: 'ghi nhận giám sát và kiến nghị' },
  answered: { subject: 'trả lời kiến nghị giám sát', says: 'đã trả lời kiến nghị sau giám sát' },
  unsatisfied: { subject: 'trả lời chưa thỏa đáng', says: 'cho rằng trả lời chưa thỏa đáng' },
};

/** The letter that tells of an oversight entry: what was recommended, answered, or is still wanting. */
export function oversightLetter({
  kind,
  to,
  from,
  fromUnit,
  agency,
  note,
  wishedBy,
  address,
  id,
}: Pick<Words, 'to' | 'address'> & {
  kind: OversightNews;
  from: string;
  fromUnit: string;
  agency: string;
  note: string | null;
  wishedBy: PlainDate | null;
  id: string;
}): { subject: string; text: string } {
  const { subject, says } = newsWords[kind];
  const wished = kind === 'recommended' && wishedBy !== null;
  const text = [
    `Kính gửi ${to},`,
    `${from} (${fromUnit}) ${says}, về ${agency}${note === null ? '.' : `:\n${note}`}`,
    ...(wished ? [`Mong được trả lời chậm nhất ngày ${formatPlainDate(wishedBy)}.`] : []),
    ...foot(address, `/giam-sat?xem=${id}`),
  ].join('\n\n');
  return { subject: `Thang: ${agency}, ${subject}`, text };
}

const foot = (address: string | null, page = '/thong-bao'): string[] => [
  ...(address === null ? [] : [`Mở Thang để cập nhật: ${address}${page}`]),
  hereafter,
];

/** "1 việc quá hạn, 3 việc sắp đến hạn, 2 việc của đơn vị chậm" */
function countsOf(lines: readonly Line[]): string[] {
  const count = (...of: readonly Line['step'][]) => lines.filter(({ step }) => of.includes(step)).length;
  const told: [number, string][] = [
    [count('overdue'), 'việc quá hạn'],
    [count('one', 'three', 'seven'), 'việc sắp đến hạn'],
    [count('head'), 'việc của đơn vị đang chậm'],
    [count('focal'), 'việc các đơn vị đang chậm'],
  ];
  return told.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
}

function list(lines: readonly Line[], today: PlainDate): string {
  const sorted = [...lines].sort((a, b) => (a.due ?? last).localeCompare(b.due ?? last));
  const said = sorted.slice(0, listed).map((line) => sayLine(line, today));
  const more = sorted.length > listed ? [`- và ${sorted.length - listed} việc khác`] : [];
  return [...said, ...more].join('\n');
}

const sayLine = ({ due, text, agency, plan }: Line, today: PlainDate): string =>
  `- ${oneLine(text)} (${[agency, plan].filter(Boolean).join(', ')}). ${
    due === null ? 'Chờ ngày của sự kiện' : `Hạn ${formatPlainDate(due)}, ${sayLeft(due, today)}`
  }.`;

/** A task may be a page long; who reads a letter needs to know which one it is. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').replace(/^- /, '').trim();
  return line.length > 160 ? `${line.slice(0, line.lastIndexOf(' ', 158))}…` : line.replace(/[.;]$/, '');
};

/** "còn 3 ngày", "đến hạn hôm nay", "quá hạn 2 ngày" */
export function sayLeft(due: PlainDate, today: PlainDate): string {
  const left = daysBetween(today, due);
  if (left === 0) return 'đến hạn hôm nay';
  return left > 0 ? `còn ${left} ngày` : `quá hạn ${-left} ngày`;
}
