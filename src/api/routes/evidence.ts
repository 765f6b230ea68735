import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { EvidencesView, EvidenceView, SentEvidence, SentUses } from '../../report/evidence/views.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { addEvidence, assertFit, changeUses, type Doing, removeEvidence } from '../../store/evidence.ts';
import { getEvidence, listEvidence, listPlaces } from '../../store/evidence-list.ts';
import { findProof } from '../../store/evidence-proofs.ts';
import { readBeside, type TakenIn, takeInEvidence } from '../evidence-intake.ts';
import { getId, IdParams } from '../ids.ts';
import { addEvidenceTo, presentEvidence, seeEvidence } from '../present-evidence.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, refuseNoDay } from '../work-answers.ts';

const tags = ['Tài liệu kiểm chứng'];
const what = 'tài liệu này';
const config = { may: addEvidenceTo };
const answer = { 200: EvidenceView };

/** Evidence of an agency's work: what there is, adding with or without a file, taking away, putting to other work. */
export async function evidenceRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  add(app, context);
  change(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/evidence',
    {
      config: { may: seeEvidence },
      schema: {
        tags,
        summary: 'Tài liệu kiểm chứng cho việc của một cơ quan, và những việc gắn được tài liệu',
        querystring: Type.Object({ agency: Type.String({ maxLength: 100 }) }),
        response: { 200: EvidencesView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const agencyId = idOr(request.query.agency, 'cơ quan này') ?? '';
      if (agencyId === '') throw new Problem('not-found', { what: 'cơ quan này' });
      // What is shown is bounded piece by piece: who leads a task sees what proves it, of whichever unit.
      const reach = reachOf(seeEvidence, officer);
      const [evidence, places] = await Promise.all([
        listEvidence(db, tenantId, { agencyId }, reach),
        listPlaces(db, tenantId, agencyId, reach),
      ]);
      return {
        evidence: evidence.map((line) => presentEvidence(line, officer)),
        places,
        adds: allows(addEvidenceTo, officer, { agencyIds: [agencyId] }),
        agencies: await namedAgencies(db, tenantId, [agencyId]),
      };
    },
  );
}

function add(app: Api, context: Context): void {
  app.post(
    '/api/evidence',
    {
      config,
      schema: { tags, summary: 'Thêm tài liệu chỉ có thông tin, không kèm tệp', body: SentEvidence, response: answer },
    },
    async (request) => {
      const sent = request.body;
      assertMay(request, addEvidenceTo, { agencyIds: [sent.agencyId] });
      return keep(context, getOfficer(request), sent);
    },
  );
  app.post(
    '/api/evidence/file',
    {
      config,
      schema: {
        tags,
        summary: 'Thêm tài liệu kèm tệp (multipart: trường “evidence” là JSON, sau đó trường “file”)',
        consumes: ['multipart/form-data'],
        response: answer,
      },
    },
    async (request, reply) => addWithFile(context, request, reply),
  );
}

const sentShape = Compile(SentEvidence);

const addWithFile = (context: Context, request: FastifyRequest, reply: FastifyReply): Promise<EvidenceView> =>
  takeInEvidence(context, request, reply, {
    read: (text) => readBeside(sentShape, text),
    // Before a byte of the file is kept: whoever may not add has nothing to send, and a wrong day is not told after minutes.
    assert: (sent) => {
      assertMay(request, addEvidenceTo, { agencyIds: [sent.agencyId] });
      refuseNoDay(sent.piece);
      assertFit(sent.piece, new Date());
    },
    keep: (sent, taken) => keep(context, getOfficer(request), sent, taken),
  });

async function keep(
  { db, files }: Context,
  officer: Asker,
  sent: SentEvidence,
  taken?: TakenIn,
): Promise<EvidenceView> {
  refuseNoDay(sent.piece);
  const file = taken && { ...taken.received, kind: taken.type, name: taken.name, scan: taken.scan };
  const piece =
    sent.piece.kind === 'page'
      ? { ...sent.piece, snapshot: taken?.received.sha256.toString('hex') ?? null }
      : sent.piece;
  return inTransaction(db, async (trx) => {
    const doing = await doingOf(trx, officer, sent.agencyId);
    const isFresh = await addEvidence(trx, { ...sent, piece }, file, doing);
    // The file lies there before its row is committed: no row ever lacks its file.
    if (taken && isFresh) await files.keep(officer.tenantId, taken.received);
    return one(trx, officer, sent.id);
  });
}

const doingOf = async (trx: Transaction, actor: Asker, agencyId: string): Promise<Doing> => ({
  ...{ actor, at: new Date(), agencyId: await openSigning(trx, actor, addEvidenceTo)([agencyId]) },
});

const one = async (db: Database, officer: Asker, id: string): Promise<EvidenceView> =>
  presentEvidence(await getEvidence(db, officer.tenantId, id, reachOf(seeEvidence, officer)), officer);

type Change = (trx: Transaction, id: string, doing: Doing) => Promise<void>;

function change(app: Api, context: Context): void {
  const params = IdParams;
  const changing = async (request: FastifyRequest & { params: { id: string } }, act: Change) => {
    const officer = getOfficer(request);
    const id = getId(request, what);
    return inTransaction(context.db, async (trx) => {
      const { agencyId } = await getEvidence(trx, officer.tenantId, id, reachOf(seeEvidence, officer));
      assertMay(request, addEvidenceTo, { agencyIds: [agencyId] });
      // What proves a finding or a recommendation is taken away there, so that their logs say so.
      if (await findProof(trx, officer.tenantId, id)) throw new Problem('not-found', { what });
      await act(trx, id, await doingOf(trx, officer, agencyId));
      return one(trx, officer, id);
    });
  };
  app.delete(
    '/api/evidence/:id',
    { config, schema: { tags, summary: 'Bỏ tài liệu (khôi phục được)', params, response: answer } },
    (request) => changing(request, (trx, id, doing) => removeEvidence(trx, id, true, doing)),
  );
  app.post(
    '/api/evidence/:id/restore',
    { config, schema: { tags, summary: 'Khôi phục tài liệu đã bỏ', params, response: answer } },
    (request) => changing(request, (trx, id, doing) => removeEvidence(trx, id, false, doing)),
  );
  app.patch(
    '/api/evidence/:id/uses',
    {
      config,
      schema: {
        tags,
        summary: 'Dùng tài liệu cho việc khác, thôi dùng cho một việc',
        params,
        body: SentUses,
        response: answer,
      },
    },
    (request) => changing(request, (trx, id, doing) => changeUses(trx, id, request.body, doing)),
  );
}
