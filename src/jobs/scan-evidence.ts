import type { FileStore } from '../platform/file-store.ts';
import type { Scanner } from '../platform/virus-scanner/scanner.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { listUnscanned, noteScan, noteTried } from '../store/evidence-files.ts';

export type ScanningOptions = {
  db: Database;
  files: FileStore;
  /** undefined where there is none: nothing is scanned, and every file says so */
  scanner: Scanner | undefined;
  /** told what failed, for the log */
  report: (error: unknown) => void;
};

/** Each quarter of an hour: a scanner that was away, or set up later, is not long without its work. */
const often = '*/15 * * * * scan-evidence';
/** Files of one round, and failures in a row after which the scanner is taken to be away. */
const most = 500;
const away = 3;

/** The work of scanning what came while there was no scanner. */
export const scanningWork = (options: ScanningOptions) => ({
  crontab: often,
  tasks: { 'scan-evidence': () => scanWaiting(options) },
});

/** Looks through the files nobody has looked through, each noted by itself; a scanner that is away ends the round. */
export async function scanWaiting({ db, files, scanner, report }: ScanningOptions): Promise<void> {
  if (!scanner) return;
  let failed = 0;
  for (const { tenant_id, sha256 } of await listUnscanned(db, most)) {
    // A file that lies on another machine's disk is scanned there.
    const path = await files.locate(tenant_id, sha256);
    if (path === undefined) continue;
    const scan = await scanner.scan(path).catch(report);
    failed = scan ? 0 : failed + 1;
    // One file the scanner hangs up on must not keep the others waiting: it is tried again after them.
    await inTransaction(db, (trx) =>
      scan ? noteScan(trx, tenant_id, sha256, scan, new Date()) : noteTried(trx, tenant_id, sha256, new Date()),
    );
    if (failed === away) return;
  }
}
