import type { Asker } from '../people/model.ts';
import { allows, type Permission } from '../people/permissions.ts';
import { fileTypes } from '../report/evidence/file-types.ts';
import { sayEvidence } from '../report/evidence/say.ts';
import type { EvidenceView } from '../report/evidence/views.ts';
import type { EvidenceLine } from '../store/evidence-list.ts';

/** The way out of the API for evidence, and the sentences it is asked by. */

export const seeEvidence: Permission = 'Cán bộ xem được tài liệu kiểm chứng trong phạm vi của mình';
export const addEvidenceTo: Permission =
  'Cán bộ, thủ trưởng và đơn vị chủ trì thêm, bỏ được tài liệu kiểm chứng của đơn vị mình';

export function presentEvidence(line: EvidenceLine, asker: Asker): EvidenceView {
  const { id, agencyId, piece, uses, addedAt, addedBy, removed } = line;
  return {
    ...{ id, agencyId, piece, said: sayEvidence(piece), file: presentFile(line) },
    uses: uses.map(({ occurrenceId, itemId }) => ({ occurrenceId, itemId })),
    ...{ addedAt: addedAt.toISOString(), addedBy, removed },
    mine: allows(addEvidenceTo, asker, { agencyIds: [agencyId] }),
  };
}

function presentFile({ fileName, type, size, scan, preview }: EvidenceLine): EvidenceView['file'] {
  if (fileName === null || type === null || size === null || scan === null) return null;
  const shown = fileTypes[type].preview && preview !== 'none' && scan !== 'infected';
  return { name: fileName, type, size, scan, preview: shown };
}
