import { canonicalJson } from '#domain/canonical-json.ts'
import type { Answer } from '#domain/collection/answer.ts'
import { fieldsAsked } from '#domain/collection/asked-fields.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import {
  asReadBack,
  type FieldCells,
  type FixedColumn,
  fixedColumns,
  type ResponseSheet,
  type SheetRow,
  type SheetTag,
  sheetColumns,
  sheetFormat,
} from '#domain/collection/response-sheet.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { cellsOfAnswer } from '#domain/collection/sheet-field.ts'
import { achievementIn } from '#domain/indicator/achievement.ts'
import { actualFor, finalTarget, isAbsent, targetFor } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { canonical } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { printFigure } from '#domain/quantity/print-figure.ts'
import { sha256Of } from '../sha256.ts'

/** 回答用紙を作るのに要るもの。`editions` は項目の版（版の id → 版）。 */
export type SheetSource = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly response: Response
  readonly department: string
  readonly items: readonly ResponseItem[]
  readonly answers: readonly Answer[]
  readonly editions: ReadonlyMap<string, Edition>
  readonly madeAt: string
}

/** 回答用紙の中身。いま入っている答えを写し、その版と指紋を名札に書く。 */
export const sheetContents = (source: SheetSource): ResponseSheet => {
  const { municipality, round, response, department, madeAt } = source
  const rows = source.items.map((item) => rowOf(source, item))
  return {
    municipality,
    round: { id: round.id, title: round.title, guidance: round.guidance },
    response: { id: response.id, departmentId: response.departmentId, department },
    deadline: response.extendedTo ?? round.deadlines.enter,
    madeAt,
    columns: sheetColumns(round.asks, round.fiscalYear),
    rows,
    tag: tagOf(source, rows),
  }
}

const rowOf = ({ round, items, answers, editions }: SheetSource, item: ResponseItem): SheetRow => {
  const edition = editions.get(item.editionId)
  const indicator = edition?.content.indicators.find(({ id }) => id === item.subjectId)
  const facts = edition && indicator ? factsOf(edition, indicator, round.fiscalYear) : noFacts
  return {
    key: item.id,
    fixed: {
      number: String(items.indexOf(item) + 1),
      name: asReadBack(item.name),
      unit: asReadBack(item.unit ?? ''),
      ...facts,
    },
    fields: fieldsAsked(round.asks, item.kind).map((field) => {
      const now = answers.find((answer) => answer.itemId === item.id && answer.field === field)
      return { field, revision: now?.revision ?? 0, cells: cellsOfAnswer(field, now?.value ?? null) }
    }),
  }
}

type Facts = Pick<Record<FixedColumn, string>, 'target' | 'last' | 'last-rate'>

const noFacts: Facts = { target: '', last: '', 'last-rate': '' }

/** 目標と、前の年度の実績・達成率。欄の単位と同じ数は、数だけを（計算に使えるように）書く。 */
const factsOf = (edition: Edition, indicator: Indicator, fiscalYear: number): Facts => {
  const target = targetFor(indicator, fiscalYear) ?? finalTarget(indicator)
  const achievement = achievementIn(indicator, fiscalYear - 1, edition.rules, edition)
  const rate = achievement.kind === 'rate' || achievement.kind === 'manual' ? `${achievement.shown}％` : ''
  return {
    target: figureText(target, indicator),
    last: figureText(actualFor(indicator, fiscalYear - 1), indicator),
    'last-rate': rate,
  }
}

const figureText = (figure: Figure | undefined, indicator: Indicator): string => {
  if (!figure) return ''
  const { value, unit, qualifier, status, parts, upTo, outOf, secondary } = figure
  const plain = value !== null && status === 'given' && !qualifier && !parts && upTo === undefined
  if (plain && outOf === undefined && !secondary && (unit === null || unit === indicator.unit)) return canonical(value)
  return isAbsent(figure) ? printFigure(figure) || '―' : asReadBack(printFigure(figure))
}

/** 欄の字の指紋。 */
export const fingerprintOf = (cells: FieldCells): string =>
  sha256Of(
    new TextEncoder().encode(
      canonicalJson(
        Object.entries(cells)
          .filter(([, text]) => text !== '')
          .toSorted(),
      ),
    ),
  )

const tagOf = ({ municipality, round, response, madeAt }: SheetSource, rows: readonly SheetRow[]): SheetTag => {
  const tag = {
    format: sheetFormat,
    municipality: municipality.code,
    round: round.id,
    response: response.id,
    department: response.departmentId,
    madeAt,
    entries: rows.flatMap(({ key, fixed, fields }) => [
      ...fixedColumns.map((name) => ({ key, name, revision: null, text: fixed[name] })),
      ...fields.map(({ field, revision, cells }) => ({ key, name: field, revision, text: fingerprintOf(cells) })),
    ]),
  }
  return { ...tag, check: checkOf(tag) }
}

/** 名札の、照合のほかの全部の指紋。 */
export const checkOf = ({ check: _, ...tag }: Omit<SheetTag, 'check'> & { readonly check?: string }): string =>
  sha256Of(new TextEncoder().encode(canonicalJson(tag)))
