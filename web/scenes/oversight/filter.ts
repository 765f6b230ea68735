import { findsWords } from '../../words/find.ts';
import type { EntryList } from './api.ts';
import { formOf, type OversightSearch, stateOf } from './search.ts';

/** The register as it is filtered: by state, form, unit, by whose it is to act, by words without diacritics. */
export function filterEntries({ entries, agencies }: EntryList, search: OversightSearch): EntryList['entries'] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const finds = findsWords(search.tim);
  return entries.filter((one) => {
    if (search['trang-thai'] && stateOf(one) !== search['trang-thai']) return false;
    if (search['hinh-thuc'] && formOf[one.form] !== search['hinh-thuc']) return false;
    if (search['don-vi'] && one.agencyId !== search['don-vi'] && one.heldBy !== search['don-vi']) return false;
    if (search.cua === 'toi-tra-loi' && !one.answers) return false;
    if (search.cua === 'toi-ghi' && !one.follows) return false;
    const { seen, recommendation, itemText, component, participants, recordedByUnit } = one;
    return finds(seen, recommendation, itemText, component, participants, recordedByUnit, names.get(one.agencyId));
  });
}
