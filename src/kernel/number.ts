const plain = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/** "42,49", "5.000": a number as it is written in Vietnamese. */
export const sayNumber = (value: number): string => plain.format(value);
