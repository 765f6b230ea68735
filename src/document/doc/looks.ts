import { type LegacyFont, legacyOfFont } from '../encoding/fonts.ts';
import type { DocFile } from './file.ts';
import { parts } from './file.ts';
import { readCharacterChanges, readPages, readParagraphChanges, type Stretches } from './pages.ts';
import {
  type CharacterLook,
  changeCharacters,
  changeParagraph,
  type ParagraphLook,
  plainParagraph,
} from './properties.ts';
import type { Portion } from './story.ts';
import { readFonts, readStyles } from './styles.ts';

/** How any portion of the text looks, its styles included. */
export type Looks = {
  stretches: { characters: Stretches; paragraphs: Stretches };
  paragraph(portion: Portion): ParagraphLook;
  characters(portion: Portion): CharacterLook;
  font(number: number | undefined): { name: string; legacy: LegacyFont | null };
};

export function openLooks(file: DocFile): Looks {
  const styles = readStyles(file);
  const fonts = readFonts(file).map((name) => ({ name, legacy: legacyOfFont(name) }));
  const known = new Map<number, ParagraphLook>();
  const styleOf = (portion: Portion): number =>
    portion.paragraph ? (readParagraphChanges(file.main, portion.paragraph)?.style ?? 0) : 0;
  return {
    stretches: {
      characters: readPages(file.part(parts.characterPages), file.main, 1),
      paragraphs: readPages(file.part(parts.paragraphPages), file.main, 13),
    },
    paragraph(portion) {
      const { paragraph, piece } = portion;
      const found = paragraph && piece.changes.length === 0 ? known.get(paragraph.from) : undefined;
      if (found) return found;
      const look = readParagraph(portion, styles.find(styleOf(portion)).paragraph, file);
      if (paragraph && piece.changes.length === 0) known.set(paragraph.from, look);
      return look;
    },
    characters(portion) {
      const base = styles.find(styleOf(portion)).character;
      const look: CharacterLook = {};
      const changes = portion.characters ? readCharacterChanges(file.main, portion.characters) : undefined;
      if (changes) changeCharacters(look, changes, base);
      if (portion.piece.changes.length > 0) changeCharacters(look, portion.piece.changes, base);
      const named = look.style === undefined ? {} : styles.find(look.style).character;
      return { ...base, ...named, ...look };
    },
    font: (number) => fonts[number ?? -1] ?? { name: '', legacy: null },
  };
}

function readParagraph({ paragraph, piece }: Portion, style: ParagraphLook, file: DocFile): ParagraphLook {
  const { row, cells } = { row: plainParagraph(0).row, cells: [] };
  const look: ParagraphLook = { ...style, row: { ...row, cells } };
  const stated = paragraph ? readParagraphChanges(file.main, paragraph) : undefined;
  if (stated) changeParagraph(look, stated.changes, file.data);
  if (piece.changes.length > 0) changeParagraph(look, piece.changes, file.data);
  return look;
}
