/** Judges the data of a table against its JSON Schema (2020-12), in words of both languages. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isLocalDate } from '../domain/calendar/dates.ts';
import { fault, memberPointer, type Fault } from '../domain/definition/fault.ts';
import { exceedsBounds } from './bounds.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const DATA_BOUNDS = { depth: 32, nodes: 20_000 };
const MAX_FAULTS = 200;

/** A regular expression or a pairwise comparison from outside can be made to run for hours. */
const REFUSED_KEYWORDS = ['pattern', 'patternProperties', 'uniqueItems'];

const compiled = new WeakMap<JsonSchema, ValidateFunction | string>();
/** Judges schemas only and keeps none of them; made at the first use, as that takes tens of milliseconds. */
let metaSchema: Ajv2020 | undefined;

/** What is wrong with the data, pointers into the data; at most 200 faults. A schema that cannot be used is a fault as well. */
export function validateData(schema: JsonSchema, data: unknown): readonly Fault[] {
  const validate = compile(schema);
  if (typeof validate === 'string') return [unusable('', validate)];
  if (exceedsBounds(data, DATA_BOUNDS)) return [tooLarge()];
  if (validate(data)) return [];
  return (validate.errors ?? []).slice(0, MAX_FAULTS).map(faultOf);
}

/** What is wrong with the schema itself; `pointer` is its place. */
export function schemaFaults(schema: JsonSchema, pointer: string): readonly Fault[] {
  const validate = compile(schema);
  return typeof validate === 'string' ? [unusable(pointer, validate)] : [];
}

/** The validator, or why there is none. Kept as long as the schema object lives. */
function compile(schema: JsonSchema): ValidateFunction | string {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = compileNow(schema);
  compiled.set(schema, validate);
  return validate;
}

function compileNow(schema: JsonSchema): ValidateFunction | string {
  try {
    metaSchema ??= new Ajv2020({ logger: false });
    if (metaSchema.validateSchema(schema) !== true) return metaSchema.errorsText();
    const validate = createAjv().compile(schema);
    return '$async' in validate ? 'asynchronous schemas are not supported' : validate;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** One for each schema, as it would keep every schema for ever. It knows no other document that a schema could refer to. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    meta: false,
    validateSchema: false,
    logger: false,
  });
  for (const keyword of REFUSED_KEYWORDS) ajv.removeKeyword(keyword);
  ajv.addFormat('date', isLocalDate);
  return ajv;
}

function unusable(pointer: string, reason: string): Fault {
  return fault(pointer, 'schema-invalid', {
    zh: `JSON Schema 不可用：${reason}`,
    en: `The JSON Schema cannot be used: ${reason}`,
  });
}

function tooLarge(): Fault {
  return fault('', 'data-too-large', {
    zh: `数据过大：最多 ${DATA_BOUNDS.nodes} 个值、${DATA_BOUNDS.depth} 层`,
    en: `The data is too large: at most ${DATA_BOUNDS.nodes} values and ${DATA_BOUNDS.depth} levels`,
  });
}

function faultOf({ keyword, instancePath, params, message }: ErrorObject): Fault {
  const detail = params as Readonly<Record<string, unknown>>; // ajv's parameters are plain JSON by keyword
  const member = detail['missingProperty'] ?? detail['additionalProperty'];
  return fault(
    typeof member === 'string' ? memberPointer(instancePath, member) : instancePath,
    `data-${kebab(keyword)}`,
    { zh: wordZh(keyword, detail), en: wordEn(keyword, detail, message) },
  );
}

function wordEn(keyword: string, detail: JsonSchema, message: string | undefined): string {
  switch (keyword) {
    case 'required':
      return 'This is missing';
    case 'additionalProperties':
      return 'This is not expected here';
    case 'enum':
      return `This must be one of ${listed(detail['allowedValues'])}`;
    case 'format':
      return 'This is not a valid date (YYYY-MM-DD)';
    default:
      return `This ${message ?? `breaks the rule ${keyword}`}`;
  }
}

const WORDS_ZH: Readonly<Record<string, (detail: JsonSchema) => string>> = {
  required: () => '缺少此项',
  additionalProperties: () => '不应有此项',
  enum: (detail) => `须为以下之一：${listed(detail['allowedValues'])}`,
  format: () => '不是有效日期（YYYY-MM-DD）',
  type: (detail) => `类型须为 ${String(detail['type'])}`,
  const: (detail) => `须为 ${listed([detail['allowedValue']])}`,
  minimum: (detail) => `不得小于 ${String(detail['limit'])}`,
  maximum: (detail) => `不得大于 ${String(detail['limit'])}`,
  exclusiveMinimum: (detail) => `须大于 ${String(detail['limit'])}`,
  exclusiveMaximum: (detail) => `须小于 ${String(detail['limit'])}`,
  multipleOf: (detail) => `须为 ${String(detail['multipleOf'])} 的倍数`,
  minLength: (detail) => `至少 ${String(detail['limit'])} 个字符`,
  maxLength: (detail) => `最多 ${String(detail['limit'])} 个字符`,
  minItems: (detail) => `至少 ${String(detail['limit'])} 项`,
  maxItems: (detail) => `最多 ${String(detail['limit'])} 项`,
};

function wordZh(keyword: string, detail: JsonSchema): string {
  return WORDS_ZH[keyword]?.(detail) ?? `不符合规则 ${keyword}`;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
}

function kebab(keyword: string): string {
  return keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
