import { squish } from '../../kernel/text.ts';
import { fieldsAfter } from './fields.ts';
import type { Name, Style } from './form.ts';
import { dittos } from './lexicon.ts';
import { breaksName, readName, startsName } from './name.ts';
import { matchPhrase, roleWords, wholeNames } from './phrases.ts';
import { bracketedRole, cappedLevel, countedLevel, properName, readScope } from './scope.ts';
import { plain, type Token, tokenize, unnumbered } from './tokens.ts';

export type Agencies = { names: string[]; cooperate: string[]; confidence: number };

type Role = 'names' | 'cooperate';
type Found = { text: string; role: Role; certainty: number };
type State = {
  source: string;
  tokens: Token[];
  style: Style;
  at: number;
  role: Role;
  last: Name | null;
  found: Found[];
  /** Which found name is the first since the last semicolon. */
  segment: number;
};

const grammar = { breaksName, readName, startsName };

const slice = (state: State, start: number, end: number): string =>
  squish(state.source.slice(state.tokens[start]?.start ?? 0, state.tokens[end - 1]?.end ?? 0));

const tidy = (text: string): string => text.replace(/^[\s.;:,–-]+|[\s.;:,–-]+$/g, '');

function push(state: State, text: string, certainty: number): void {
  const name = tidy(text);
  if (/\p{L}{2}/u.test(name)) state.found.push({ text: name, role: state.role, certainty });
}

/** What stands between two names. */
function skipSeparators(state: State): { strong: boolean } {
  const from = state.at;
  while (state.tokens[state.at] && state.tokens[state.at]?.kind !== 'word' && state.tokens[state.at]?.kind !== 'open')
    state.at += 1;
  const between = state.tokens.slice(from, state.at);
  return { strong: between.some((token) => token.text === ';' || token.text === '.') };
}

/** "chủ trì, phối hợp với …", "Cơ quan phối hợp: …": words that say which role follows. */
function readRole(state: State): boolean {
  if (readBracketedRole(state)) return true;
  const label = /^(cơ quan|đơn vị|sở ngành)$/.test(`${state.tokens[state.at]?.low} ${state.tokens[state.at + 1]?.low}`)
    ? state.at + 2
    : state.at;
  const end = matchPhrase(roleWords, state.tokens, label);
  if (end === label) return false;
  if (label > state.at && state.tokens[end]?.kind !== 'colon') return false;
  if (state.style === 'prose' && !/^(chủ|phối)$/.test(state.tokens[label]?.low ?? '')) return false;
  state.role =
    state.tokens[label]?.low === 'phối' ? 'cooperate' : state.tokens[end]?.kind === 'colon' ? 'names' : state.role;
  state.at = end;
  while (/^(với|cùng|chặt|chẽ)$/.test(state.tokens[state.at]?.low ?? '')) state.at += 1;
  if (state.style === 'cell' && /^(?:tham|báo)$/.test(state.tokens[label]?.low ?? '')) skipServed(state, label);
  const alone = !state.tokens[state.at] || state.tokens[state.at]?.kind === 'separator';
  if (state.style === 'cell' && state.role === 'cooperate' && alone) turnToCooperate(state);
  return true;
}

/** "Sở Nội vụ (chủ trì), Sở Tài chính, Sở Y tế (phối hợp)": the role of the names before it, up to the last such brackets. */
function readBracketedRole(state: State): boolean {
  const end = bracketedRole(state.tokens, state.at);
  if (end === state.at) return false;
  if (state.tokens[state.at + 1]?.low === 'phối')
    for (const name of state.found.slice(state.segment)) name.role = 'cooperate';
  state.segment = state.found.length;
  state.at = end;
  return true;
}

/** "Sở Nội vụ tham mưu UBND tỉnh": who is advised or reported to has no part in the work. */
function skipServed(state: State, label: number): void {
  const before = state.found.at(-1);
  if (!before || state.last?.end !== label) return;
  const served = readName(state.tokens, state.at, state.style);
  if (!served) return;
  before.certainty = Math.min(before.certainty, 0.85);
  state.at = served.end;
}

/** "…; các sở, ngành phối hợp": the word stands after the names it speaks of, up to the semicolon before them. */
function turnToCooperate(state: State): void {
  for (const name of state.found.slice(state.segment)) name.role = 'cooperate';
  state.role = 'names';
}

/** "UBND cấp huyện, cấp xã" is two: the second takes the head of the first. */
function repeatLevel(state: State): boolean {
  const { last, tokens, at } = state;
  if (last?.levelAt == null || last.end === at) return false;
  const capped = cappedLevel(tokens, at);
  const end = capped > at ? capped : countedLevel(tokens, at);
  const units = tokens[last.levelAt]?.fold === 'cap' || last.named;
  if (end === at || (capped === at && !units) || (capped === at && matchPhrase(wholeNames, tokens, at) > end))
    return false;
  const bare = capped === at && tokens[last.levelAt]?.fold === 'cap' && !/^(?:các|những)$/.test(tokens[at]?.low ?? '');
  // What follows the level is read as if the head stood before it: "cấp xã trên địa bàn tỉnh".
  const whole = bare ? end : readScope(tokens, at, { ...grammar, start: last.start, style: state.style }).end;
  push(state, `${slice(state, last.start, last.levelAt)} ${bare ? 'cấp ' : ''}${slice(state, at, whole)}`, 0.98);
  state.at = whole;
  return true;
}

/** "UBND các xã Trà My, Trà Tân", "UBND các xã: Trà My, Trà Tân": each place takes body and unit. */
function repeatPlace(state: State): boolean {
  const { last, tokens, at } = state;
  if (last?.levelAt == null || tokens[last.levelAt]?.fold === 'cap' || last.end === at) return false;
  const announced = tokens[last.end]?.kind === 'colon' && at === last.end + 1;
  const joins = /^(?:,|và)$/.test(tokens[at - 1]?.low ?? '') && last.named;
  if ((!announced && !joins) || (startsName(tokens, at) && !isPlace(tokens, at))) return false;
  const end = properName(tokens, at, { ...grammar, start: last.start, style: state.style });
  if (end === at) return false;
  if (announced && severalKinds(state, last.levelAt, last.end)) return joinPlaces(state, last, end);
  const unit = countedLevel(tokens, last.levelAt);
  const counting = /^(?:các|những)$/.test(tokens[last.levelAt]?.low ?? '') ? 1 : 0;
  const head = `${slice(state, last.start, last.levelAt)} ${slice(state, last.levelAt + counting, unit)}`;
  const before = state.found.at(-1);
  if (announced) state.found.pop();
  else if (before && counting > 0 && before.text === slice(state, last.start, last.end))
    before.text = `${head} ${slice(state, unit, last.end)}`;
  push(state, `${head} ${slice(state, at, end)}`, 0.93);
  state.last = { ...last, end: unit, named: true };
  state.at = end;
  return true;
}

/** "Bản Mù", "Làng Giàng": the name of a commune may begin with what a hamlet is called. */
const isPlace = (tokens: readonly Token[], at: number): boolean =>
  Boolean(tokens[at]?.capital && tokens[at + 1]?.capital) && /^(?:bản|làng|ấp|buôn|xóm)$/.test(tokens[at]?.low ?? '');

const severalKinds = ({ tokens }: State, from: number, end: number): boolean =>
  tokens.slice(from, end).some(({ text }) => text === ',');

/** "UBND các tỉnh, thành phố: Hải Phòng, Hưng Yên": which is a province and which a city is not printed, so all are one name. */
function joinPlaces(state: State, last: Name, first: number): boolean {
  const { tokens } = state;
  let end = first;
  while (/^(?:,|và)$/.test(tokens[end]?.low ?? '') && !startsName(tokens, end + 1)) {
    const next = properName(tokens, end + 1, { ...grammar, start: last.start, style: state.style });
    if (next === end + 1) break;
    end = next;
  }
  const before = state.found.at(-1);
  if (before) before.text = slice(state, last.start, end);
  state.last = { ...last, end, levelAt: null };
  state.at = end;
  return true;
}

/** "Các sở: Nội vụ, Tài chính": each field takes the head. */
function repeatField(state: State): boolean {
  const { last, tokens, at } = state;
  if (last?.fieldHeadAt == null || last.end === at || startsName(tokens, at)) return false;
  const fields = fieldsAfter(tokens, last.fieldHeadAt);
  const end = fields ? matchPhrase(fields, tokens, at, true) : at;
  if (end === at) return false;
  const head = tokens[last.fieldHeadAt]?.text ?? '';
  const before = state.found.at(-1);
  // "Các sở, ban, ngành: Nội vụ, …" only announces.
  const announced = before?.text === slice(state, last.start, last.end) && tokens[last.end]?.kind === 'colon';
  if (announced) state.found.pop();
  // "Các Sở Nội vụ, Tài chính": the word that counts them belongs to none of them.
  else if (before && last.fieldHeadAt > last.start && before.text === slice(state, last.start, last.end))
    before.text = slice(state, last.fieldHeadAt, last.end);
  push(state, `${head} ${slice(state, at, end)}`, 0.9);
  state.at = end;
  return true;
}

/** Words no rule knows: they go on the name before where they begin small, else they stand alone, doubted. */
function readUnknown(state: State, strong: boolean): void {
  const from = state.at;
  while (
    state.tokens[state.at] &&
    !(state.at > from && (breaksName(state.tokens, state.at) || state.tokens[state.at]?.kind === 'separator'))
  ) {
    if (state.at > from && state.tokens[state.at]?.kind === 'joiner' && startsName(state.tokens, state.at + 1)) break;
    state.at += 1;
  }
  const text = slice(state, from, state.at);
  const before = state.found.at(-1);
  if (before && state.last && !strong && !state.tokens[from]?.capital) {
    before.text = tidy(slice(state, state.last.start, state.at));
    // An open name may well go on: "Ban Chỉ đạo … khoa học, công nghệ".
    before.certainty = Math.min(before.certainty, state.last.certainty < 1 && !/\d/.test(text) ? 0.85 : 0.6);
    state.last = { ...state.last, end: state.at };
  } else push(state, text, 0.5);
}

/** One step: a role word, a repeated head, a name, or words unknown. False where prose goes on to something else. */
function readNext(state: State): boolean {
  const { strong } = skipSeparators(state);
  if (strong) state.segment = state.found.length;
  if (!state.tokens[state.at]) return false;
  if (readRole(state) || repeatLevel(state) || repeatPlace(state) || repeatField(state)) return true;
  // In a sentence a name without a separator before it is the object of the verb, unless its capital says otherwise.
  const goesOn = state.style === 'prose' && state.last?.end === state.at && !breaksName(state.tokens, state.at);
  const name = goesOn ? undefined : readName(state.tokens, state.at, state.style);
  if (name && name.end > state.at) {
    const lost = state.last?.end === name.start && !state.tokens[name.start]?.opensLine;
    if (!isListHead(state, name))
      push(state, slice(state, name.start, name.end), lost ? Math.min(name.certainty, 0.93) : name.certainty);
    state.last = name;
    state.at = name.end;
    return true;
  }
  if (state.style === 'prose') return false;
  readUnknown(state, strong);
  return true;
}

/** "Các sở: …" announces a list and is no agency itself. */
const isListHead = (state: State, name: Name): boolean =>
  name.fieldHeadAt !== null && name.end === name.fieldHeadAt + 1 && state.tokens[name.end]?.kind === 'colon';

// No cell of agencies has more words; a whole document in one cell must not cost more than its head.
const longest = 300;

/** Reads names one after the other; in prose up to the first word that belongs to no name. */
export function readList(text: string, style: Style): Agencies & { end: number } {
  const source = style === 'cell' ? unnumbered(plain(text)) : plain(text);
  if (dittos.includes(squish(source).toLowerCase())) return { names: [], cooperate: [], confidence: 0.3, end: 0 };
  const all = tokenize(source);
  const state: State = {
    source,
    tokens: all.slice(0, longest),
    style,
    at: 0,
    role: 'names',
    last: null,
    found: [],
    segment: 0,
  };
  let end = 0;
  for (let going = true; going; ) {
    const before = state.at;
    going = readNext(state) && state.at > before;
    if (going) end = state.at;
  }
  const of = (role: Role) => [...new Set(state.found.filter((name) => name.role === role).map((name) => name.text))];
  const doubt = state.found.map((name) => name.certainty);
  const certain = all.length > longest ? 0.3 : 0.98;
  const confidence = doubt.length > 0 ? Math.min(certain, ...doubt) : state.tokens.length > 0 ? 0.3 : 1;
  return { names: of('names'), cooperate: of('cooperate'), confidence, end: state.tokens[end - 1]?.end ?? 0 };
}
