import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Id } from '../../assignment/act.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import type { Asker } from '../../people/model.ts';
import { reachOf } from '../../people/permissions.ts';
import { Evidence } from '../../report/evidence/model.ts';
import { EvidenceView } from '../../report/evidence/views.ts';
import { findOwnAgency } from '../../store/belonging.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { assertFit } from '../../store/evidence.ts';
import { getEvidence } from '../../store/evidence-list.ts';
import { addProof, findProof, type ProofOf, turnProof } from '../../store/evidence-proofs.ts';
import { findInspectionOf } from '../../store/inspections-list.ts';
import { getRecommendation } from '../../store/recommendations-list.ts';
import { readBeside, type TakenIn, takeInEvidence } from '../evidence-intake.ts';
import { getId, IdParams } from '../ids.ts';
import { inspectionReach, openInspectionParties, ownProgress, prove, seeRegister } from '../inspection-parties.ts';
import { presentEvidence, seeEvidence } from '../present-evidence.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { refuseNoDay, todayInVietnam } from '../work-answers.ts';

const tags = ['Tài liệu kiểm chứng'];
const what = 'tài liệu này';
const config = { may: prove };
const answer = { 200: EvidenceView };

/** What is sent beside a file: the piece under an id made by whoever sends it. */
const SentProof = Type.Object({ id: Id, piece: Type.Unsafe<Evidence>(Evidence) }, closed);
const shape = Compile(SentProof);
type Sent = { id: string; piece: Evidence };

/** To what a piece is put, and in whose name. */
type Place = { to: ProofOf; agencyId: string };
type Find = (db: Database, officer: Asker, id: string) => Promise<Place>;

/** Evidence of findings and recommendations: what the team saw, and what the unit proves its remedy with. */
export async function evidenceProofRoutes(app: Api, context: Context): Promise<void> {
  adding(app, context, 'findings', 'Thêm tài liệu cho một tồn tại', placeAtFinding);
  adding(app, context, 'recommendations', 'Thêm tài liệu cho một kiến nghị', placeAtRecommendation);
  turning(app, context);
}

function adding(app: Api, context: Context, path: 'findings' | 'recommendations', summary: string, find: Find): void {
  const params = IdParams;
  const idOf = (request: FastifyRequest & { params: { id: string } }): string =>
    getId(request, path === 'findings' ? 'tồn tại này' : 'kiến nghị này');
  const keep = ({ db, files }: Context, officer: Asker, about: string, { id, piece }: Sent, taken?: TakenIn) =>
    inTransaction(db, async (trx) => {
      const { to, agencyId } = await find(trx, officer, about);
      const file = taken && { ...taken.received, kind: taken.type, name: taken.name, scan: taken.scan };
      const isFresh = await addProof(trx, { id, agencyId, piece }, to, file, doing(officer, agencyId));
      // The file lies there before its row is committed: no row ever lacks its file.
      if (taken && isFresh) await files.keep(officer.tenantId, taken.received);
      return view(trx, officer, id);
    });
  app.post(
    `/api/${path}/:id/evidence`,
    { config, schema: { tags, summary: `${summary}, không kèm tệp`, params, body: SentProof, response: answer } },
    async (request) => {
      refuseNoDay(request.body.piece);
      return keep(context, getOfficer(request), idOf(request), request.body);
    },
  );
  app.post(
    `/api/${path}/:id/evidence/file`,
    {
      config,
      schema: {
        tags,
        summary: `${summary} kèm tệp (multipart: trường “evidence” là JSON, sau đó trường “file”)`,
        ...{ params, consumes: ['multipart/form-data'], response: answer },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const about = idOf(request);
      return takeInEvidence(context, request, reply, {
        read: (text) => readBeside(shape, text),
        assert: async ({ piece }) => {
          refuseNoDay(piece);
          assertFit(piece, new Date());
          await find(context.db, officer, about);
        },
        keep: (sent, taken) => keep(context, officer, about, sent, taken),
      });
    },
  );
}

const doing = (actor: Asker, agencyId: string) => ({ actor, agencyId, at: new Date() });

const view = async (db: Database, officer: Asker, id: string): Promise<EvidenceView> =>
  presentEvidence(await getEvidence(db, officer.tenantId, id, reachOf(seeEvidence, officer)), officer);

/** The team puts there what it saw, the unit that is to remedy what proves that it did. */
async function placeAtFinding(db: Database, officer: Asker, id: string): Promise<Place> {
  const line = await findInspectionOf(db, officer.tenantId, inspectionReach(officer), todayInVietnam(), id);
  const finding = line?.findings.find((one) => one.id === id);
  if (!line || !finding) throw new Problem('not-found', { what: 'tồn tại này' });
  const { keeps, actsFor } = await openInspectionParties(db, officer);
  const to = { of: 'finding', id, inspectionId: line.id } as const;
  if (finding.heldBy !== null && actsFor(finding.heldBy))
    return { to: { ...to, by: 'unit' }, agencyId: finding.heldBy };
  if (!keeps(line)) throw new Problem('permission-refused', { needed: prove });
  const own = await findOwnAgency(db, officer, todayInVietnam());
  return { to: { ...to, by: 'team' }, agencyId: own ?? line.agency_id };
}

async function placeAtRecommendation(db: Database, officer: Asker, id: string): Promise<Place> {
  const reach = reachOf(seeRegister, officer);
  const { heldBy } = await getRecommendation(db, officer.tenantId, reach, todayInVietnam(), id);
  const { actsFor } = await openInspectionParties(db, officer, ownProgress);
  if (heldBy === null || !actsFor(heldBy)) throw new Problem('permission-refused', { needed: prove });
  return { to: { of: 'recommendation', id }, agencyId: heldBy };
}

function turning(app: Api, { db }: Context): void {
  const turn = (request: FastifyRequest & { params: { id: string } }, used: boolean) => {
    const officer = getOfficer(request);
    const id = getId(request, what);
    return inTransaction(db, async (trx) => {
      const { to, agencyId } = await placeOf(trx, officer, id);
      // Each takes away what is its own.
      const { agencyId: owner } = await getEvidence(trx, officer.tenantId, id, reachOf(seeEvidence, officer));
      if (owner !== agencyId) throw new Problem('permission-refused', { needed: prove });
      await turnProof(trx, id, used, to, doing(officer, agencyId));
      return view(trx, officer, id);
    });
  };
  const params = IdParams;
  app.delete(
    '/api/evidence-proofs/:id',
    {
      config,
      schema: { tags, summary: 'Bỏ tài liệu của tồn tại, kiến nghị (khôi phục được)', params, response: answer },
    },
    (request) => turn(request, false),
  );
  app.post(
    '/api/evidence-proofs/:id/restore',
    { config, schema: { tags, summary: 'Khôi phục tài liệu đã bỏ của tồn tại, kiến nghị', params, response: answer } },
    (request) => turn(request, true),
  );
}

async function placeOf(trx: Transaction, officer: Asker, id: string): Promise<Place> {
  const proof = await findProof(trx, officer.tenantId, id);
  if (proof?.finding_id) return placeAtFinding(trx, officer, proof.finding_id);
  if (proof?.recommendation_id) return placeAtRecommendation(trx, officer, proof.recommendation_id);
  throw new Problem('not-found', { what });
}
