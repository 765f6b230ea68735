import { newId } from '../kernel/ids.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import type { Evidence } from '../report/evidence/model.ts';
import { type Database, inTransaction } from './db.ts';
import { addProof } from './evidence-proofs.ts';
import { actOnInspection, planInspections } from './inspections.ts';
import { recordRecommendation } from './recommendations.ts';

/** An inspection that was begun at a unit with a finding it has to remedy, a recommendation, and what proves the remedy. */
export async function inspectedUnit(db: Database, actor: Actor, agencyId: string, piece: Evidence) {
  const at = new Date();
  const today = dayInVietnam(at);
  const ids = { inspection: newId(), finding: newId(), recommendation: newId(), proof: newId() };
  const content = { subject: 'Việc công khai', components: [], lead: 'Yến', members: [], joinedWith: null, places: [] };
  const planned = { kind: 'planned' as const, day: today, earlierId: null, ...content };
  const acts = [
    { kind: 'open', on: today } as const,
    {
      kind: 'find',
      findingId: ids.finding,
      itemId: null,
      text: 'Chưa niêm yết',
      component: null,
      place: null,
    } as const,
    {
      kind: 'assign',
      findingId: ids.finding,
      remedy: 'Niêm yết',
      agencyId,
      asked: '2199-01-04',
      due: '2199-01-04',
    } as never,
  ];
  const asked = { text: 'Thu hồi khoản chi', agencyId, due: null };
  const paper = { what: 'Kết luận', number: null, date: null, issuer: null };
  await inTransaction(db, async (trx) => {
    const units = [{ id: ids.inspection, agencyId }];
    await planInspections(trx, actor, { units, planned }, { roleOf: () => 'supervisor', at });
    const sent = acts.map((act) => ({ id: newId(), act, agencyId: null }));
    await actOnInspection(trx, actor, ids.inspection, sent, at);
    await recordRecommendation(trx, actor, { id: ids.recommendation, source: 'audit', paper, ...asked }, at);
    const to = { of: 'finding', id: ids.finding, inspectionId: ids.inspection, by: 'unit' } as const;
    await addProof(trx, { id: ids.proof, agencyId, piece }, to, undefined, { actor, agencyId, at });
  });
  return ids;
}
