import { newId } from '../kernel/ids.ts';
import { definitionOf, recordedOf, type World } from './permission-world.ts';
import { paper } from './routes/evidence-testing.ts';

export type Thing = { ids?: Record<string, string>; body?: object; unit?: true; query?: string };

/**
 * What the ids of an address stand for, and a body that means a thing of the world. `unit`: it belongs to a unit, so that
 * another unit's officer must be refused.
 */
export const things = ({ ids, own, actor }: World): Record<string, Thing> => {
  const act = (kind: object) => ({
    acts: [{ id: newId(), assignmentId: ids.assignment, occurrenceId: ids.occurrence, act: kind }],
  });
  return {
    '/api/paper-templates/:kind': { ids: { kind: 'report' } },
    // Nothing is drawn of a template that is not there: LibreOffice takes seconds for each who asks.
    '/api/paper-templates/:kind/preview': { ids: { kind: 'report' }, query: `?template=${newId()}` },
    '/api/paper-templates/:kind/use': { ids: { kind: 'report' }, body: { template: newId() } },
    '/api/papers/:kind': {
      ids: { kind: 'explanation' },
      query: `?agencies=${own}`,
      body: {
        ...{ addressees: [], recipients: ['Lưu: VT'], signer: { authority: [], title: 'Giám đốc', name: null } },
        ...{ number: null, date: null, until: null, words: {}, rows: {} },
      },
      unit: true,
    },
    '/api/plans/:id': { ids: { id: ids.plan, no: '1' }, query: '?with=1' },
    '/api/plans/:id/cascade/paper': { ids: { id: ids.plan }, query: `?agency=${own}`, unit: true },
    '/api/plans/:id/own-plans/:agency': { ids: { id: ids.plan, agency: own }, unit: true },
    '/api/plans/:id/own-plans/:agency/days': { ids: { id: ids.plan, agency: own }, body: { days: 5 }, unit: true },
    '/api/plans/:id/own-plans/:agency/edits': {
      ids: { id: ids.plan, agency: own },
      body: { edits: [{ id: newId(), act: { kind: 'title', value: 'Thực hiện Kế hoạch số 12/KH-UBND' } }] },
      unit: true,
    },
    '/api/plans/:id/own-plans/:agency/issue': {
      ids: { id: ids.plan, agency: own },
      body: { number: '5/KH-UBND', date: '2026-02-10', seq: 1_000, file: null },
      unit: true,
    },
    '/api/plans/:id/own-plans/:agency/noted': {
      ids: { id: ids.plan, agency: own },
      body: { number: '5/KH-UBND', date: '2026-02-10' },
    },
    '/api/plans/:id/own-plan-day': { ids: { id: ids.plan }, body: { due: '2026-02-28', ground: null } },
    '/api/plans/:id/comparison': { ids: { id: ids.plan }, query: '?with=1' },
    '/api/surveys/:id': { ids: { id: ids.survey, run: newId(), format: 'csv' } },
    '/api/surveys/progress/:run': { ids: { run: newId() } },
    '/api/tasks/:id': { ids: { id: newId() } },
    '/api/intakes/:id': { ids: { id: ids.intake } },
    '/api/learned/:id': { ids: { id: ids.lesson } },
    '/api/work-items/:id': { ids: { id: ids.item } },
    '/api/work-items/:id/receivers': { ids: { id: ids.item }, query: `?agency=${own}`, unit: true },
    '/api/assignments/:id': { ids: { id: ids.assignment }, unit: true },
    '/api/assignments/acts': { body: act({ kind: 'accept' }), unit: true },
    '/api/assignments/steering': { body: act({ kind: 'return', reason: 'Bổ sung' }) },
    '/api/occurrences/:id': { ids: { id: ids.occurrence }, unit: true },
    '/api/difficulties/:id': { ids: { id: ids.difficulty }, unit: true },
    '/api/difficulties/:id/acts': {
      ids: { id: ids.difficulty },
      body: { id: newId(), act: { kind: 'withdraw', reason: 'Đã có máy' } },
      unit: true,
    },
    '/api/difficulties': {
      body: {
        ...{ id: newId(), itemId: ids.item, assignmentId: ids.assignment, agencyId: own, text: 'Thiếu máy' },
        ...{ toAgencyId: null, answerBy: null },
      },
      unit: true,
    },
    '/api/evidence': {
      body: { id: newId(), agencyId: own, occurrenceIds: [ids.occurrence], piece: paper },
      query: `?agency=${own}`,
      unit: true,
    },
    '/api/evidence/:id': { ids: { id: ids.evidence }, unit: true },
    '/api/evidence/:id/file': { ids: { id: ids.evidenceFile }, unit: true },
    '/api/evidence/:id/preview': { ids: { id: ids.evidenceFile }, unit: true },
    '/api/evidence/:id/uses': { ids: { id: ids.evidence }, body: { add: [], take: [] }, unit: true },
    '/api/oversight': { body: recordedOf(newId(), own), unit: true },
    '/api/oversight/subjects': { query: `?agency=${own}`, unit: true },
    '/api/oversight/:id': { ids: { id: ids.oversight }, unit: true },
    '/api/oversight/:id/answers': {
      ids: { id: ids.oversight },
      body: { id: newId(), act: { kind: 'answer', stance: 'accept', text: 'Đã niêm yết', references: [] } },
      unit: true,
    },
    '/api/oversight/:id/follow-up': {
      ids: { id: ids.oversight },
      body: { id: newId(), act: { kind: 'judge', satisfied: true, note: null } },
      unit: true,
    },
    '/api/inspections': {
      body: {
        units: [{ id: newId(), agencyId: own }],
        planned: {
          ...{ kind: 'planned', day: '2026-03-02', earlierId: null, subject: 'Công khai', components: [], lead: 'Yến' },
          ...{ members: [], joinedWith: null, places: [] },
        },
      },
      unit: true,
    },
    '/api/inspections/:id': { ids: { id: ids.inspection }, unit: true },
    '/api/inspections/:id/acts': {
      ids: { id: ids.inspection },
      body: { acts: [{ id: newId(), act: { kind: 'note', text: 'Đã xem bảng niêm yết', place: null } }] },
      unit: true,
    },
    '/api/inspections/:id/remedies': {
      ids: { id: ids.inspection },
      body: {
        ...{
          id: newId(),
          act: { kind: 'remedy', findingId: ids.finding, text: 'Đã niêm yết', on: '2026-03-02', without: 'x' },
        },
      },
      unit: true,
    },
    '/api/findings/:id/evidence': { ids: { id: ids.finding }, body: { id: newId(), piece: paper }, unit: true },
    '/api/recommendations': {
      body: {
        ...{ id: newId(), source: 'audit', text: 'Thu hồi khoản chi', agencyId: own, due: null },
        paper: { what: 'Kết luận', number: null, date: null, issuer: null },
      },
      unit: true,
    },
    '/api/recommendations/:id': { ids: { id: ids.recommendation }, unit: true },
    '/api/recommendations/:id/acts': {
      ids: { id: ids.recommendation },
      body: { id: newId(), act: { kind: 'reopen', reason: 'Còn thiếu' } },
      unit: true,
    },
    '/api/recommendations/:id/progress': {
      ids: { id: ids.recommendation },
      body: { id: newId(), act: { kind: 'progress', percent: 10, text: 'Đang làm', without: null } },
      unit: true,
    },
    '/api/recommendations/:id/evidence': {
      ids: { id: ids.recommendation },
      body: { id: newId(), piece: paper },
      unit: true,
    },
    '/api/evidence-proofs/:id': { ids: { id: ids.proof }, unit: true },
    '/api/indicators/proposals': { query: `?plan=${ids.plan}` },
    '/api/indicators/from-plan': {
      body: {
        planId: ids.plan,
        chosen: [{ id: newId(), itemId: ids.item, targetNo: 0, definition: definitionOf(own) }],
      },
    },
    '/api/indicators/sheet': { query: `?agency=${own}`, unit: true },
    '/api/indicators/values': {
      body: {
        cells: [
          {
            indicatorId: ids.indicator,
            agencyId: own,
            period: '2026-01',
            base: 0,
            figure: { value: 1, part: null, whole: null },
          },
        ],
        reason: null,
      },
      unit: true,
    },
    '/api/indicators': { body: { id: newId(), itemId: null, definition: definitionOf(own) } },
    '/api/indicators/:id': {
      ids: { id: ids.indicator },
      body: { rev: 1, definition: definitionOf(own) },
      query: `?agency=${own}&period=2026-01`,
      unit: true,
    },
    '/api/indicators/:id/retire': { ids: { id: ids.indicator } },
    '/api/indicators/:id/restore': { ids: { id: ids.indicator } },
    '/api/indicator-imports/:id/undo': { ids: { id: newId() } },
    '/api/recommendation-imports/:id/undo': { ids: { id: newId() } },
    '/api/reports': { query: `?agency=${own}`, unit: true },
    '/api/reports/:id': { ids: { id: ids.report }, unit: true },
    '/api/reports/:id/fields': {
      ids: { id: ids.report },
      body: { fields: [{ place: { of: 'whole', field: 'next' }, base: 0, was: '', value: 'Tiếp tục' }] },
      unit: true,
    },
    '/api/reports/:id/acts': { ids: { id: ids.report }, body: { id: newId(), act: { kind: 'recall' } }, unit: true },
    '/api/reports/:id/receiving': {
      ids: { id: ids.report },
      body: { id: newId(), act: { kind: 'receive', note: null } },
      unit: true,
    },
    '/api/report-rounds/one': { query: `?plan=${ids.plan}&round=x` },
    '/api/report-rounds/consolidation': { query: `?plan=${ids.plan}&round=x` },
    '/api/report-rounds/acts': {
      body: { id: newId(), planId: ids.plan, round: 'x', act: { kind: 'close', reason: null } },
    },
    '/api/forms': { body: { id: newId(), form: { title: 'Phiếu', note: '', items: [] } } },
    '/api/forms/:id': {
      ids: { id: ids.form },
      body: { rev: 9, form: { title: 'Phiếu', note: '', items: [] } },
      unit: true,
    },
    '/api/forms/:id/days': { ids: { id: ids.form }, body: { times: { every: 'once', due: '2020-01-02' } } },
    '/api/forms/:id/sendings': {
      ids: { id: ids.form },
      body: { id: newId(), agencyIds: [own], times: { every: 'once', due: '2020-01-02' }, note: null },
      unit: true,
    },
    '/api/forms/:id/restore': { ids: { id: ids.form }, unit: true },
    '/api/form-sendings/:id': { ids: { id: ids.formSending }, unit: true },
    '/api/form-answers/:id': { ids: { id: ids.formAnswer }, unit: true },
    '/api/form-answers/:id/fields': {
      ids: { id: ids.formAnswer },
      body: { fields: [{ place: { of: 'item', key: 'n', field: 'value' }, base: 0, was: null, value: 1 }] },
      unit: true,
    },
    '/api/form-answers/:id/acts': {
      ids: { id: ids.formAnswer },
      body: { id: newId(), act: { kind: 'recall' } },
      unit: true,
    },
    '/api/form-answers/:id/receiving': {
      ids: { id: ids.formAnswer },
      body: { id: newId(), act: { kind: 'receive', note: null } },
      unit: true,
    },
    '/api/reminders': { body: { occurrences: [ids.occurrence], note: null }, unit: true },
    '/api/follow/desks/:role': { ids: { role: 'lead' }, query: `?agency=${own}`, unit: true },
    '/api/follow/units/:id': { ids: { id: own }, unit: true },
    '/api/my-work': { query: `?agency=${own}`, unit: true },
    '/api/my-work/roles': { query: `?agency=${own}`, unit: true },
    '/api/agencies/:id': { ids: { id: own } },
    '/api/reorganisations/:id': { ids: { id: newId() } },
    '/api/account/sessions/:id': { ids: { id: newId() } },
    '/api/account/delegations/:id': { ids: { id: newId() } },
    '/api/accounts/:id': { ids: { id: actor.officerId, grant: newId() } },
    '/api/notifications/:id': { ids: { id: newId() } },
    '/api/saved-views/:id': { ids: { id: newId() } },
    '/api/feeds/:secret': { ids: { secret: 'x.ics' } },
    '/api/sign-in/providers/:id': { ids: { id: newId() } },
    '/api/sign-in-providers/:id': { ids: { id: newId() } },
  };
};
