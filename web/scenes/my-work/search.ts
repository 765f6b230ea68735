import type { Owed } from '../../api-work.ts';

/** What is looked at of my work, as the address tells it. `viec` is the open occurrence, `lam` the form open in it. */
export type MyWorkSearch = {
  muc?: BucketName;
  'don-vi'?: string;
  'noi-dung'?: string;
  tim?: string;
  viec?: string;
  lam?: FormName;
};

/** Changes what the address tells; undefined takes a key out. */
export type ChangeSearch = (next: { [key in keyof MyWorkSearch]?: string | undefined }) => void;

export const bucketNames = ['tra-lai', 'qua-han', 'hom-nay', 'tuan-nay', 'sau', 'cho'] as const;
export type BucketName = (typeof bucketNames)[number];
export const formNames = [
  'tien-do',
  'tai-lieu',
  'hoan-thanh',
  'chuyen',
  'gia-han',
  'vuong-mac',
  'ngay',
  'cu-the',
] as const;
export type FormName = (typeof formNames)[number];

export const bucketOf: Record<BucketName, Owed['bucket']> = {
  'tra-lai': 'returned',
  'qua-han': 'overdue',
  'hom-nay': 'today',
  'tuan-nay': 'week',
  sau: 'later',
  cho: 'waiting',
};

const text = <K extends string>(raw: Record<string, unknown>, key: K): { [k in K]?: string } =>
  typeof raw[key] === 'string' && raw[key] !== '' ? ({ [key]: raw[key] } as { [k in K]: string }) : {};

export function readMyWorkSearch(raw: Record<string, unknown>): MyWorkSearch {
  const bucket = bucketNames.find((name) => name === raw.muc);
  const form = formNames.find((name) => name === raw.lam);
  return {
    ...(bucket && { muc: bucket }),
    ...text(raw, 'don-vi'),
    ...text(raw, 'noi-dung'),
    ...text(raw, 'tim'),
    ...text(raw, 'viec'),
    ...(form && { lam: form }),
  };
}
