import Type, { type Static } from 'typebox';
import { day, Id } from '../../assignment/act.ts';
import { statuses } from '../../assignment/model.ts';
import { AgencyView } from '../../assignment/views.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { fileTypeNames } from './file-types.ts';
import { Evidence } from './model.ts';

/** What goes to and from the API about evidence. */

/** waiting: nobody has looked for viruses in it yet · infected: kept away · too-large: more than the scanner takes */
export const scanStates = ['waiting', 'clean', 'infected', 'too-large'] as const;
export type ScanState = (typeof scanStates)[number];

const text = Type.String();
const piece = Type.Unsafe<Evidence>(Evidence);

/** What is sent beside a file: the piece under an id made by whoever sends it, and what it proves. */
export const SentEvidence = Type.Object(
  { id: Id, agencyId: Id, piece, occurrenceIds: Type.Array(Id, { minItems: 1, maxItems: 200 }) },
  closed,
);
export type SentEvidence = Static<typeof SentEvidence>;

/** Days of work a piece proves from now on, and those it no longer does. */
export const SentUses = Type.Object(
  { add: Type.Array(Id, { maxItems: 200 }), take: Type.Array(Id, { maxItems: 200 }) },
  closed,
);

const file = Type.Object(
  {
    name: text,
    type: oneOf(...fileTypeNames),
    size: Type.Integer(),
    scan: oneOf(...scanStates),
    /** whether a small picture of it may be asked for */
    preview: Type.Boolean(),
  },
  closed,
);

/** One piece. `mine`: the asker may take it away. */
export const EvidenceView = Type.Object(
  {
    id: text,
    agencyId: text,
    piece,
    said: text,
    file: nullable(file),
    uses: Type.Array(Type.Object({ occurrenceId: text, itemId: text }, closed)),
    addedAt: Type.String({ format: 'date-time' }),
    addedBy: text,
    removed: Type.Boolean(),
    mine: Type.Boolean(),
  },
  { ...closed, title: 'Evidence' },
);
export type EvidenceView = Static<typeof EvidenceView>;

/** A day of work a piece may be put to. */
export const EvidencePlace = Type.Object(
  {
    occurrenceId: text,
    itemId: text,
    text,
    period: nullable(text),
    due: nullable(day),
    status: oneOf(...statuses),
  },
  closed,
);
export type EvidencePlace = Static<typeof EvidencePlace>;

/** The evidence of an agency's work, with the work it may be put to. `adds`: the asker may add to it. */
export const EvidencesView = Type.Object(
  {
    evidence: Type.Array(EvidenceView),
    places: Type.Array(EvidencePlace),
    adds: Type.Boolean(),
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type EvidencesView = Static<typeof EvidencesView>;
