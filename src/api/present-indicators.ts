import { sayOrigin } from '../report/indicator/say.ts';
import { type Given, summarize } from '../report/indicator/summarize.ts';
import type { CellView, IndicatorLine, IndicatorView } from '../report/indicator/views.ts';
import type { Cell } from '../store/indicator-values.ts';
import type { KnownIndicator } from '../store/indicators.ts';

/** The way out of the API for indicators. */

export const presentIndicator = ({
  id,
  rev,
  definition,
  planId,
  itemId,
  itemText,
  targetNo,
  printed,
  retired,
}: KnownIndicator): IndicatorView => ({
  ...{ id, rev, definition, planId, itemId, itemText, targetNo, printed, retired },
});

export const presentCell = ({ agencyId, period, rev, figure, origin, by, at, reason }: Cell): CellView => ({
  ...{ agencyId, period, rev, figure, origin, reason },
  said: sayOrigin(origin, by, at),
});

/** So many are named; the rest is counted. */
const named = 12;

/** How an indicator stands over the units an asker sees. */
export function presentLine(
  indicator: KnownIndicator,
  {
    agencies,
    mine,
    given,
    period,
  }: { agencies: readonly string[]; mine: readonly string[]; given: Given; period: string },
): IndicatorLine {
  const { measure, judged, standing, missing, met } = summarize(indicator.definition, agencies, given, period);
  return {
    ...{
      indicator: presentIndicator(indicator),
      period,
      value: measure.value,
      part: measure.part,
      whole: measure.whole,
    },
    ...{ judged: judged.value, standing, units: agencies.length, given: agencies.length - missing.length, met },
    ...{ missing: missing.slice(0, named), mine: [...mine] },
  };
}
