import type { Dictionary, DomainValue, ScanAnswer, Variable } from './model.ts';

/** What a scan answers, from rows as a table prints them. For tests. */
export function answerOf(rows: readonly Record<string, DomainValue>[]): ScanAnswer {
  return { rows: rows.length, column: (name) => rows.map((row) => row[name] ?? null) };
}

/** A dictionary of columns, each a number unless said otherwise. For tests. */
export function dictionaryOf(columns: Record<string, Variable['type']>, rows = 100): Dictionary {
  return {
    title: null,
    source: 'thử',
    rows,
    variables: Object.entries(columns).map(([name, type]) => ({ name, label: null, type, choices: [], missing: [] })),
  };
}
