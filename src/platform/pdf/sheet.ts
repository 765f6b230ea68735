import type { PageContent, Word } from '../../document/page/model.ts';
import { type Area, intersect, type Matrix } from './matrix.ts';
import { type Piece, PieceMaker } from './pieces.ts';
import { joinRules, RuleFinder } from './rules.ts';
import { placeSideways } from './sideways.ts';
import type { State } from './state.ts';
import type { Quarter } from './turn.ts';
import { joinPieces, type KeptTexts } from './words.ts';

/** More pairs of a white letter and a filled area than any page of text has. */
const MOST_PAIRS = 50_000_000;

/** What is drawn on one page, gathered while its operations are walked through. */
export class Sheet {
  readonly #page: Area;
  readonly #kept: KeptTexts;
  readonly #rules: RuleFinder;
  readonly #letters: PieceMaker;
  readonly #pictures: Area[] = [];

  constructor(page: Area, kept: KeptTexts) {
    this.#page = page;
    this.#kept = kept;
    this.#rules = new RuleFinder(page);
    this.#letters = new PieceMaker(page.x1, page.y1);
  }

  addPath(paint: number, points: Float32Array, state: State): void {
    this.#rules.add(paint, points, state);
  }

  addPicture(area: Area): void {
    if (area.x1 - area.x0 > 1 && area.y1 - area.y0 > 1) this.#pictures.push(area);
  }

  beginText(frame: Matrix, state: State): void {
    this.#letters.begin(frame, state);
  }

  addGlyph(text: string, from: number, to: number): void {
    this.#letters.add(text, from, to);
  }

  /** The page as it is to be read: turned where most of its text runs sideways. */
  finish(number: number): { content: PageContent; turn: Quarter } {
    const pieces = this.#seen();
    const turn = mainDirection(pieces);
    const { x1: width, y1: height } = this.#page;
    const sideways = turn % 2 === 1;
    const content: PageContent = {
      number,
      width: sideways ? height : width,
      height: sideways ? width : height,
      words: this.#words(pieces, turn),
      rules: joinRules(this.#rules.pieces, turn, width, height),
      pictures: this.#coverage(),
      shapes: this.#rules.shapes,
      scanned: false,
    };
    return { content, turn };
  }

  #words(pieces: Piece[], turn: Quarter): Word[] {
    const upright = pieces.every((piece) => piece.turn === turn);
    if (upright) return joinPieces(pieces, this.#kept);
    const { x1: width, y1: height } = this.#page;
    const of = (quarter: Quarter) => pieces.filter((piece) => piece.turn === quarter);
    const others = [1, 3].map((quarters) => ((turn + quarters) % 4) as Quarter);
    return [
      ...joinPieces(of(turn), this.#kept),
      ...others.flatMap((other) => placeSideways(joinPieces(of(other), this.#kept), other, turn, width, height)),
    ];
  }

  #seen(): Piece[] {
    const { pieces } = this.#letters;
    const areas = this.#rules.fills.length + this.#pictures.length;
    const pairs = pieces.filter(({ white }) => white).length * areas;
    return pieces.filter((piece) => !piece.white || pairs > MOST_PAIRS || this.#isOnDark(piece));
  }

  /** White letters are seen on a filled cell or on a picture only. */
  #isOnDark({ turn, x0, x1, base, size }: Piece): boolean {
    if (turn !== 0) return false;
    const x = (x0 + x1) / 2;
    const y = base - size * 0.3;
    const holds = (area: Area) => area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
    return this.#rules.fills.some(holds) || this.#pictures.some(holds);
  }

  #coverage(): number {
    const { x1: width, y1: height } = this.#page;
    let covered = 0;
    for (const picture of this.#pictures) {
      const { x0, x1, y0, y1 } = intersect(picture, this.#page);
      if (x1 > x0 && y1 > y0) covered += (x1 - x0) * (y1 - y0);
    }
    return Math.min(1, covered / (width * height || 1));
  }
}

function mainDirection(pieces: Piece[]): Quarter {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of pieces) letters[turn] = (letters[turn] ?? 0) + text.length;
  return letters.indexOf(Math.max(...letters)) as Quarter;
}
