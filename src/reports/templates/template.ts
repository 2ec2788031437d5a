import type { Edition } from '#domain/plan/edition.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../choices.ts'
import { checkedDocx } from './docx/check-docx.ts'
import { filledDocx } from './docx/fill-docx.ts'
import type { Leaf, LeafPart } from './language/leaf.ts'
import { type Evaluator, evaluator } from './meaning/evaluate.ts'
import type { CheckedMarks, FilledParts } from './meaning/outcome.ts'
import {
  type OfficePackage,
  openPackage,
  type TemplateFormat,
  templateLimits,
  type Unpack,
} from './package/office-package.ts'
import { packed } from './package/zip.ts'
import { templateData } from './vocabulary/template-data.ts'
import { fieldNamed } from './vocabulary/vocabulary.ts'
import { checkedXlsx } from './xlsx/check-xlsx.ts'
import { filledXlsx } from './xlsx/fill-xlsx.ts'

/** 使える様式について言えること。 */
export type TemplateCheck = {
  readonly format: TemplateFormat
  /** 印の数。 */
  readonly tags: number
  /** 使っている名（重なりなく、出てくる順）。 */
  readonly fields: readonly string[]
  /** 直すほどではないが、知らせること。 */
  readonly notes: readonly Problem[]
}

/**
 * 市の様式を確かめる。使えなければ、悪いところのすべてを所つきで並べた一つの断りにする
 * （一つずつは `templateProblems`）。
 *
 * `checkTemplate('様式.xlsx', bytes, unpackPackage)` → `{ ok: true, value: { format: 'xlsx', tags: 42, … } }`
 */
export const checkTemplate = (file: string, bytes: Uint8Array, unpack: Unpack): Result<TemplateCheck> => {
  const examined = examine(file, bytes, unpack)
  if ('problems' in examined) return { ok: false, problem: together(examined.problems) }
  return done(examined.check)
}

/** 様式の悪いところを一つずつ。使えるものなら空。 */
export const templateProblems = (file: string, bytes: Uint8Array, unpack: Unpack): readonly Problem[] => {
  const examined = examine(file, bytes, unpack)
  return 'problems' in examined ? examined.problems : []
}

/**
 * 市の様式に、版の値を差し込む。様式の見た目・図・グラフ・入力規則・保護は残る。
 * 使えない様式なら断り、書きかけのファイルは渡さない。
 */
export const fillTemplate = async (
  file: string,
  bytes: Uint8Array,
  edition: Edition,
  choices: ReportChoices,
  unpack: Unpack,
): Promise<Result<Uint8Array>> => {
  const examined = examine(file, bytes, unpack)
  if ('problems' in examined) return { ok: false, problem: together(examined.problems) }
  const { parts, problems } = filled(examined.opened, evaluator(templateData(edition, choices)))
  return problems.length > 0 ? { ok: false, problem: together(problems) } : done(packed(parts))
}

type Examined =
  | { readonly opened: OfficePackage; readonly check: TemplateCheck }
  | { readonly problems: readonly Problem[] }

const examine = (file: string, bytes: Uint8Array, unpack: Unpack): Examined => {
  const opened = openPackage(file, bytes, unpack)
  if (!opened.ok) return { problems: [opened.problem] }
  const { problems, leaves } = checked(opened.value)
  const tags = leaves.reduce((sum, { count }) => sum + count, 0)
  const limit = templateLimits.tags
  if (tags > limit) return { problems: [refused('template-too-many-tags', { file, count: tags, limit }).problem] }
  if (problems.length > 0) return { problems }
  if (tags === 0) return { problems: [refused('template-no-tags', { file }).problem] }
  // どの繰り返しも二件あるものとして一度差し込み、数式・グラフ・結合が行に付いて行けるかを見る。
  const rehearsed = filled(opened.value, rehearsal)
  if (rehearsed.problems.length > 0) return { problems: rehearsed.problems }
  const check = { format: opened.value.format, tags, fields: namesIn(leaves), notes: rehearsed.notes }
  return { opened: opened.value, check }
}

const checked = (opened: OfficePackage): CheckedMarks =>
  opened.format === 'xlsx' ? checkedXlsx(opened) : checkedDocx(opened)

const filled = (opened: OfficePackage, with_: Evaluator): FilledParts =>
  opened.format === 'xlsx' ? filledXlsx(opened, with_) : filledDocx(opened, with_)

const rehearsal: Evaluator = {
  leaf: (parts) => ({ pieces: [], text: '', pageBreak: parts.some(({ kind }) => kind === 'page-break') }),
  frames: (open) => (open.what === 'loop' ? [{}, {}] : [{}]),
}

const namesIn = (leaves: readonly Leaf[]): readonly string[] => [
  ...new Set(leaves.flatMap(({ parts }) => namesInParts(parts))),
]

const namesInParts = (parts: readonly LeafPart[]): readonly string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'field') return [fieldNamed(part.tag.name)?.name ?? part.tag.name]
    return part.kind === 'block' ? namesInParts(part.parts) : []
  })

/** 断りに並べる数。 */
const mostListed = 20

/** いくつもの悪いところを、一つの断りに。 */
const together = (problems: readonly Problem[]): Problem => {
  const [first, ...others] = problems
  if (!first) throw new Error('a refusal needs a problem')
  const listed = others.slice(0, mostListed - 1).flatMap((each) => [next, each])
  const more = problems.length - mostListed
  const rest = more > 0 ? [{ code: 'template-more', params: { count: more } }] : []
  return { ...first, also: [...(first.also ?? []), ...listed, ...rest] }
}

const next = { code: 'template-next', params: {} }
