import type { Document, DocumentWarning } from '../model.ts';
import { readPackage } from '../package/read-package.ts';
import { Refusal } from '../refuse.ts';
import { readText } from '../text/read-text.ts';
import type { DocumentTools } from '../tools.ts';
import { readDoc } from './read-doc.ts';

/**
 * A Word 97–2003 file. One whose structure we cannot follow (damaged, or older) goes to a converter where there is one,
 * else its bare text is taken, with a warning of what that loses.
 */
export async function readOldWord(bytes: Uint8Array, tools: DocumentTools): Promise<Document> {
  try {
    return readDoc(bytes);
  } catch (error) {
    if (!(error instanceof Refusal) || !repairable.has(error.code)) throw error;
    const converted = await tools.convertToDocx?.(bytes, 'doc');
    if (converted) return { ...readPackage(converted), format: 'doc' };
    const text = await extractText(bytes, tools);
    if (text.trim() === '') throw error;
    const document = readText(text, 'text');
    return { ...document, format: 'doc', warnings: [...document.warnings, withoutOffice] };
  }
}

const repairable = new Set<string>(['file-damaged', 'file-is-old-word']);

/** Whatever the extractor stumbles over: the file is refused for what we know of it. */
const extractText = async (bytes: Uint8Array, { extractDoc }: DocumentTools): Promise<string> => {
  try {
    return (await extractDoc?.(bytes)) ?? '';
  } catch {
    return '';
  }
};

const withoutOffice: DocumentWarning = {
  code: 'doc-without-office',
  message:
    'Tệp .doc này đời quá cũ hoặc bị hỏng một phần nên chỉ lấy được phần chữ; ô gộp, số tự động và định dạng của bảng có thể thiếu. Hãy mở bằng Word, lưu thành .docx rồi tải lên lại để đọc đầy đủ.',
  source: null,
};

/** RTF is only read through a converter. */
export async function readRichText(bytes: Uint8Array, tools: DocumentTools): Promise<Document> {
  const converted = await tools.convertToDocx?.(bytes, 'rtf');
  if (!converted) throw new Refusal('file-is-rich-text');
  return { ...readPackage(converted), format: 'doc' };
}
