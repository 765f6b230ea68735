import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { Intakes } from '../jobs/intakes.ts';
import { Problem } from '../kernel/problem.ts';
import type { Officer } from '../people/model.ts';
import type { Permission } from '../people/permissions.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Reader } from '../platform/reader/reader.ts';
import type { Database } from '../store/db.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the sentence of permissions.ts that lets somebody use this route */
    may?: Permission;
  }
  interface FastifyRequest {
    officer: Officer | null;
    /** what a changing request must send back; known once a session is */
    csrf: string | null;
  }
  interface FastifyReply {
    cspNonce: string;
  }
}

/** What every route works with. */
export type Context = {
  db: Database;
  files: FileStore;
  reader: Reader;
  intakes: Intakes;
  /** milliseconds an upload is waited for before its sender is told that reading goes on */
  patience: number;
  demo: boolean;
};

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** The officer who asks. Routes call this only behind a permission that needs one. */
export function getOfficer({ officer }: Pick<FastifyRequest, 'officer'>): Officer {
  if (!officer) throw new Problem('session-missing', {});
  return officer;
}
