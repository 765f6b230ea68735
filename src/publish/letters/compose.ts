import { isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { countOf, type LateUnit, lateListPaper, type PaperHead } from '../paper/late-list.ts';
import type { Paper } from '../paper/model.ts';
import { reminderPaper } from '../paper/reminder.ts';
import { sayDate } from '../paper/wording.ts';
import { explanationPaper } from '../report/explanation.ts';
import { periodFacts } from '../report/facts.ts';
import { type Issuer, letterheadOf } from '../report/letterhead.ts';
import { type ReviewedRound, type ReviewWords, reviewFields, reviewPaper } from '../report/review.ts';
import type { Filled } from '../template/model.ts';
import type { LetterKind, PaperDraftContent } from './model.ts';

/** What a letter is about, as the product knows it: who is late, what a unit has to explain, what half a year came to. */
export type LetterMatter =
  | {
      of: 'late';
      /** "báo cáo kỳ Quý II/2026", "nhiệm vụ được giao" */
      subject: string;
      deed: 'gửi' | 'báo cáo kết quả';
      basis: string;
      asOf: PlainDate;
      owing: number;
      units: LateUnit[];
    }
  | { of: 'tasks'; subject: string; basis: string; tasks: ExplainedTask[] }
  | {
      of: 'period';
      plan: string;
      period: { label: string; from: string; to: string };
      rounds: ReviewedRound[];
      sums: Pick<Paper, 'blocks' | 'appendices'> | null;
    };
export type ExplainedTask = { key: string; text: string; due: PlainDate | null; state: string };

export type Letter = {
  kind: LetterKind;
  issuer: Issuer;
  matter: LetterMatter;
  /** whom it goes to unless somebody says otherwise */
  receivers: string[];
  /** by when what is late is asked for */
  until: PlainDate;
  today: PlainDate;
};

const symbols: Readonly<Record<LetterKind, string>> = {
  reminder: '',
  'late-list': 'TB',
  explanation: 'BC',
  'mid-year': 'BC',
  'year-end': 'BC',
};

/** What is printed unless somebody types otherwise; of an earlier paper of the kind its recipients and signer stay. */
export function draftFor(letter: Letter, before?: PaperDraftContent): PaperDraftContent {
  const { signature } = letterheadOf(letter.issuer, symbols[letter.kind]);
  const { matter, receivers } = letter;
  const late = matter.of === 'late' ? [...new Set(matter.units.map(({ unit }) => unit))] : [];
  const above = letter.issuer.parent === null ? [] : [`${letter.issuer.parent} (để báo cáo)`];
  const usual = letter.kind === 'reminder' || letter.kind === 'explanation' ? ['Như trên', ...above] : receivers;
  return {
    addressees: letter.kind === 'reminder' ? late : letter.kind === 'explanation' ? receivers : [],
    recipients: before?.recipients ?? [...new Set([...usual, 'Lưu: VT'])],
    signer: before?.signer ?? signature,
    ...{ number: null, date: null, until: letter.kind === 'reminder' ? letter.until : null, words: {}, rows: {} },
  };
}

/** The paper of a letter, with what was typed. */
export function composeLetter(letter: Letter, typed: PaperDraftContent): Filled {
  const { kind, issuer, matter, today } = letter;
  const head = headOf(letter, typed);
  if (matter.of === 'late') return kind === 'late-list' ? lateList(head, matter) : urging(letter, head, matter, typed);
  if (matter.of === 'period') {
    const words = Object.fromEntries(reviewFields.map((field) => [field, typed.words[field] ?? ''])) as ReviewWords;
    const { plan, period, rounds, sums } = matter;
    const name = kind === 'mid-year' ? kind : 'year-end';
    return {
      paper: reviewPaper({ ...head, kind: name, unit: issuer.name, plan, period, rounds, sums, words }),
      facts: periodFacts(plan, issuer.name, period),
    };
  }
  const { subject, basis, tasks } = matter;
  const { causes = '', remedies = '', proposals = '' } = typed.words;
  const paper = explanationPaper({
    ...{ ...head, year: Number(today.slice(0, 4)), unit: issuer.name, subject, basis, causes, remedies, proposals },
    addressees: typed.addressees,
    tasks: tasks.map(({ key, ...task }) => ({ ...task, ...(typed.rows[key] ?? { reason: '', remedy: '' }) })),
  });
  return { paper, facts: { don_vi: issuer.name, viec_giai_trinh: subject, thuc_hien: basis } };
}

const dayOf = (text: string | null): PlainDate | null => (text !== null && isPlainDate(text) ? text : null);

/** A letter bears no type in its symbol: "SNV", not "CV-SNV" (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function headOf({ kind, issuer, today }: Letter, { number, date, signer, recipients }: PaperDraftContent): PaperHead {
  const head = letterheadOf(issuer, symbols[kind]);
  return {
    ...head,
    symbol: head.symbol?.replace(/^-/u, '') ?? null,
    number: number?.trim() ? number.trim() : null,
    ...{ date: dayOf(date), year: Number((date ?? today).slice(0, 4)), signature: signer },
    recipients: recipients.filter((line) => line.trim() !== ''),
  };
}

type Late = Extract<LetterMatter, { of: 'late' }>;

const lateFacts = (late: Late) => ({ viec_phai_bao_cao: late.subject, tinh_hinh: countOf(late) });

const lateList = (head: PaperHead, { subject, asOf, owing, units, ...rest }: Late): Filled => ({
  paper: lateListPaper({ ...head, subject, asOf, owing, units }),
  facts: lateFacts({ subject, asOf, owing, units, ...rest }),
});

function urging(letter: Letter, head: PaperHead, matter: Late, typed: PaperDraftContent): Filled {
  const { subject, deed, basis, asOf, owing, units } = matter;
  const orders = letter.issuer.kind === 'committee';
  const until = dayOf(typed.until) ?? letter.until;
  const to = letter.issuer.name;
  const said = { basis, subject, deed, asOf, owing, units, orders, to, until };
  return {
    paper: reminderPaper({ ...head, ...said, addressees: typed.addressees.filter((line) => line.trim() !== '') }),
    facts: {
      ...lateFacts(matter),
      ...{ thuc_hien: basis, lam_gi: deed, yeu_cau: orders ? 'yêu cầu' : 'đề nghị' },
      ...{ noi_nhan_bao_cao: to, han_gui: sayDate(until) },
    },
  };
}
