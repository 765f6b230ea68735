import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';

/** Requests are checked by the schemas that type them. What comes in an address is text and is converted first. */
const compileRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value) => {
    if (httpPart !== 'body' && hasNul(value)) return { error: nulRefused as never };
    const given = httpPart === 'body' ? value : Value.Convert(schema, value);
    return check.Check(given) ? { value: given } : { error: check.Errors(given) as never };
  };
};

/** PostgreSQL knows no NUL character; nobody types one into an address. */
const hasNul = (value: unknown): boolean =>
  Object.values((value ?? {}) as object).some((part) => typeof part === 'string' && part.includes('\0'));
const nulRefused = [{ instancePath: '', keyword: 'nul', params: {}, message: 'must hold no NUL character' }];

/**
 * Presenters make the answers, so writing them out is plain JSON. With `checkAnswers` (in tests) each is held against its
 * schema, so that the documentation cannot drift from what is sent.
 */
export function checkBySchemas(app: FastifyInstance, checkAnswers: boolean): void {
  app.setValidatorCompiler(compileRequest);
  app.setSerializerCompiler(({ schema }) => {
    if (!checkAnswers) return JSON.stringify;
    const check = Compile(schema as unknown as TSchema);
    return (value) => {
      const text = JSON.stringify(value);
      const [wrong] = check.Errors(JSON.parse(text));
      if (wrong) throw new Error(`the answer is not what its schema says: ${wrong.instancePath} ${wrong.message}`);
      return text;
    };
  });
}
