import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Question, questionsOf, sumRuleOf } from '../../../src/report/form/model.ts';
import type { FigureSum, QuestionSum } from '../../../src/report/form/sum.ts';
import type { SumsView } from '../../../src/report/form/views.ts';
import { sumWords } from '../../../src/report/form/words.ts';
import { nameAgencies } from '../../words/work.ts';
import type { Table } from '../follow/tableFile.ts';
import { sayAnswer, sayFigure, unitOf } from './say.ts';

type Props = { view: SumsView };

const askedOf = ({ form }: SumsView): Question[] =>
  questionsOf(form)
    .map(({ question }) => question)
    .filter(({ kind }) => kind !== 'note');

/** Question by question what all units come to, each figure open to the answers it was made of. */
export function SumTable({ view }: Props) {
  const sums = new Map(view.sums.map((one) => [one.name, one]));
  return (
    <div className="card">
      <table className="register form-sums">
        <thead>
          <tr>
            <th scope="col">Câu hỏi</th>
            <th scope="col">Tổng hợp</th>
            <th scope="col">Cách tính</th>
          </tr>
        </thead>
        <tbody>
          {askedOf(view).map((question) => {
            const sum = sums.get(question.name);
            return sum && <SumRow key={question.name} {...{ view, question, sum }} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function SumRow({ view, question, sum }: Props & { question: Question; sum: QuestionSum }) {
  const [open, setOpen] = useState(false);
  const silent = sum.missing.length;
  return (
    <tr>
      <th scope="row">{question.label}</th>
      <td>
        <Value question={question} sum={sum} />
        <Button
          className="link form-open"
          aria-expanded={open}
          aria-label={`Nguồn của ${question.label}`}
          onPress={() => setOpen(!open)}
        >
          {open ? 'Đóng nguồn' : `${sum.stated.length} đơn vị trả lời`}
        </Button>
        {silent > 0 && <small>{silent} đơn vị đã gửi nhưng không trả lời câu này</small>}
        {open && <Sources {...{ view, question, sum }} />}
      </td>
      <td data-word="Cách tính:">
        <small>
          {sum.sum.of === 'figure'
            ? sumWords[sumRuleOf(question).way]
            : sum.sum.of === 'choices'
              ? 'Đếm theo lựa chọn'
              : 'Nêu theo đơn vị'}
        </small>
      </td>
    </tr>
  );
}

function Value({ question, sum: { sum } }: { question: Question; sum: QuestionSum }) {
  if (sum.of === 'choices')
    return (
      <ul className="form-counts">
        {sum.counts.map(({ name, label, count }) => (
          <li key={name}>
            <b className="num">{count}</b> {label}
          </li>
        ))}
      </ul>
    );
  if (sum.of === 'texts') return null;
  return (
    <>
      <b className="form-figure">{sum.value === null ? 'chưa có số' : `${sayFigure(sum.value)}${unitOf(question)}`}</b>
      <Ends question={question} sum={sum} />
    </>
  );
}

function Ends({ question, sum }: { question: Question; sum: FigureSum }) {
  if (sum.part !== null && sum.whole !== null)
    return (
      <small>
        {sayFigure(sum.part)} trên {sayFigure(sum.whole)}
      </small>
    );
  if (sum.least === null || sum.most === null || sum.mean === null) return null;
  return (
    <small>
      trung bình {sayFigure(sum.mean)}, từ {sayFigure(sum.least)} đến {sayFigure(sum.most)}
      {unitOf(question)}
    </small>
  );
}

/** The answers a figure was made of, each a way to the form it stands in. */
function Sources({ view, question, sum }: Props & { question: Question; sum: QuestionSum }) {
  const names = nameAgencies(view.agencies);
  const unit = new Map(view.answers.map(({ id, agencyId }) => [id, names.get(agencyId)]));
  return (
    <ul className="form-sources">
      {sum.stated.map((id) => (
        <li key={id}>
          <Link to="/phieu/$id" params={{ id }}>
            {unit.get(id)}
          </Link>
          : <span className="pre">{sayAnswer(question, view.values[id]?.[question.name] ?? null)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Unit by unit, all figures beside each other. */
export function UnitTable({ view }: Props) {
  const names = nameAgencies(view.agencies);
  const asked = askedOf(view);
  const sums = new Map(view.sums.map((one) => [one.name, one.sum]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="card form-units-table" aria-label="Số liệu từng đơn vị" tabIndex={0}>
      <table className="register">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            {asked.map((question) => (
              <th key={question.name} scope="col">
                {question.label}
                {question.unit && <small> ({question.unit})</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.answers.map(({ id, agencyId }) => (
            <tr key={id} data-missing={view.missing.includes(id) || undefined}>
              <th scope="row">
                <Link to="/phieu/$id" params={{ id }}>
                  {names.get(agencyId)}
                </Link>
              </th>
              {view.missing.includes(id) ? (
                <td colSpan={asked.length} className="muted">
                  chưa gửi
                </td>
              ) : (
                asked.map((question) => (
                  <td key={question.name}>{cellOf(question, view.values[id]?.[question.name] ?? null)}</td>
                ))
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Tổng hợp</th>
            {asked.map((question) => {
              const sum = sums.get(question.name);
              return (
                <td key={question.name}>{sum?.of === 'figure' && sum.value !== null ? sayFigure(sum.value) : ''}</td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const cellOf = (question: Question, answer: Parameters<typeof sayAnswer>[1]): string =>
  answer === null ? '' : typeof answer === 'number' ? sayFigure(answer) : sayAnswer(question, answer);

/** The same table for a file. */
export function tableOf(view: SumsView): Table {
  const names = nameAgencies(view.agencies);
  const asked = askedOf(view);
  return [
    ['Đơn vị', ...asked.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`))],
    ...view.answers.map(({ id, agencyId }) => [
      `${names.get(agencyId)}${view.missing.includes(id) ? ' (chưa gửi)' : ''}`,
      ...asked.map((question) => {
        const answer = view.values[id]?.[question.name] ?? null;
        return typeof answer === 'number' ? answer : cellOf(question, answer);
      }),
    ]),
  ];
}
