import { afterAudited, type Database } from '../db.ts';
import { sealTenant, tenantsWaiting } from './seal.ts';

/** Seals soon after each commit, at start, and now and then for what another process left. */
export type Sealer = { close: () => Promise<void> };

/**
 * Starts sealing in the background. A failure is told to `report` and tried again at the next turn: the entries are
 * already safe in the database, only their seal is late.
 */
export function startSealer(db: Database, report: (error: unknown) => void = () => {}, every = 15_000): Sealer {
  const waiting = new Set<string>();
  let turn: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    for (let [tenant] = waiting; tenant !== undefined; [tenant] = waiting) {
      waiting.delete(tenant);
      const sealed = await sealTenant(db, tenant).catch(report);
      if (sealed) waiting.add(tenant);
    }
    turn = undefined;
  };
  const seal = (tenant: string): void => {
    waiting.add(tenant);
    turn ??= run();
  };
  const sweep = (): Promise<void> => tenantsWaiting(db).then((tenants) => tenants.forEach(seal), report);

  const stopListening = afterAudited(db, seal);
  const timer = setInterval(sweep, every);
  void sweep();
  return {
    close: async () => {
      stopListening();
      clearInterval(timer);
      await sweep();
      await turn;
    },
  };
}
