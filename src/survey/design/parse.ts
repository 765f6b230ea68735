import { Compile } from 'typebox/compile';
import { type Stage, SurveyDesign } from '../model.ts';
import {
  asBoolean,
  asList,
  asMapping,
  asName,
  asNames,
  asNumber,
  asOneOf,
  parseYaml,
  readWritten,
  type Written,
  WrittenWrong,
} from '../written.ts';
import { parseWeightSteps } from './parse-weights.ts';

const known = [
  ...['strata', 'psu', 'ssu', 'stages', 'weight', 'fpc', 'certainty', 'lonely', 'nest', 'minimum', 'calibrate'],
  'replicates',
] as const;
const lonely = ['fail', 'certainty', 'adjust', 'average'] as const;
const shape = Compile(SurveyDesign);

/**
 * A sampling design from the YAML (or JSON) an official writes: `strata`, `psu`, `ssu`, `fpc` name columns stage by stage,
 * or `stages` lists them. `name` is said with every fault. A key that is not known is refused: a misspelt `weight` would give
 * wrong figures without a word.
 */
export function parseDesign(text: string, name: string): SurveyDesign {
  return readWritten('survey-design-wrong', name, () => {
    const written = asMapping(parseYaml(text), 'Tệp thiết kế', known);
    const design = designOf(written);
    const [wrong] = shape.Errors(design);
    if (wrong) throw new WrittenWrong(`Mục ${wrong.instancePath.replaceAll('/', ' ').trim()} chưa đúng.`);
    return design;
  });
}

function designOf(written: Written): SurveyDesign {
  const { weight, certainty, minimum, replicates, calibrate } = written;
  return {
    stages: written.stages === undefined ? stagesOf(written) : listedStages(written),
    weight: weight === undefined || weight === null ? null : asName(weight, '“weight” (quyền số)'),
    ...(certainty !== undefined && certainty !== null && { certainty: asName(certainty, '“certainty”') }),
    ...(written.lonely !== undefined && { lonely: asOneOf(written.lonely, lonely, '“lonely”') }),
    ...(written.nest !== undefined && { nest: asBoolean(written.nest, '“nest”') }),
    ...(minimum !== undefined && { minimum: minimumOf(minimum) }),
    ...(calibrate !== undefined && { weights: parseWeightSteps(calibrate) }),
    ...(replicates !== undefined && { replicates: replicatesOf(replicates) }),
  };
}

/** `psu` and then each of `ssu`; `fpc` in the same order. Without `psu` every respondent was drawn by itself. */
function stagesOf({ strata, psu, ssu, fpc }: Written): Stage[] {
  const units = [...asNames(psu, '“psu” (cụm)').slice(0, 1), ...asNames(ssu, '“ssu”')];
  if (asList(psu).length > 1)
    throw new WrittenWrong('“psu” chỉ nêu một cột; các giai đoạn sau nêu ở “ssu” hoặc “stages”.');
  const populations = asNames(fpc, '“fpc” (quy mô tổng thể)');
  const count = Math.max(1, units.length);
  if (populations.length > count)
    throw new WrittenWrong(`“fpc” nêu ${populations.length} cột mà thiết kế chỉ có ${count} giai đoạn.`);
  return Array.from({ length: count }, (_, i) => ({
    ...(i === 0 && { strata: asNames(strata, '“strata” (tầng)') }),
    unit: units[i] ?? null,
    fpc: populations[i] ?? null,
  }));
}

function listedStages({ stages, ...written }: Written): Stage[] {
  const twice = ['strata', 'psu', 'ssu', 'fpc'].find((key) => written[key] !== undefined);
  if (twice) throw new WrittenWrong(`Đã nêu “stages” thì không nêu “${twice}” ở ngoài nữa.`);
  return asList(stages).map((one, i) => {
    const where = `Giai đoạn ${i + 1} của “stages”`;
    const { strata, unit, fpc } = asMapping(one, where, ['strata', 'unit', 'fpc']);
    return {
      ...(strata !== undefined && { strata: asNames(strata, `${where}: “strata”`) }),
      unit: unit === undefined || unit === null ? null : asName(unit, `${where}: “unit”`),
      fpc: fpc === undefined || fpc === null ? null : asName(fpc, `${where}: “fpc”`),
    };
  });
}

function minimumOf(value: unknown): NonNullable<SurveyDesign['minimum']> {
  const { respondents = 30, psus = 2 } = asMapping(value, '“minimum”', ['respondents', 'psus']);
  return {
    respondents: asNumber(respondents, '“minimum: respondents”'),
    psus: asNumber(psus, '“minimum: psus”'),
  };
}

function replicatesOf(value: unknown): NonNullable<SurveyDesign['replicates']> {
  const where = '“replicates”';
  const written = asMapping(value, where, ['columns', 'combined', 'scale', 'rscales', 'mse']);
  return {
    columns: asList(written.columns).flatMap((one) => spread(asName(one, `${where}: “columns”`))),
    combined: asBoolean(written.combined ?? true, `${where}: “combined”`),
    scale: asNumber(written.scale, `${where}: “scale”`),
    ...(written.rscales !== undefined && {
      rscales: asList(written.rscales).map((one) => asNumber(one, `${where}: “rscales”`)),
    }),
    ...(written.mse !== undefined && { mse: asBoolean(written.mse, `${where}: “mse”`) }),
  };
}

/** "rep1..rep80" is eighty columns. */
function spread(name: string): string[] {
  const [, stem = '', from = '', again = '', to = ''] = /^(.*?)(\d+)\.\.(.*?)(\d+)$/.exec(name) ?? [];
  if (from === '') return [name];
  const count = Number(to) - Number(from) + 1;
  if (stem !== again || count < 2 || count > 2000)
    throw new WrittenWrong(`Dãy cột “${name}” viết chưa đúng; ví dụ đúng: rep1..rep80.`);
  const width = from.startsWith('0') ? from.length : 0;
  return Array.from({ length: count }, (_, i) => `${stem}${String(Number(from) + i).padStart(width, '0')}`);
}
