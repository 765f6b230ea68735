import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Arriving } from '../../jobs/intakes.ts';
import { Problem, type ProblemCode, type ProblemDetails, type ProblemDocument } from '../../kernel/problem.ts';
import { IntakeView, PlanView } from '../../plan/views.ts';
import { getWholePlan } from '../../store/versions.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { cleanName, getFile } from '../incoming-file.ts';
import { presentIntake, presentPlan } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Kế hoạch'];
const add = { may: 'Cơ quan thường trực và đơn vị chủ trì thêm được kế hoạch' } as const;
const addVersion = { may: 'Cơ quan thường trực và đơn vị chủ trì thêm và chọn được bản của kế hoạch' } as const;

const Text = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 255 }), text: Type.String() },
  { additionalProperties: false },
);

const consumes = ['multipart/form-data'];
const answers = { 201: PlanView, 202: IntakeView };

/**
 * A plan comes in as a file or as pasted text; both are kept as files and read the same way. What is read at once is
 * answered as a plan, what takes longer as an entry of the files on their way.
 */
export async function uploadRoutes(app: Api, context: Context): Promise<void> {
  app.post(
    '/api/plans',
    {
      config: add,
      schema: {
        tags,
        summary: 'Thêm kế hoạch từ tệp (multipart, trường “file”); 202 khi việc đọc cần thêm thời gian',
        consumes,
        response: answers,
      },
    },
    async (request, reply) => takeIn(context, request, reply, await getFile(request)),
  );

  app.post(
    '/api/plans/text',
    {
      config: add,
      bodyLimit: 12 * 1_048_576,
      schema: { tags, summary: 'Thêm kế hoạch từ văn bản dán vào', body: Text, response: answers },
    },
    async (request, reply) => {
      const { name, text } = request.body;
      const fileName = /\.(txt|md|html?)$/i.test(name) ? name : `${name}.txt`;
      return takeIn(context, request, reply, { name: fileName, content: Readable.from([Buffer.from(text)]) });
    },
  );

  app.post(
    '/api/plans/:id/versions',
    {
      config: addVersion,
      schema: {
        tags: ['Bản của kế hoạch'],
        summary: 'Thêm tệp khác của cùng kế hoạch (bản ký, bản sửa đổi); bản mới chờ so sánh và chọn',
        consumes,
        params: IdParams,
        response: answers,
      },
    },
    async (request, reply) => {
      const planId = getId(request, 'kế hoạch này');
      return takeIn(context, request, reply, { ...(await getFile(request)), planId });
    },
  );
}

async function takeIn(
  { db, intakes, patience }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, content, planId }: Arriving,
): Promise<FastifyReply> {
  const officer = getOfficer(request);
  const hungUp = hangUpSignal(reply);
  const id = await intakes.receive(officer, { name: cleanName(name), content, planId });
  const intake = await intakes.ended(officer.tenantId, id, patience, hungUp);
  // Nothing has been promised yet: a refusal is the answer, and who has hung up wants none.
  if (intake.state === 'failed' || (hungUp.aborted && intake.state !== 'done')) await intakes.forget(officer, id);
  if (intake.state === 'failed' && intake.problem) throw asThrown(intake.problem);
  if (intake.state !== 'done' || !intake.plan_id) return reply.code(202).send(presentIntake(intake));
  return reply.code(201).send(presentPlan(await getWholePlan(db, officer.tenantId, intake.plan_id)));
}

/** A problem document as the problem it was made of. */
function asThrown({ code, type: _t, title: _i, status: _s, detail: _d, ...details }: ProblemDocument): Problem {
  return new Problem(code, details as ProblemDetails<ProblemCode>);
}
