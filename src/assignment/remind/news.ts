import type { Act } from '../model.ts';
import type { News, WorkNews } from './model.ts';
import { type Holders, responsibleFor } from './responsible.ts';

/** What an act tells of work, with the words that came with it; undefined where it concerns nobody else. */
export function newsOf(act: Act): { kind: WorkNews; note: string | null } | undefined {
  switch (act.kind) {
    case 'return':
      return { kind: 'returned', note: act.reason };
    case 'hand-on':
      return act.officerId === null ? undefined : { kind: 'handed-on', note: act.note };
    case 'ask-extension':
      return { kind: 'extension-asked', note: act.reason };
    case 'extend':
      return { kind: 'extension-granted', note: act.reason };
    case 'decline':
      return { kind: 'extension-declined', note: act.reason };
    default:
      return undefined;
  }
}

/** The work that news is of, and who has to do with it. */
export type NewsSubject = {
  /** who holds the day, and whom they handed it on to */
  agencyId: string;
  officerId: string | null;
  /** the agency the work was given to, and its division */
  holders: readonly string[];
  /** who may grant another day */
  steering: readonly string[];
  /** who asked for another day last */
  askedBy: string | null;
};

/** Who holds which role: in any way, for agencies by name, for all of them. */
export type Around = { holders: Holders; named: Holders; whole: Holders };

/**
 * Who is told. Of a wish for another day those who lead the work by name, and those who may for everybody only where there is
 * none: a focal office that heard of each would read of none. Nobody who may not see the work.
 */
export function toldOf(kind: WorkNews, subject: NewsSubject, { holders, named, whole }: Around): string[] {
  const { agencyId, officerId, askedBy, steering } = subject;
  if (kind === 'extension-asked') {
    const leading = steersOf(steering, named);
    return leading.length > 0 ? leading : steersOf([agencyId], whole);
  }
  const works = (officer: string | null): officer is string =>
    officer !== null && [agencyId, ...subject.holders].some((agency) => worksFor(officer, agency, holders));
  if (kind === 'handed-on') return works(officerId) ? [officerId] : [];
  const asker = kind === 'returned' || kind === 'form-sent' || !works(askedBy) ? [] : [askedBy];
  return [...new Set([...responsibleFor(subject, holders), ...asker])];
}

const steersOf = (agencies: readonly string[], holders: Holders): string[] => [
  ...new Set(agencies.flatMap((agency) => [...holders('lead', agency), ...holders('focal', agency)])),
];

const worksFor = (officer: string, agency: string, holders: Holders): boolean =>
  (['officer', 'head', 'lead'] as const).some((role) => holders(role, agency).includes(officer));

type Said = { kind: News; count: number; agency: string; whom: string };

/** What somebody did, after their name: "trả lại 3 việc", "gửi vướng mắc của UBND xã Tân Lập". `whom`: how the reader is called. */
export function sayNews({ kind, count, agency, whom }: Said): string {
  const words: Record<News, string> = {
    'form-sent': `gửi ${count} phiếu số liệu`,
    returned: `trả lại ${count} việc`,
    'handed-on': `chuyển ${count} việc cho ${whom}`,
    'extension-asked': `đề nghị gia hạn ${count} việc`,
    'extension-granted': `gia hạn ${count} việc`,
    'extension-declined': `không đồng ý gia hạn ${count} việc`,
    'difficulty-sent': `gửi vướng mắc của ${agency}`,
    'difficulty-forwarded': `chuyển đến vướng mắc của ${agency}`,
    'difficulty-answered': `trả lời vướng mắc của ${agency}`,
    'remedy-asked': `giao ${count} việc khắc phục, kiến nghị`,
    'remedy-reported': `báo đã thực hiện ${count} việc khắc phục, kiến nghị`,
    'remedy-returned': `yêu cầu thực hiện tiếp ${count} việc khắc phục, kiến nghị`,
    'remedy-ended': `kết thúc ${count} việc khắc phục, kiến nghị`,
    'remedy-moved': `điều chỉnh ${count} việc khắc phục, kiến nghị`,
    'remedy-withdrawn': `rút ${count} việc khắc phục, kiến nghị`,
    'report-submitted': `trình báo cáo chờ ${whom} duyệt`,
    'report-returned': 'yêu cầu sửa báo cáo',
    'report-received': 'tiếp nhận, duyệt báo cáo',
  };
  return words[kind];
}

/** How news is counted in the subject of a letter. */
export const newsCounted: Record<News, string> = {
  'form-sent': 'phiếu số liệu gửi đến',
  returned: 'việc bị trả lại',
  'handed-on': 'việc được chuyển đến',
  'extension-asked': 'đề nghị gia hạn',
  'extension-granted': 'việc được gia hạn',
  'extension-declined': 'việc không được gia hạn',
  'difficulty-sent': 'vướng mắc gửi đến',
  'difficulty-forwarded': 'vướng mắc chuyển đến',
  'difficulty-answered': 'vướng mắc được trả lời',
  'remedy-asked': 'việc khắc phục, kiến nghị được giao',
  'remedy-reported': 'việc khắc phục, kiến nghị đã báo xong',
  'remedy-returned': 'việc khắc phục, kiến nghị phải làm tiếp',
  'remedy-ended': 'việc khắc phục, kiến nghị đã kết thúc',
  'remedy-moved': 'việc khắc phục, kiến nghị được điều chỉnh',
  'remedy-withdrawn': 'việc khắc phục, kiến nghị được rút',
  'report-submitted': 'báo cáo chờ duyệt',
  'report-returned': 'báo cáo phải sửa',
  'report-received': 'báo cáo được tiếp nhận',
};
