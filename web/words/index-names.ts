import type { IndexName } from '../../src/plan/model.ts';

/** The indices a plan may set out to improve, in the order screens show them. */
export const indexNames: IndexName[] = ['PAPI', 'SIPAS', 'PAR INDEX', 'PCI', 'PGI', 'DDCI', 'DTI'];
