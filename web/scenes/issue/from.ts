import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { kindWords } from '../../words/work.ts';

/** From which day a plan is owed: the ways to choose from, with what each comes to. */

type Preview = Pick<IssueView, 'issues' | 'occurrences' | 'today' | 'owedFrom' | 'past' | 'leftOut'>;

/** `asked` is what the server is asked: undefined is what is usual, 'all' the whole year, else a day. */
export type Way = { name: 'usual' | 'today' | 'all'; asked: string | undefined; word: string; figures: string };

export const leftOutCount = ({ leftOut }: Pick<Preview, 'leftOut'>): number =>
  leftOut.reduce((sum, { occurrences }) => sum + occurrences, 0);

/** Nothing is to be chosen where nothing is past. */
export const isToChoose = (preview: Preview): boolean => preview.past > 0 || preview.leftOut.length > 0;

/** The ways there are. The first time today is what is usual; later what was chosen last time. */
export function waysOf(preview: Preview): Way[] {
  const { issues, today, past } = preview;
  const last = issues.at(-1);
  const all = preview.occurrences.create + leftOutCount(preview);
  const fromToday: Way = {
    ...{ name: 'today', asked: last ? today : undefined, word: `Từ hôm nay, ${sayDay(today)}` },
    figures: `${sayTimes(all - past, last)}; ${sayNumber(past)} lần đã qua hạn không tạo`,
  };
  const wholeYear: Way = {
    ...{ name: 'all', asked: 'all', word: 'Cả năm' },
    figures: `${sayTimes(all, last)}, trong đó ${sayNumber(past)} lần quá hạn ngay khi giao`,
  };
  if (!last) return [{ ...fromToday, asked: undefined }, wholeYear];
  const usual: Way = {
    ...{ name: 'usual', asked: undefined, figures: '' },
    word: `Như lần giao trước: ${last.owedFrom === null ? 'cả năm' : `từ ngày ${sayDay(last.owedFrom)}`}`,
  };
  const others = [...(last.owedFrom === today ? [] : [fromToday]), ...(last.owedFrom === null ? [] : [wholeYear])];
  return [usual, ...others];
}

const sayTimes = (count: number, last: unknown): string => `${last ? 'tạo thêm ' : ''}${sayNumber(count)} lần đến hạn`;

/** Which way is taken; undefined where it is a day of one's own. */
export const wayTaken = (ways: readonly Way[], asked: string | undefined): Way | undefined =>
  ways.find((way) => way.asked === asked);

/** "nhiệm vụ 288 lần, chế độ báo cáo 1 lần" */
export function sayLeftOut({ leftOut }: Pick<Preview, 'leftOut'>): string {
  const ofKind = Map.groupBy(leftOut, ({ kind }) => kind);
  return [...ofKind]
    .map(([kind, lines]) => {
      const count = leftOutCount({ leftOut: lines });
      return `${kindWords[kind].toLocaleLowerCase('vi')} ${sayNumber(count)} lần`;
    })
    .join(', ');
}

const mostDays = 4;

/** "Quý I/2026; hạn 12/06/2026"; of many the first and the last: "từ Tuần 1/2026 đến Tuần 47/2026". */
export function sayDays({ days }: Preview['leftOut'][number]): string {
  const said = days.map(({ period, due }) => period ?? (due === null ? '' : `hạn ${sayDay(due)}`));
  return said.length > mostDays ? `từ ${said[0]} đến ${said.at(-1)}` : said.join('; ');
}
