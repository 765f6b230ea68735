import { nameKey } from './units/name.ts';

/** An agency by the names it goes by on a day. */
export type NamedAgency = { id: string; name: string; shortName: string | null };

/**
 * The agency an officer says they are of: "Sở Nội vụ tỉnh Minh Hà", "UBND xã Tân Lập". A name that only adds the
 * place it is in is the same name. Undefined where none or several fit: nobody is put into an agency by
 * likeness.
 */
export function findBelonging(agencies: readonly NamedAgency[], unit: string): string | undefined {
  const printed = keyOf(unit);
  if (printed === '') return undefined;
  const named = agencies.map(({ id, name, shortName }) => ({
    id,
    keys: [name, shortName ?? ''].map(keyOf).filter((key) => key !== ''),
  }));
  const same = named.filter(({ keys }) => keys.includes(printed));
  const fits = same.length > 0 ? same : named.filter(({ keys }) => keys.some((key) => isPlaced(key, printed)));
  const ids = new Set(fits.map(({ id }) => id));
  return ids.size === 1 ? fits[0]?.id : undefined;
}

const committee = nameKey('Ủy ban nhân dân');
const keyOf = (name: string): string => {
  const key = nameKey(name);
  return key.startsWith(`${committee} `) ? `ubnd${key.slice(committee.length)}` : key;
};

const places = ['Tỉnh', 'Thành phố', 'Xã', 'Phường', 'Đặc khu'].map((type) => `${nameKey(type)} `);

/** Whether one is the other with the place behind it, "Sở Nội vụ tỉnh Minh Hà". */
const isPlaced = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(`${short} `) && places.some((type) => long.slice(short.length + 1).startsWith(type));
};
