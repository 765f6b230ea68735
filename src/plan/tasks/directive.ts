import { readAgencies } from '../../place/agencies.ts';
import { splitNames } from '../prose/split-names.ts';
import { startsWithAct } from './acts.ts';

/** A heading's name, the obligation printed after its colon, and whom it obliges. */
export function splitDirective(text: string): { title: string; directive: string | null; agencies: string[] } {
  const colon = text.search(/:\s/);
  const trimmed = text.replace(/[\s:.;]+$/, '');
  if (colon < 0) return { title: trimmed, directive: null, agencies: [] };
  const directive = text.slice(colon + 1).trim();
  // "Công khai: minh bạch" is still a name; an obligation is a sentence.
  if (directive.split(' ').length < 5) return { title: trimmed, directive: null, agencies: [] };
  return { title: text.slice(0, colon).trim(), directive, agencies: obliged(directive) };
}

const agencyOpens =
  /^(?:thủ trưởng|chủ tịch|giám đốc|lãnh đạo|người đứng đầu|ubnd|ủy ban|uỷ ban|các (?:sở|phòng|ban|cơ quan|đơn vị|địa phương|xã|phường|ngành|cấp)|sở|phòng|công an|thanh tra|văn phòng|ban |trung tâm|mặt trận|hội )/iu;

/** Who stands before the first verb of an obligation: "Thủ trưởng các phòng, ban; Chủ tịch UBND cấp xã | tăng cường …". */
function obliged(directive: string): string[] {
  if (!agencyOpens.test(directive)) return [];
  // "Các cơ quan không được …", "Thủ trưởng … chịu trách nhiệm …": prose knows more words that end a name.
  const { named, rest } = splitNames(directive, false);
  if (rest !== '') return namesIn(named);
  const words = directive.split(' ');
  const verb = words.findIndex((_, at) => at > 0 && startsWithAct(words.slice(at, at + 4).join(' ')));
  if (verb < 1 || verb > 40) return [];
  return namesIn(words.slice(0, verb).join(' '));
}

const namesIn = (text: string): string[] => readAgencies(text.replace(/[\s,;]+$/, '')).names;
