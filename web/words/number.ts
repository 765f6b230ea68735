/** "42,49" or "42.49" as typed, null for an empty box, undefined for what is no number. */
export function findTypedNumber(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  // A dot before exactly three digits groups thousands, as officials write; any other dot is a decimal point.
  const decimal = typed.includes(',')
    ? typed.replace(/\./g, '').replace(',', '.')
    : typed.replace(/\.(?=\d{3}(\D|$))/g, '');
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}
