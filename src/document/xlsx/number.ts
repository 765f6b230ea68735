/** A number as the cell shows it: a day, a share, a figure, by the cell's format; decimals with a comma as officials write. */
export function showNumber(value: number, format: string, from1904: boolean): string {
  const [section = ''] = format.split(';');
  const plain = section.replace(/\[[^\]]*\]|[_*]./g, '');
  const signs = plain.replace(/"[^"]*"|\\./g, '');
  if (/[dmy]/i.test(signs) && !/[0#]/.test(signs)) return showDay(value, signs, from1904);
  if (!/[0#?]/.test(signs)) return showGeneral(value);
  return around(plain, showFigure(value, signs));
}

/** As it is kept, without the dust of binary fractions. */
const showGeneral = (value: number): string => String(Number(value.toPrecision(12)));

function showFigure(value: number, signs: string): string {
  const share = signs.includes('%');
  const decimals = /\.([0#?]+)/.exec(signs)?.[1] ?? '';
  const least = decimals.replace(/[^0]/g, '').length;
  const rounded = Math.abs(share ? value * 100 : value).toFixed(Math.min(decimals.length, 12));
  const [whole = '', fraction = ''] = rounded.split('.');
  const digits = whole.padStart((/^[^.]*/.exec(signs)?.[0] ?? '').replace(/[^0]/g, '').length, '0');
  const grouped = /[0#],[0#]/.test(signs) ? digits.replace(/\B(?=(?:\d{3})+$)/g, '.') : digits;
  const kept = fraction.length > least ? fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '') : fraction;
  const sign = value < 0 && Number(rounded) !== 0 ? '-' : '';
  return `${sign}${grouped}${kept === '' ? '' : `,${kept}`}${share ? '%' : ''}`;
}

/** Words the format puts around the figure: "Quý "0. */
function around(format: string, figure: string): string {
  const literal = (text: string): string =>
    text.replace(/"([^"]*)"|\\(.)|[^"\\]/g, (_, quoted, one) => quoted ?? one ?? '');
  const [before = '', after = ''] = format.split(/[0#?][0#?.,%/ ]*[0#?%]|[0#?]/, 2);
  return `${literal(before)}${figure}${literal(after)}`;
}

const dayLength = 86_400_000;

/** Serial days count from the end of 1899, with a 29 February 1900 that never was; or from 1904. */
function showDay(value: number, signs: string, from1904: boolean): string {
  const days = Math.floor(value) + (from1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayLength);
  if (Number.isNaN(date.getTime()) || days < 0 || days > 2_958_465) return showGeneral(value);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const two = (number: number): string => String(number).padStart(2, '0');
  if (!/[my]/i.test(signs.replace(/h[^a-z]*m+|m+[^a-z]*s/gi, ''))) return showGeneral(value);
  if (!/m/i.test(signs)) return String(year);
  if (!/d/i.test(signs)) return /y/i.test(signs) ? `${two(month)}/${year}` : two(month);
  return /y/i.test(signs) ? `${two(day)}/${two(month)}/${year}` : `${two(day)}/${two(month)}`;
}
