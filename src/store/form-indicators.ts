import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { Answers, Form } from '../report/form/model.ts';
import { figureFor, periodOfAnswer, tiedQuestions } from '../report/form/to-indicators.ts';
import { sayPeriod, spanOf } from '../report/indicator/period.ts';
import { sayFigure, sayOrigin } from '../report/indicator/say.ts';
import type { Database, Transaction } from './db.ts';
import type { KnownAnswer } from './form-world.ts';
import { type StatedCell, same, stateCells } from './indicator-state.ts';
import { isStated, listCells } from './indicator-values.ts';
import { listIndicators } from './indicators.ts';

/** The figures of forms in the register: stated when the lead receives the form, and what the register says of them since. */

type Received = { known: KnownAnswer; form: Form; answers: Answers };
type Tied = { name: string; indicator: string; cell: StatedCell; said: string };

async function listTied(db: Database, tenantId: string, { known, form, answers }: Received): Promise<Tied[]> {
  const questions = tiedQuestions(form);
  const sentOn = known.state.firstSentOn;
  if (questions.length === 0 || sentOn === null) return [];
  const ids = questions.map(({ indicator }) => indicator);
  const indicators = new Map((await listIndicators(db, tenantId, { ids })).map((one) => [one.id, one.definition]));
  const days = { from: known.periodFrom, to: known.periodTo, due: known.due, sentOn };
  return questions.flatMap((question) => {
    const definition = indicators.get(question.indicator);
    const figure = definition && figureFor(question, answers, definition.kind);
    if (definition === undefined || figure === undefined) return [];
    const cell = {
      ...{ indicatorId: question.indicator, agencyId: known.agencyId, base: null, figure },
      period: periodOfAnswer(days, definition.every),
      origin: { kind: 'form' as const, answerId: known.id, form: form.title },
    };
    return [{ name: question.name, indicator: definition.name, cell, said: sayFigure(definition, figure) }];
  });
}

/**
 * States what a received form says of indicators. One figure that cannot be stated keeps neither the others nor the form from being
 * received: the sentences say which and why.
 */
export async function stateFromForm(trx: Transaction, actor: Actor, received: Received, at: Date): Promise<string[]> {
  const refused: string[] = [];
  for (const { cell } of await listTied(trx, actor.tenantId, received))
    try {
      await stateCells(trx, actor, [cell], { at, reason: `Tiếp nhận phiếu “${received.form.title}”` });
    } catch (error) {
      // Refused before anything is written.
      if (!(error instanceof Problem)) throw error;
      refused.push(error.message);
    }
  return refused;
}

/** How a figure of a form stands in the register. `said`: where what stands there comes from; null: nothing does. */
export type InRegister = {
  name: string;
  indicatorId: string;
  indicator: string;
  period: string;
  states: string;
  there: string | null;
  said: string | null;
  same: boolean;
};

export async function readFromRegister(db: Database, tenantId: string, received: Received): Promise<InRegister[]> {
  const tied = await listTied(db, tenantId, received);
  if (tied.length === 0) return [];
  const ids = tied.map(({ cell }) => cell.indicatorId);
  const indicators = await listIndicators(db, tenantId, { ids });
  const years = [...new Set(tied.map(({ cell }) => spanOf(cell.period).year))];
  const cells = await listCells(db, tenantId, indicators, { years });
  return tied.map(({ name, indicator, cell, said }) => {
    const { definition } = indicators.find(({ id }) => id === cell.indicatorId) ?? {};
    const there = cells.find(
      (one) =>
        one.indicatorId === cell.indicatorId &&
        one.agencyId === cell.agencyId &&
        one.period === cell.period &&
        isStated(one),
    );
    return {
      ...{ name, indicatorId: cell.indicatorId, indicator, period: sayPeriod(cell.period), states: said },
      there: there && definition ? sayFigure(definition, there.figure) : null,
      said: there ? sayOrigin(there.origin, there.by, there.at) : null,
      same: there !== undefined && same(there.figure, cell.figure),
    };
  });
}
