import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';
import type { Bytes } from './bytes.ts';
import type { Stretch, Stretches } from './pages.ts';
import type { Piece } from './pieces.ts';

/** A stretch of letters with one look in one paragraph: as long as neither changes and the piece does not end. */
export type Portion = {
  text: string;
  /** number of its first letter in the text */
  from: number;
  /** where it stands in the main stream, and bytes for a letter */
  place: number;
  piece: Piece;
  characters: Stretch | undefined;
  paragraph: Stretch | undefined;
};

/** The letters [from, to) of the text, portion by portion. */
export function* readPortions(
  main: Bytes,
  pieces: Piece[],
  looks: { characters: Stretches; paragraphs: Stretches },
  [from, to]: [from: number, to: number],
): Generator<Portion> {
  let portions = 0;
  for (let index = findPiece(pieces, from); index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    if (piece.from >= to) return;
    const end = Math.min(piece.to, to);
    for (let at = Math.max(piece.from, from); at < end; ) {
      const place = piece.place + (at - piece.from) * piece.width;
      const characters = looks.characters.find(place);
      const paragraph = looks.paragraphs.find(place);
      const until = Math.min(characters?.to ?? Number.MAX_SAFE_INTEGER, paragraph?.to ?? Number.MAX_SAFE_INTEGER);
      const letters = Math.min(end - at, Math.max(1, Math.floor((until - place) / piece.width)));
      const bytes = main.raw(place, place + letters * piece.width);
      const text = piece.width === 2 ? utf16.decode(bytes) : windows1252.decode(bytes);
      if (++portions > limits.paragraphs * 10) throw new Refusal('document-too-complex');
      yield { text, from: at, place, piece, characters, paragraph };
      at += letters;
    }
  }
}

/** The first piece that ends after a letter. */
function findPiece(pieces: Piece[], letter: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).to <= letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
