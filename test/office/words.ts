import { readDocument } from '../../src/document/read.ts';

/** Every word a Word file prints, in its order, each as often as it stands there, with what Word counts by itself. */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string[]> {
  const { blocks } = await readDocument(bytes);
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
  return texts.flatMap((text) => text.split(/\s+/u)).filter((word) => word !== '');
}
