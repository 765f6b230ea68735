import { plainRun, type Run } from '../draft.ts';
import { legacyOfFont } from '../encoding/fonts.ts';
import { limits } from '../limits.ts';
import { type Attributes, parseXml, type XmlHandler } from '../package/xml.ts';
import { Refusal } from '../refuse.ts';

/** Builds the runs of a rich text ("si", "is") from its elements; readings above the text (rPh) are left out. */
export type RichText = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  take(): Run[];
};

export function buildRichText(): RichText {
  let runs: Run[] = [];
  let run = plainRun('');
  let [inText, aside] = [false, 0];
  const end = (): void => {
    if (run.text !== '') runs.push({ ...run, text: readEscapes(run.text) });
    run = plainRun('');
  };
  return {
    open(name, attributes) {
      if (name === 's:rPh') aside++;
      else if (name === 's:t') inText = aside === 0;
      else if (name === 's:r') end();
      else change(run, name, attributes);
    },
    close(name) {
      if (name === 's:rPh') aside--;
      else if (name === 's:t') inText = false;
      else if (name === 's:r') end();
    },
    text(text) {
      if (inText) run.text += text;
    },
    take() {
      end();
      const taken = runs;
      runs = [];
      return taken;
    },
  };
}

const isOn = ({ val }: Attributes): boolean => val !== '0' && val !== 'false' && val !== 'none';

function change(run: Run, name: string, attributes: Attributes): void {
  if (name === 's:b') run.bold = isOn(attributes);
  else if (name === 's:i') run.italic = isOn(attributes);
  else if (name === 's:u') run.underline = isOn(attributes);
  else if (name === 's:rFont') {
    const legacy = legacyOfFont(attributes.val ?? '');
    if (legacy) run.legacy = legacy;
  }
}

/** Characters XML has no place for are written by their number: "_x000D_". */
const readEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The texts cells refer to by number. */
export function readSharedStrings(chunks: Iterable<Uint8Array>): Run[][] {
  const strings: Run[][] = [];
  const text = buildRichText();
  let characters = 0;
  const handler: XmlHandler = {
    open: text.open,
    close(name) {
      text.close(name);
      if (name !== 's:si') return;
      strings.push(text.take());
      if (strings.length > limits.gridPlaces) throw new Refusal('document-too-complex');
    },
    text(more) {
      characters += more.length;
      if (characters > limits.characters) throw new Refusal('document-too-complex');
      text.text(more);
    },
  };
  parseXml(chunks, handler);
  return strings;
}
