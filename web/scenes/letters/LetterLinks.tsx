import { Link } from '@tanstack/react-router';
import type { LetterKind } from '../../../src/publish/letters/model.ts';
import { isSpan } from '../../../src/report/round/spans.ts';
import { useMay } from '../../state/may.ts';
import type { LetterSearch } from './search.ts';
import { spanLetter } from './spanLetter.ts';

/** The ways to papers that are written about what a page shows, for whoever may write them. */

export const keep = 'Cơ quan thường trực khóa, mở kỳ báo cáo và tổng hợp được báo cáo';
export const write = 'Cán bộ, thủ trưởng và đơn vị chủ trì soạn được báo cáo của đơn vị mình';

/** The way to a paper about something, to be written. */
export const Letter = ({ loai, label, ...search }: LetterSearch & { loai: LetterKind; label: string }) => (
  <Link to="/van-ban" search={{ loai, ...search }} className="btn small">
    {label}
  </Link>
);

/** Of a round: urging and the list of late units; of several put together: the review of half a year or the year. */
export function RoundLetters({ plan, round }: { plan: string; round: string }) {
  const about = { ke: plan, ky: round };
  return (
    <p className="row">
      {isSpan(round) ? (
        <Letter {...spanLetter(round)} {...about} />
      ) : (
        <>
          <Letter loai="reminder" label="Công văn đôn đốc" {...about} />
          <Letter loai="late-list" label="Danh sách đơn vị chậm" {...about} />
        </>
      )}
    </p>
  );
}

/** More names than an address takes: then the paper is about all. */
const mostUnits = 120;

/** Of units behind with their work; none chosen: of all. */
export function WorkLetters({ units = [] }: { units?: readonly string[] }) {
  if (!useMay()(keep)) return null;
  const chosen = units.length > 0 && units.length <= mostUnits ? { 'don-vi': units.join(',') } : {};
  return (
    <>
      <Letter loai="reminder" label="Công văn đôn đốc" {...chosen} />
      <Letter loai="late-list" label="Danh sách đơn vị chậm" {...chosen} />
    </>
  );
}

/** Of a unit's own late work, or of what a report of its has not. */
export function ExplanationLink({ report }: { report?: string }) {
  if (!useMay()(write)) return null;
  return (
    <Letter loai="explanation" label="Giải trình việc chậm" {...(report !== undefined && { 'bao-cao': report })} />
  );
}
