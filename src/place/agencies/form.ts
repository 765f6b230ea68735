/** How freely a name may end: a cell holds names only; in prose a name ends where the sentence goes on. */
export type Style = 'cell' | 'prose';

/** One agency from token `start` up to `end`. */
export type Name = {
  start: number;
  end: number;
  /** 0–1: 1 for a form the lexicon knows. */
  certainty: number;
  /** The "cấp" from which a following "cấp xã" takes its head: "UBND cấp huyện, cấp xã". */
  levelAt: number | null;
  /** The unit there has its own name: "UBND thành phố Hưng Yên, thị xã Mỹ Hào". */
  named: boolean;
  /** "Sở" or "Phòng" whose head a following bare field takes: "Các sở: Nội vụ, Tài chính". */
  fieldHeadAt: number | null;
};
