import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Area, cover, identity, intersect, type Matrix, multiply } from './matrix.ts';
import type { Sheet } from './sheet.ts';

/** What PDF.js says of a font; sizes in thousandths of the letter height unless `fontMatrix` says otherwise. */
export type Font = {
  name?: string;
  bold?: boolean;
  italic?: boolean;
  black?: boolean;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
  ascent?: number;
  descent?: number;
};

type Glyph = { unicode: string; width: number; isSpace: boolean; vmetric?: number[] | null };

type Group = { matrix?: number[] | null; bbox?: [number, number, number, number] | null; smask?: unknown };

/** A list of drawing operations as PDF.js gives it. */
export type Operations = { fnArray: number[]; argsArray: unknown[] };

export type State = {
  /** from the user's space to the page as shown */
  matrix: Matrix;
  clip: Area;
  lineWidth: number;
  fill: string;
  stroke: string;
  font: Font | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** nothing was painted since it was saved */
  untouched: boolean;
};

export type Fonts = (name: string) => Font | undefined;

/** Walks through the operations of a page, keeping the state a PDF viewer keeps, and hands on what is drawn. */
export class Walk {
  readonly #fonts: Fonts;
  readonly #sheet: Sheet;
  readonly #saved: State[] = [];
  #state: State;
  #text: Matrix = identity;
  #line: Matrix = identity;
  #clipNext = false;
  /** depth of marked content, and of those that are switched off */
  readonly #hidden: boolean[] = [];

  constructor(matrix: Matrix, page: Area, fonts: Fonts, sheet: Sheet) {
    this.#fonts = fonts;
    this.#sheet = sheet;
    this.#state = {
      matrix,
      clip: page,
      lineWidth: 1,
      fill: '#000000',
      stroke: '#000000',
      font: undefined,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      untouched: true,
    };
  }

  run({ fnArray, argsArray }: Operations): void {
    for (let at = 0; at < fnArray.length; at++) this.#step(fnArray[at] as number, argsArray[at] as never);
    this.#endSaved();
  }

  // biome-ignore lint/suspicious/noExplicitAny: each operation has arguments of its own
  #step(operation: number, args: any): void {
    const state = this.#state;
    switch (operation) {
      case OPS.save:
        return this.#save();
      case OPS.restore:
        return this.#restore();
      case OPS.transform:
        return this.#transform(args);
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (args[0]) this.#transform(args[0]);
        if (args[1]) this.#clipTo(args[1][0], args[1][1], args[1][2], args[1][3]);
        return;
      case OPS.paintFormXObjectEnd:
        return this.#restore();
      case OPS.beginGroup:
        return this.#beginGroup(args[0]);
      case OPS.endGroup:
        this.#hidden.pop();
        return this.#restore();
      case OPS.setLineWidth:
        state.lineWidth = args[0];
        return;
      case OPS.setGState:
        return this.#setGraphics(args[0]);
      case OPS.setFillRGBColor:
        state.fill = args[0];
        return;
      case OPS.setStrokeRGBColor:
        state.stroke = args[0];
        return;
      case OPS.setFillColorN:
      case OPS.shadingFill:
        state.fill = 'pattern';
        return;
      case OPS.setFillTransparent:
        state.fill = 'none';
        return;
      case OPS.setStrokeTransparent:
        state.stroke = 'none';
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        return;
      case OPS.constructPath:
        return this.#path(args[0], args[1]?.[0], args[2]);
      case OPS.beginMarkedContentProps:
      case OPS.beginMarkedContent:
        this.#hidden.push(false);
        return;
      case OPS.endMarkedContent:
        this.#hidden.pop();
        return;
      default:
        return this.#textStep(operation, args);
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: each operation has arguments of its own
  #textStep(operation: number, args: any): void {
    const state = this.#state;
    switch (operation) {
      case OPS.beginText:
        this.#text = identity;
        this.#line = identity;
        return;
      case OPS.setFont:
        state.font = this.#fonts(args[0]);
        state.fontSize = args[1];
        return;
      case OPS.setTextMatrix:
        this.#text = this.#line = [...args[0]] as unknown as Matrix;
        return;
      case OPS.moveText:
        return this.#moveText(args[0], args[1]);
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        return this.#moveText(args[0], args[1]);
      case OPS.nextLine:
        return this.#moveText(0, state.leading);
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        return;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        return;
      case OPS.setLeading:
        state.leading = -args[0];
        return;
      case OPS.setTextRise:
        state.rise = args[0];
        return;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        return;
      case OPS.showText:
        return this.#show(args[0]);
    }
  }

  #save(): void {
    this.#saved.push(this.#state);
    this.#state = { ...this.#state, untouched: true };
  }

  /**
   * Pictures are left out of the list unread, so that none is decoded here. What is left of one is a change of scale with
   * nothing drawn in it: "q 400 0 0 600 50 50 cm /Picture Do Q".
   */
  #restore(): void {
    const before = this.#saved.pop();
    if (!before) return;
    if (this.#state.untouched && this.#state.matrix !== before.matrix) {
      this.#sheet.addPicture(intersect(cover(this.#state.matrix, 0, 0, 1, 1), this.#state.clip));
    }
    before.untouched &&= this.#state.untouched && this.#state.matrix === before.matrix;
    this.#state = before;
  }

  #beginGroup({ matrix, bbox, smask }: Group): void {
    this.#save();
    // What a mask is made of is not seen itself.
    this.#hidden.push(Boolean(smask));
    if (!bbox) return;
    const inner = matrix ? multiply(this.#state.matrix, Array.from(matrix) as unknown as Matrix) : this.#state.matrix;
    this.#state.clip = intersect(this.#state.clip, cover(inner, bbox[0], bbox[1], bbox[2], bbox[3]));
  }

  #endSaved(): void {
    while (this.#saved.length > 0) this.#restore();
  }

  #transform(args: ArrayLike<number>): void {
    this.#state.matrix = multiply(this.#state.matrix, Array.from(args) as unknown as Matrix);
  }

  #clipTo(x0: number, y0: number, x1: number, y1: number): void {
    this.#state.clip = intersect(this.#state.clip, cover(this.#state.matrix, x0, y0, x1, y1));
  }

  #setGraphics(entries: [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'LW') this.#state.lineWidth = value as number;
      if (key === 'Font') {
        const [name, size] = value as [string, number];
        this.#state.font = this.#fonts(name);
        this.#state.fontSize = size;
      }
    }
  }

  #path(paint: number, points: Float32Array | null | undefined, box: ArrayLike<number> | null): void {
    if (points) {
      if (paint !== OPS.endPath) {
        this.#state.untouched = false;
        if (!this.#hidden.includes(true)) this.#sheet.addPath(paint, points, this.#state);
      }
      if (this.#clipNext && box) this.#clipTo(box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0);
    }
    this.#clipNext = false;
  }

  #moveText(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #show(glyphs: (Glyph | number)[]): void {
    const state = this.#state;
    state.untouched = false;
    const { font, fontSize, charSpacing, wordSpacing, scale, rise } = state;
    if (!font || fontSize === 0) return;
    const shown = !this.#hidden.includes(true);
    const frame = multiply(state.matrix, multiply(this.#text, [fontSize * scale, 0, 0, fontSize, 0, rise]));
    const unit = font.isType3Font ? (font.fontMatrix?.[0] ?? 0.001) : 0.001;
    if (shown) this.#sheet.beginText(frame, state);
    let along = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        along -= glyph / 1000;
        continue;
      }
      const width = glyph.width * unit;
      if (shown) this.#sheet.addGlyph(glyph.unicode, along, along + width);
      along += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) / fontSize;
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, along * fontSize * scale, 0]);
  }
}
