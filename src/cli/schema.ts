import { Problem } from '../kernel/problem.ts';
import { Reading } from '../plan/model.ts';

/** The name the schema is known by, wherever it is kept. */
const id = 'urn:thang:schema:reading';

/** The published shape of a reading as JSON Schema, for programs in any language. */
export const readingSchema = () => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: id, ...Reading });

export async function schema(name: string): Promise<void> {
  if (name !== 'reading') throw new Problem('usage', { what: name, why: 'wrong' });
  process.stdout.write(`${JSON.stringify(readingSchema(), null, 2)}\n`);
}
