import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { Intakes } from '../jobs/intakes.ts';
import type { Moves } from '../jobs/move-days.ts';
import { Problem } from '../kernel/problem.ts';
import type { Asker } from '../people/model.ts';
import { allows, type Permission, type Target } from '../people/permissions.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Mailer } from '../platform/mail/mail.ts';
import type { Reader } from '../platform/reader/reader.ts';
import type { Secrets } from '../platform/secrets/secrets.ts';
import type { Scanner } from '../platform/virus-scanner/scanner.ts';
import type { Database } from '../store/db.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the sentence of permissions.ts that lets somebody use this route */
    may?: Permission;
  }
  interface FastifyRequest {
    officer: Asker | null;
    /** which session it is, to list it among the officer's own */
    sessionId: string | null;
    /** what a changing request must send back; known once a session is */
    csrf: string | null;
  }
  interface FastifyInstance {
    /** every route there is, with the sentence it names */
    namedRoutes: () => { method: string; url: string; may: Permission }[];
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
  moves: Moves;
  /** milliseconds an upload is waited for before its sender is told that reading goes on */
  patience: number;
  demo: boolean;
  secrets: Secrets;
  /** undefined where no virus scanner is set up */
  scanner: Scanner | undefined;
  /** undefined where no mail is set up */
  mailer: Mailer | undefined;
  /** what officers type to reach this server, without a slash at its end */
  address: () => string;
  /** work whose end nobody waits for; what fails is reported, and closing waits for it */
  afterwards: (work: () => Promise<void>) => void;
  /** tells the log of a failure that the asker is not told of */
  report: (error: unknown, message: string) => void;
};

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** The officer who asks. Routes call this only behind a permission that needs one. */
export function getOfficer({ officer }: Pick<FastifyRequest, 'officer'>): Asker {
  if (!officer) throw new Problem('session-missing', {});
  return officer;
}

/** Refuses what the sentence does not allow for a thing that belongs to these agencies. The route has let in who may at all. */
export function assertMay(request: Pick<FastifyRequest, 'officer'>, may: Permission, target: Target): void {
  if (!allows(may, getOfficer(request), target)) throw new Problem('permission-refused', { needed: may });
}
