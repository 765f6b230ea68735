import { standingWords } from '../../../src/report/indicator/say.ts';
import type { Standing as State } from '../../../src/report/indicator/summarize.ts';
import { Tag, type Tone } from '../../components/Tag.tsx';

const tones: Record<State, Tone> = { met: 'ok', 'not-met': 'late', none: 'idle', 'no-target': 'idle' };

/** Where an indicator stands against its target: shape, word and colour. */
export const Standing = ({ of }: { of: State }) => <Tag tone={tones[of]}>{standingWords[of]}</Tag>;
