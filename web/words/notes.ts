import { fieldWords } from './fields.ts';

const words: Record<string, string> = {
  'no-action-stated': 'Văn bản chỉ nêu nội dung, chưa nêu việc phải làm',
  'no-time-stated': 'Văn bản không nêu thời gian',
  'agencies-missing': 'Thiếu cơ quan: dòng bị ngắt khỏi dòng trên',
  'self-monitored': 'Cơ quan theo dõi cũng là cơ quan thực hiện',
  'several-acts': 'Một nhiệm vụ gồm nhiều việc, có thể cần tách',
};

/** A reader's note as a sentence; the part after the colon is what the document says. */
export function sayNote(note: string): string {
  const [code = note, ...rest] = note.split(':');
  const said = rest.join(':').trim();
  if (code === 'unknown-column') return `Cột chưa nhận ra: “${said}”`;
  if (code === 'spelling') return `Có thể sai chính tả trong văn bản: “${said}”`;
  if (code === 'learned') return `Theo điều đã học: ${fieldWords[said] ?? said}`;
  if (code === 'changed-since')
    return `Bản mới in khác ở “${fieldWords[said] ?? said}”: hãy xem lại sửa đổi đã làm với bản trước`;
  return words[code] ?? (said || 'Có điểm cần xem');
}
