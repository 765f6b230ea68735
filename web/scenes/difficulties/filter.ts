import type { DifficultyView } from '../../../src/assignment/views.ts';
import type { Session } from '../../../src/people/views.ts';
import type { DifficultyList } from '../../api-work.ts';
import { handlers, holdsFor } from '../../state/reach.ts';
import { findsWords } from '../../words/find.ts';
import { type DifficultiesSearch, stateOf } from './search.ts';

/** The register as it is filtered: by state, by whose it is to act, by words without diacritics. */
export function filterDifficulties(
  { difficulties, agencies }: DifficultyList,
  search: DifficultiesSearch,
  session: Session | undefined,
): DifficultyView[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const finds = findsWords(search.tim);
  return difficulties.filter((one) => {
    if (search['trang-thai'] && stateOf(one) !== search['trang-thai']) return false;
    if (search.cua === 'toi-tra-loi' && !holdsFor(session, handlers, one.toAgencyId)) return false;
    if (search.cua === 'toi-neu' && !holdsFor(session, handlers, one.agencyId)) return false;
    return finds(one.text, one.itemText, one.component, names.get(one.agencyId), names.get(one.toAgencyId));
  });
}
