import file from '../../../data/forms/ready.json' with { type: 'json' };
import { blankQuestion, type Form, type FormItem, type Question, type QuestionKind } from './model.ts';

/** Ready forms for what leads ask for year after year: data with the source of their terms, copied and changed by who uses them. */

export type ReadyForm = { key: string; form: Form; source: readonly string[] };

type Kept = { kind: string; name: string; label: string; relevant?: string; questions?: readonly Kept[] };

/** The file says of a question only what it has. */
function complete(kept: Kept): FormItem {
  const { kind, name, label, relevant = '', questions } = kept;
  if (kind !== 'group') return { ...blankQuestion(kind as QuestionKind, name), ...(kept as Partial<Question>) };
  return { kind, name, label, relevant, questions: (questions ?? []).map(complete) as Question[] };
}

export const readyForms: readonly ReadyForm[] = file.forms.map(({ key, form, source }) => ({
  ...{ key, source },
  form: { title: form.title, note: form.note, items: (form.items as Kept[]).map(complete) },
}));
