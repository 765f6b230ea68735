/** Which pairs are looked at, as the address tells it: of a plan, of a task, and how they were decided. */
export const stateNames = ['chua-xem', 'mot-viec', 'khong-trung'] as const;
export type StateName = (typeof stateNames)[number];
export type DuplicatesSearch = { xem?: StateName; 'ke-hoach'?: string; 'nhiem-vu'?: string };

export function readDuplicatesSearch(raw: Record<string, unknown>): DuplicatesSearch {
  const xem = stateNames.find((name) => name === raw.xem);
  const texts = (['ke-hoach', 'nhiem-vu'] as const).flatMap((key) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : [],
  );
  return { ...Object.fromEntries(texts), ...(xem && { xem }) };
}
