import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Font } from './fonts.ts';
import { type Area, cover, identity, intersect, type Matrix, multiply } from './matrix.ts';
import type { Sheet } from './sheet.ts';
import type { State } from './state.ts';

type Glyph = { unicode: string; width: number; isSpace: boolean; vmetric?: number[] | null };

type Group = { matrix?: number[] | null; bbox?: [number, number, number, number] | null; smask?: unknown };

/** A list of drawing operations as PDF.js gives it. */
export type Operations = { fnArray: number[]; argsArray: unknown[] };

export type Fonts = (name: string) => Font | undefined;

/** Whether optional content (a layer) is shown. */
export type Shows = (content: unknown) => boolean;

// biome-ignore lint/suspicious/noExplicitAny: each operation has arguments of its own
type Step = (walk: Walk, args: any) => void;

/** Walks through the operations of a page, keeping the state a PDF viewer keeps, and hands on what is drawn. */
export class Walk {
  readonly #fonts: Fonts;
  readonly #shows: Shows;
  readonly #sheet: Sheet;
  readonly #saved: State[] = [];
  #state: State;
  #text: Matrix = identity;
  #line: Matrix = identity;
  #clipNext = false;
  /** for each marked content we are in, whether it is switched off; and how many are */
  readonly #marked: boolean[] = [];
  #hidden = 0;

  constructor(matrix: Matrix, page: Area, { fonts, shows }: { fonts: Fonts; shows: Shows }, sheet: Sheet) {
    this.#fonts = fonts;
    this.#shows = shows;
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
    const steps = Walk.#steps;
    for (let at = 0; at < fnArray.length; at++) steps[fnArray[at] as number]?.(this, argsArray[at] as never);
    this.#endSaved();
  }

  /** What each operation does; those that neither draw nor move anything are left out. */
  static readonly #steps: Step[] = [];

  static {
    const on = (operation: number, step: Step) => {
      Walk.#steps[operation] = step;
    };
    const set = (operation: number, change: (state: State, args: Parameters<Step>[1]) => void) => {
      Walk.#steps[operation] = (walk, args) => change(walk.#state, args);
    };
    on(OPS.save, (walk) => walk.#save());
    on(OPS.restore, (walk) => walk.#restore());
    on(OPS.transform, (walk, matrix) => walk.#transform(matrix));
    on(OPS.paintFormXObjectBegin, (walk, [matrix, box]) => walk.#beginForm(matrix, box));
    on(OPS.paintFormXObjectEnd, (walk) => walk.#restore());
    on(OPS.beginGroup, (walk, [group]) => walk.#beginGroup(group));
    on(OPS.endGroup, (walk) => walk.#endGroup());
    on(OPS.setGState, (walk, [entries]) => walk.#setGraphics(entries));
    on(OPS.clip, (walk) => walk.#clipWithNext());
    on(OPS.eoClip, (walk) => walk.#clipWithNext());
    on(OPS.constructPath, (walk, [paint, points, box]) => walk.#path(paint, points?.[0], box));
    on(OPS.beginMarkedContentProps, (walk, [tag, content]) => walk.#mark(tag === 'OC' && !walk.#shows(content)));
    on(OPS.beginMarkedContent, (walk) => walk.#mark(false));
    on(OPS.endMarkedContent, (walk) => walk.#unmark());
    on(OPS.beginText, (walk) => walk.#setText(identity));
    on(OPS.setTextMatrix, (walk, [matrix]) => walk.#setText([...matrix] as unknown as Matrix));
    on(OPS.moveText, (walk, [x, y]) => walk.#moveText(x, y));
    on(OPS.nextLine, (walk) => walk.#moveText(0, walk.#state.leading));
    on(OPS.setLeadingMoveText, (walk, [x, y]) => {
      walk.#state.leading = y;
      walk.#moveText(x, y);
    });
    on(OPS.setFont, (walk, [name, size]) => walk.#setFont(name, size));
    on(OPS.showText, (walk, [glyphs]) => walk.#show(glyphs));
    set(OPS.setLineWidth, (state, [width]) => {
      state.lineWidth = width;
    });
    set(OPS.setFillRGBColor, (state, [colour]) => {
      state.fill = colour;
    });
    set(OPS.setStrokeRGBColor, (state, [colour]) => {
      state.stroke = colour;
    });
    set(OPS.setFillColorN, (state) => {
      state.fill = 'pattern';
    });
    set(OPS.setFillTransparent, (state) => {
      state.fill = 'none';
    });
    set(OPS.setStrokeTransparent, (state) => {
      state.stroke = 'none';
    });
    set(OPS.setCharSpacing, (state, [spacing]) => {
      state.charSpacing = spacing;
    });
    set(OPS.setWordSpacing, (state, [spacing]) => {
      state.wordSpacing = spacing;
    });
    set(OPS.setHScale, (state, [percent]) => {
      state.scale = percent / 100;
    });
    set(OPS.setLeading, (state, [leading]) => {
      state.leading = -leading;
    });
    set(OPS.setTextRise, (state, [rise]) => {
      state.rise = rise;
    });
    set(OPS.setTextRenderingMode, (state, [mode]) => {
      state.mode = mode;
    });
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

  #beginForm(matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    this.#save();
    if (matrix) this.#transform(matrix);
    if (box) this.#clipTo(box);
  }

  #endGroup(): void {
    this.#unmark();
    this.#restore();
  }

  #beginGroup({ matrix, bbox, smask }: Group): void {
    this.#save();
    // What a mask is made of is not seen itself.
    this.#mark(Boolean(smask));
    if (!bbox) return;
    const inner = matrix ? multiply(this.#state.matrix, Array.from(matrix) as unknown as Matrix) : this.#state.matrix;
    this.#state.clip = intersect(this.#state.clip, cover(inner, bbox[0], bbox[1], bbox[2], bbox[3]));
  }

  #mark(hidden: boolean): void {
    this.#marked.push(hidden);
    if (hidden) this.#hidden++;
  }

  #unmark(): void {
    if (this.#marked.pop()) this.#hidden--;
  }

  #endSaved(): void {
    while (this.#saved.length > 0) this.#restore();
  }

  #transform(args: ArrayLike<number>): void {
    this.#state.matrix = multiply(this.#state.matrix, Array.from(args) as unknown as Matrix);
  }

  #clipTo(box: ArrayLike<number>): void {
    const { matrix, clip } = this.#state;
    this.#state.clip = intersect(clip, cover(matrix, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0));
  }

  #clipWithNext(): void {
    this.#clipNext = true;
  }

  #setText(matrix: Matrix): void {
    this.#text = this.#line = matrix;
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#fonts(name);
    this.#state.fontSize = size;
  }

  #setGraphics(entries: [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'LW') this.#state.lineWidth = value as number;
      if (key === 'Font') {
        const [name, size] = value as [string, number];
        this.#setFont(name, size);
      }
    }
  }

  #path(paint: number, points: Float32Array | null | undefined, box: ArrayLike<number> | null): void {
    if (points) {
      if (paint !== OPS.endPath) {
        this.#state.untouched = false;
        if (this.#hidden === 0) this.#sheet.addPath(paint, points, this.#state);
      }
      if (this.#clipNext && box) this.#clipTo(box);
    }
    this.#clipNext = false;
  }

  #moveText(x: number, y: number): void {
    this.#setText(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  #show(glyphs: (Glyph | number)[]): void {
    const state = this.#state;
    state.untouched = false;
    const { font, fontSize, charSpacing, wordSpacing, scale, rise } = state;
    if (!font || font.vertical || fontSize === 0) return;
    const shown = this.#hidden === 0;
    const frame = multiply(state.matrix, multiply(this.#text, [fontSize * scale, 0, 0, fontSize, 0, rise]));
    if (shown) this.#sheet.beginText(frame, state);
    let along = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        along -= glyph / 1000;
        continue;
      }
      const width = glyph.width * font.unit;
      if (shown) this.#sheet.addGlyph(glyph.unicode, along, along + width);
      along += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) / fontSize;
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, along * fontSize * scale, 0]);
  }
}
