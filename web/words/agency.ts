/** "UBND xã Tân Lập": the usual short form, for tables where a hundred names begin alike. */
export const shortAgency = (name: string): string => name.replace(/^Ủy ban nhân dân(?= )/, 'UBND');
