import type { IndexName } from '../model.ts';

/** How offices name each index in running text, abbreviated or in full; letter case and tone placement vary. */
const names: [IndexName, RegExp][] = [
  ['PAPI', /\bPAPI\b|hiệu\s+quả\s+quản\s+trị\s+và\s+hành\s+chính\s+công/iu],
  ['SIPAS', /\bSIPAS\b|chỉ\s+số\s+(?:về\s+)?(?:mức\s+độ\s+)?hài\s+lòng/iu],
  ['PAR INDEX', /\bPAR[\s-]*INDEX\b|chỉ\s+số\s+(?:cải\s+cách\s+hành\s+chính|CCHC)/iu],
  ['PCI', /\bPCI\b|năng\s+lực\s+cạnh\s+tranh\s+cấp\s+tỉnh/iu],
  ['PGI', /\bPGI\b|chỉ\s+số\s+xanh(?:\s+cấp\s+tỉnh)?/iu],
  ['DDCI', /\bDDCI\b|năng\s+lực\s+(?:cạnh\s+tranh|điều\s+hành)[^.;]{0,20}cấp\s+(?:sở|huyện|cơ\s+sở)/iu],
  ['DTI', /\bDTI\b|chỉ\s+số\s+(?:đánh\s+giá\s+)?(?:mức\s+độ\s+)?chuyển\s+đổi\s+số/iu],
];

/** The indices a text names, in the order it names them. */
export function findIndices(text: string): IndexName[] {
  return names
    .map(([name, pattern]) => ({ name, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}
