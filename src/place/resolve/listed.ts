import { squish } from '../../kernel/text.ts';
import { nameKey, splitName } from '../units/name.ts';
import { dayOf, type Listed, unitOfCommittee } from './day.ts';
import { membersOf } from './members.ts';
import type { Context, Group } from './model.ts';

/**
 * The members of a group whose units are listed by name ("Thành phố Phan Rang - Tháp Chàm; các huyện Ninh Sơn, Thuận Bắc").
 * Undefined where any piece of the list is not the name of just one of them.
 */
export function findListed(group: Group, list: string, { directory, on }: Context): Listed[] | undefined {
  const day = dayOf(directory, on);
  const members = membersOf(directory, group, on);
  const listed = list.split(/\s*[,;]\s*|\s+và\s+/u).map((piece) => {
    const { type, name } = splitName(squish(piece).replace(/^các\s+/iu, ''));
    const fits = members.filter(({ owner }) => {
      const unit = owner && unitOfCommittee(day, owner);
      return unit && nameKey(unit.name) === nameKey(name) && (type === null || unit.type === type);
    });
    return fits.length === 1 ? fits[0] : undefined;
  });
  const found = listed.filter((one) => one !== undefined);
  return found.length === listed.length ? found : undefined;
}
