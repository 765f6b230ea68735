import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { agenciesOn } from '../../place/directory/on.ts';
import { change } from '../../report/form/arrange.ts';
import type { Answers, Form } from '../../report/form/model.ts';
import { placeOf, questionsOf } from '../../report/form/model.ts';
import { readyForms } from '../../report/form/ready.ts';
import { standingOf } from '../../report/form/stand.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import type { Transaction } from '../../store/db.ts';
import { demoOfficer } from '../../store/demo.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { loadDirectory } from '../../store/directory.ts';
import { stateFromForm } from '../../store/form-indicators.ts';
import { sendForm } from '../../store/form-send.ts';
import { type KnownAnswer, listAnswers } from '../../store/form-world.ts';
import { addForm } from '../../store/forms.ts';
import { tieIndicator } from '../../store/indicator-ties.ts';
import { listIndicators } from '../../store/indicators.ts';
import { searchItems } from '../../store/items-search.ts';
import { saveFields } from '../../store/report-fields.ts';
import { actOnReport } from '../../store/report-log.ts';
import { actorOf, morningOf, type Year } from './deeds.ts';
import { landIndicator } from './indicators.ts';

/** The forms of the demo: one of the department that leads, sent to all communes and answered by most; one it is still designing. */

const { tenantId } = demoOfficer;
const lead = demoAgencies.environment;

/** Sends the form on land certificates to all communes: the demo's own is still to answer it. */
export async function sendForms(trx: Transaction, year: Year): Promise<void> {
  const land = readyForms.find(({ key }) => key === 'cap-giay-chung-nhan');
  const shown = readyForms.find(({ key }) => key === 'cong-khai');
  if (land === undefined || shown === undefined) return;
  const form = await tied(trx, land.form, year.today);
  const sentOn = year.work.previousWorkingDay(addDays(year.today, -12)) ?? year.today;
  const units = await communes(trx, sentOn);
  if (units.length === 0) return;
  const [formId, sendingId] = [newId(), newId()];
  await addForm(trx, actorOf('lead'), { id: formId, agencyId: lead, form }, morningOf(sentOn));
  await addForm(trx, actorOf('lead'), { id: newId(), agencyId: lead, form: shown.form }, morningOf(sentOn));
  const due = year.work.previousWorkingDay(addDays(year.today, 6)) ?? addDays(year.today, 6);
  const sending = {
    ...{ id: sendingId, formId, form, agencyId: lead, agencyIds: units },
    ...{
      times: { every: 'once' as const, due },
      note: 'Số liệu đến hết tuần trước; vướng mắc nào cần cấp tỉnh gỡ thì nêu rõ số hồ sơ.',
    },
  };
  const calendar = await getCalendar(trx, tenantId);
  await sendForm(trx, actorOf('lead'), sending, { at: morningOf(sentOn), today: sentOn, calendar });
  const answers = await listAnswers(trx, tenantId, { sendings: [sendingId] });
  const others = answers.filter(({ agencyId }) => agencyId !== demoAgencies.commune);
  for (const [rank, answer] of others.entries()) if (rank % 7 !== 4) await reply(trx, answer, form, rank, year.today);
}

/** The communes' committees of a day, in the official order. */
async function communes(trx: Transaction, on: PlainDate): Promise<string[]> {
  const directory = await loadDirectory(trx, tenantId);
  return agenciesOn(directory, on)
    .filter(({ agency: { kind, level } }) => kind === 'committee' && level === 'commune')
    .map(({ agency }) => agency.id);
}

const troubles = [
  'Nhiều thửa cấp từ trước năm 2004 chưa có trích đo, phải chờ đo đạc lại.',
  '',
  'Hồ sơ xác định nguồn gốc đất ở thôn giáp ranh còn phải lấy ý kiến xã bên.',
  '',
  'Đề nghị Sở hướng dẫn xử lý diện tích tăng so với giấy tờ cũ.',
];

function answersOf(rank: number): Answers {
  const [ton, moi] = [4 + ((rank * 7) % 19), 30 + ((rank * 13) % 41)];
  const [da_cap, tra_lai] = [Math.floor((ton + moi) * (0.72 + (rank % 5) * 0.05)), rank % 4];
  const qua_han = rank % 3 === 0 ? 0 : 1 + (rank % 5);
  return {
    ...{ ton, moi, da_cap, tra_lai, qua_han, cong_khai_gia: rank % 9 === 5 ? 'no' : 'yes' },
    ...(qua_han > 0 && {
      vuong: [['nguon_goc', 'ban_do', 'nghia_vu'][rank % 3] ?? 'khac', 'khac'].slice(0, 1 + (rank % 2)),
    }),
    kho_khan: troubles[rank % troubles.length] ?? '',
  };
}

async function reply(trx: Transaction, answer: KnownAnswer, form: Form, rank: number, today: PlainDate): Promise<void> {
  const by = actorOf('focal');
  const sentOn = addDays(today, -1 - (rank % 6));
  const answers = answersOf(rank);
  const fields = questionsOf(form).flatMap(({ question }) => {
    const value = answers[question.name] ?? '';
    return value === '' ? [] : [{ place: placeOf(question), base: 0, was: null, value }];
  });
  await saveFields(trx, by, answer.id, fields, morningOf(sentOn));
  const { values } = standingOf(form, answers, { pieces: 0, today: sentOn });
  const content = { answers: Object.fromEntries([...values].filter(([, value]) => value !== null)) };
  const known = { ...answer, closed: false };
  const doing = { at: morningOf(sentOn), day: sentOn };
  await actOnReport(trx, by, known, { id: newId(), act: { kind: 'send', note: null }, agencyId: null, content }, doing);
  if (rank % 2 === 0 || sentOn >= addDays(today, -1)) return;
  const received = addDays(today, -1);
  const receive = { id: newId(), act: { kind: 'receive', note: null } as const, agencyId: lead };
  const lately = { at: morningOf(received), day: received };
  await actOnReport(trx, actorOf('lead'), known, receive, lately);
  const [now] = await listAnswers(trx, tenantId, { ids: [answer.id] });
  if (now) await stateFromForm(trx, actorOf('lead'), { known: now, form, answers: content.answers }, lately.at);
}

/** To the lead's own task on land: whoever leads a task sees its indicators. */
async function tieToTask(trx: Transaction, indicator: string, today: PlainDate): Promise<void> {
  const year = today.slice(0, 4);
  const days = { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate, today };
  const { items } = await searchItems(trx, { tenantId, ...days, reach: [lead], q: 'đất', after: 0 });
  const task = items.find(({ kind }) => kind === 'task');
  if (task) await tieIndicator(trx, actorOf('focal'), { id: indicator, itemId: task.id }, morningOf(today));
}

/** The form with its share said to be of the indicator: what is received is stated in the register. */
async function tied(trx: Transaction, form: Form, today: PlainDate): Promise<Form> {
  const all = await listIndicators(trx, tenantId, {});
  const indicator = all.find(({ definition }) => definition.name === landIndicator)?.id;
  if (indicator) await tieToTask(trx, indicator, today);
  const share = questionsOf(form).find(({ question }) => question.sum?.way === 'share')?.question;
  return indicator && share ? change(form, share.name, { indicator }) : form;
}
