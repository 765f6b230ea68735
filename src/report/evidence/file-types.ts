/** The files evidence may come in, what each is served as, and how large it may be. What is not here is refused. */

const MB = 1_048_576;
/** Bytes of a paper, and of a picture, sound or film: some minutes of video from a phone. */
export const mostBytes = { paper: 50 * MB, media: 200 * MB } as const;

type FileType = {
  media: string;
  /** what its name may end in; the first where it ends in none */
  endings: readonly string[];
  family: keyof typeof mostBytes;
  /** whether a small picture of it can be made */
  preview: boolean;
};

const openXml = 'application/vnd.openxmlformats-officedocument';
const paper = { family: 'paper', preview: false } as const;
const picture = { family: 'media', preview: true } as const;
const media = { family: 'media', preview: false } as const;

export const fileTypes = {
  pdf: { media: 'application/pdf', endings: ['pdf'], family: 'paper', preview: true },
  docx: { media: `${openXml}.wordprocessingml.document`, endings: ['docx'], ...paper },
  xlsx: { media: `${openXml}.spreadsheetml.sheet`, endings: ['xlsx'], ...paper },
  pptx: { media: `${openXml}.presentationml.presentation`, endings: ['pptx'], ...paper },
  odt: { media: 'application/vnd.oasis.opendocument.text', endings: ['odt'], ...paper },
  doc: { media: 'application/msword', endings: ['doc'], ...paper },
  xls: { media: 'application/vnd.ms-excel', endings: ['xls'], ...paper },
  jpg: { media: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'], ...picture },
  png: { media: 'image/png', endings: ['png'], ...picture },
  webp: { media: 'image/webp', endings: ['webp'], ...picture },
  heic: { media: 'image/heic', endings: ['heic', 'heif'], ...media },
  mp4: { media: 'video/mp4', endings: ['mp4', 'm4v'], ...media },
  mp3: { media: 'audio/mpeg', endings: ['mp3'], ...media },
  m4a: { media: 'audio/mp4', endings: ['m4a'], ...media },
  wav: { media: 'audio/wav', endings: ['wav'], ...media },
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof fileTypes;
export const fileTypeNames = Object.keys(fileTypes) as FileTypeName[];

/** Names Windows takes for a device, whatever they end in. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name a file is saved under: what it ends in is what it is ("ảnh.jpg.exe" that holds a picture ends in .jpg). */
export function safeName(name: string, type: FileTypeName): string {
  const { endings } = fileTypes[type];
  const bare = name.replace(/[<>:"|?*]/g, '_').replace(/^\.+|[.\s]+$/g, '') || 'tài liệu';
  const free = devices.test(bare) ? `_${bare}` : bare;
  return endings.some((ending) => free.toLowerCase().endsWith(`.${ending}`)) ? free : `${free}.${endings[0]}`;
}
