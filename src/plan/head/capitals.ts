/** Words after which a new part of an agency's name begins with a capital: "Sở Giáo dục và Đào tạo". */
const opensName = /^(?:sở|phòng|ban|bộ|cục|vụ|viện|phó|chánh|quyền|q\.|và|-|–)$/u;
/** Levels of government: written small inside a name, and everything after one is a place's proper name. */
const levels = /(?:^|\s)(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu|tp\.?)(?=\s(?!ủy|uỷ))/giu;
/** "TỈNH ỦY HÒA BÌNH": the place follows the committee. */
const partyLevels = /(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?=\s)/giu;
const abbreviations = new Set(['UBND', 'HĐND', 'UBMTTQ', 'MTTQ', 'TW', 'UBMTTQVN', 'MTTQVN', 'BCĐ', 'CCHC', 'BQL']);

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const proper = (text: string): string =>
  text
    .split(' ')
    .map((word) => word.split('-').map(capital).join('-'))
    .join(' ');

/** True where the text has letters and none of them is small. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * A name printed in capitals, as it is written in a sentence: "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH" →
 * "Ủy ban nhân dân tỉnh Hòa Bình". A name in mixed case is left as printed.
 */
export function fromCapitals(text: string): string {
  if (!isCapitals(text)) return text;
  const small = text
    .split(' ')
    .map((word) => (abbreviations.has(word) ? word : word.toLowerCase()))
    .join(' ');
  const level = [...small.matchAll(levels), ...small.matchAll(partyLevels)].at(-1);
  const cut = level ? level.index + level[0].length : small.length;
  const name = small.slice(cut);
  return `${body(small.slice(0, cut))}${proper(name)}`;
}

const indexWords = /^\(?(?:PAPI|SIPAS|PAR|INDEX|PCI|PGI|DDCI|DTI)\)?[,;.]?$/u;
/** A place's name ends where the sentence goes on. */
const placeName =
  /(?<=(?:^|\s)(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\s)(?!(?:năm|giai|và|trên|của|đến|hội)\s)\p{Ll}+(?:[\s-]\p{Ll}+)*?(?=\s(?:năm|giai đoạn|và|trên|của|đến)(?:\s|$)|\s*[^\p{L}\s-]|$)/gu;

/** A subject printed in capitals, as it goes on inside a sentence: "nâng cao Chỉ số" is said "nâng cao chỉ số … tỉnh Hưng Yên năm 2021". */
export function phraseFromCapitals(text: string): string {
  if (!isCapitals(text)) return text;
  const small = text
    .split(' ')
    .map((word) => (abbreviations.has(word) || indexWords.test(word) ? word : word.toLocaleLowerCase('vi')))
    .join(' ');
  return small.replace(placeName, proper);
}

function body(text: string): string {
  const words = text.split(' ');
  return words.map((word, index) => (index === 0 || opens(words, index) ? capital(word) : word)).join(' ');
}

function opens(words: string[], index: number): boolean {
  const before = words[index - 1] ?? '';
  const word = words[index] ?? '';
  // "ban" of "ủy ban" and "phòng" of "văn phòng" end a word, they open no name
  if (word === 'nhân' || word === 'và' || levelWords.has(word)) return false;
  if (word === 'chính' && words[index + 1] === 'phủ') return true;
  return opensName.test(before);
}

const levelWords = new Set(['tỉnh', 'thành', 'phố', 'quận', 'huyện', 'thị', 'trấn', 'xã', 'phường', 'đặc', 'khu']);
