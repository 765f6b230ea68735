/** A stated day, with or without what repeats it: "trước ngày 15 tháng cuối quý", "ngày 15 hằng quý, 6 tháng và năm". */
const period = '(?:\\d{0,2}\\s*(?:tháng|quý|năm|tuần)|sáu tháng)';
const repeat = `(?:\\s+(?:h[ằà]ng|mỗi|của)\\s+${period}(?:\\s*(?:,|và|;)\\s*(?:h[ằà]ng\\s+)?${period}(?![\\p{L}]))*)`;
const ofPeriod =
  '(?:\\s+(?:(?:của\\s+)?tháng\\s+(?:cuối|đầu|liền kề|sau|tiếp theo)(?:\\s+(?:của\\s+)?(?:h[ằà]ng\\s+)?(?:quý|kỳ báo cáo|kỳ|năm))?|cuối\\s+(?:quý|kỳ)))';
const dayOf = `\\d{1,2}(?:\\s*(?:/|tháng\\s+)\\d{1,2}(?:\\s*(?:/|năm\\s+)\\d{4})?)?`;
const dayPhrase = new RegExp(
  `(?:định kỳ\\s+)?(?:(?:xong\\s+)?trước|chậm nhất(?:\\s+là)?(?:\\s+(?:trước|vào|đến))?|vào|đến|từ)?\\s*ngày\\s+${dayOf}(?:${ofPeriod}|${repeat})*`,
  'iu',
);
const monthPhrase =
  /(?:(?:hoàn thành|xong|ban hành)\s+)?(?:trước|trong|chậm nhất(?: là)?(?: trong)?|đến hết|hết)\s+(?:tháng\s+\d{1,2}|quý\s+[IV]{1,3})(?:\s*(?:\/|năm\s+)\d{4})?/iu;
const periodic =
  /định kỳ\s+(?:h[ằà]ng\s+)?(?:tháng|quý|0?6 tháng|năm|tuần)(?:\s*(?:,|và)\s*(?:h[ằà]ng\s+)?(?:0?6 tháng|quý|năm|tháng)(?![\p{L}]))*/iu;
const recurring =
  /định kỳ\s+theo quy định|định kỳ|(?:^|[,;(]\s*|\svà\s)(h[ằà]ng\s+(?:tháng|quý|năm|tuần|ngày))(?=[\s,]+(?:\S+\s){0,6}báo cáo)/iu;
/** "Nghị quyết số … ngày 01/7/2016": the day of a document is no time to act. */
const cited = /(?:số\s+\S+|\d\/\S+|-\S+\/\S+)\s*,?\s*$/u;

/** The words in a sentence that say when it must be done; [] where it does not say. */
export function findTimePhrases(text: string): string[] {
  const days = [...text.matchAll(new RegExp(dayPhrase, 'giu'))]
    .filter(({ 0: said, index }) => {
      if (!/^ngày/iu.test(said.trim())) return true;
      return !cited.test(text.slice(0, index)) && new RegExp(repeat, 'iu').test(said);
    })
    .map(({ 0: said }) => said.trim());
  if (days.length > 0) return days;
  const other = monthPhrase.exec(text) ?? periodic.exec(text);
  return other ? [other[0].trim()] : [];
}

/** Reports are also due "định kỳ", where no period is printed. */
export function findRecurrence(text: string): string | undefined {
  const found = recurring.exec(text);
  return found?.[1] ?? found?.[0].trim();
}
