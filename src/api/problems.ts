import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/problem.ts';
import { asProblem } from '../store/connection.ts';
import { sayField } from './say-field.ts';

/** Whatever goes wrong leaves as a problem document; what we did not expect is told to the log alone. */
export function renderProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error, request);
    if (problem.status >= 500) request.log.error({ err: error.cause ?? error, code: problem.code }, 'request failed');
    return sendProblem(reply, problem);
  });
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const document = problem.toDocument();
  return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document);
}

function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  const known = asProblem(error);
  if (known instanceof Problem) return known;
  if (error.validation) return new Problem('request-invalid', { fields: fieldsOf(error) });
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Problem('media-type-refused', { received: mediaType(request) });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('request-too-large', { limit: request.routeOptions.bodyLimit ?? 0 });
  }
  const status = error.statusCode ?? 500;
  // A folder among the web app's files is forbidden to look into; to whoever asks it is no address.
  if (status === 404 || status === 403) return new Problem('not-found', { what: 'địa chỉ này' });
  if (status >= 400 && status < 500) return new Problem('request-invalid', { fields: [] });
  return new Problem('internal', {}, { cause: error });
}

const mediaType = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';')[0]?.slice(0, 80) ?? '';

/** Where the request is wrong. The values themselves stay out: they may be anyone's words. */
function fieldsOf({ validation = [], validationContext }: FastifyError): { path: string; message: string }[] {
  const fields = validation.slice(0, 20).map(({ instancePath, keyword, params }) => ({
    path: `${validationContext ?? ''}${instancePath}`,
    message: sayField(keyword, params),
  }));
  return fields.length > 0 ? fields : [{ path: validationContext ?? '', message: '' }];
}
