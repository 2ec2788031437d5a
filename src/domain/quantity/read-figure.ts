import { halfWidth } from '#domain/language/half-width.ts'
import type { Place } from '#domain/provenance.ts'
import { readYear } from '#domain/year/read-year.ts'
import { isUnreadable, readAbsence } from './absence.ts'
import type { Figure, FigureStatus } from './figure.ts'
import { type Piece, piecesOf } from './series.ts'
import { readSingle, type Single, withoutLabel } from './single.ts'
import { readUnit } from './unit.ts'

/** 値が書かれていた場所で分かること。単位が見出しや名前にあるときは `unit` で渡す（升目に書かれた単位が優先）。 */
export type FigureContext = {
  readonly year: number | null
  readonly place: Place
  readonly unit?: string | null
  readonly scope?: Figure['scope']
}

/**
 * 書かれた値を読む。読めるものだけ数にし、ほかは text か、値のないわけにする。投げない。
 * - 単位と位の語は書かれたとおり: 「112万人」→ value '112'・unit '万人'。位をまたぐ「4億3,000万円」だけは足し合わせて unit '円'。
 * - 「暫定値43.1」→ provisional、「(1件)」→ reference（参考値）、「△7.77％」→ '-7.77'、「△」だけなら text。
 * - 「4校・13回」「①…②…」は parts に分け、全体の value は null。
 * - 「1,2345」「427憶円」「l0件」「######」は数にしない（unreadable か text）。
 * - 印刷された末尾の零は残す（'100.0'）。比べるときは `sameNumber`。
 */
export const readFigure = (raw: string, at: FigureContext): Figure => {
  const printed = raw.trim()
  if (printed.length > longestValue) return { ...without(printed, 'text', at), raw }
  return { ...(readKnown(printed, at) ?? readParts(printed, at) ?? readRemaining(printed, at)), raw }
}

/** これより長いものは値ではなく文。壊れた図書の何万字もの升目に時間をかけないためでもある。 */
const longestValue = 200

const readKnown = (raw: string, at: FigureContext): Figure | undefined => {
  if (isUnreadable(raw)) return without(raw, 'unreadable', at)
  if (at.unit && /^\s*[XxＸ]\s*$/.test(raw)) return without(raw, 'withheld', at) // 統計表の秘匿の印
  const inside = insideBrackets(raw)
  if (inside !== undefined) return readReference(raw, inside, at)
  const bare = withoutRemark(raw)
  const absence = readAbsence(raw) ?? (bare === raw ? undefined : readAbsence(bare))
  if (absence) return absentFigure(raw, absence, at)
  const single = readSingle(raw)
  return single === undefined || single === 'malformed' ? undefined : numeric(raw, single, at)
}

const readRemaining = (raw: string, at: FigureContext): Figure =>
  without(raw, readSingle(raw) === 'malformed' ? 'unreadable' : 'text', at)

/** 数でない値の形。dash と blank のほかは、書かれたことばを text に残す。 */
const without = (raw: string, status: FigureStatus, at: FigureContext): Figure => ({
  ...bareFigure(raw, at),
  status,
  text: status === 'blank' || status === 'dash' ? null : raw.trim(),
})

const bareFigure = (raw: string, at: FigureContext): Figure => ({
  year: at.year,
  raw,
  value: null,
  unit: null,
  qualifier: null,
  status: 'given',
  text: null,
  ...(at.scope ? { scope: at.scope } : {}),
  place: at.place,
})

/** 「－社（令和2年）」: 横棒に単位と年が付いたもの。 */
const absentFigure = (raw: string, absence: FigureStatus, at: FigureContext): Figure => {
  const remark = remarkOf(raw)
  const year = at.year ?? (remark ? readYear(remark)?.year : undefined) ?? null
  const unit =
    absence === 'dash' ? (/[^-‐‑‒–—―−－─ー…\s]+/.exec(withoutRemark(raw))?.[0] ?? at.unit ?? null) : (at.unit ?? null)
  return { ...without(raw, absence, at), year, unit, ...(remark ? { remark } : {}) }
}

const trailingRemark = /\s*[（(]([^（()）]*)[)）]\s*$/

const remarkOf = (raw: string): string | undefined => trailingRemark.exec(raw)?.[1]

const withoutRemark = (raw: string): string => raw.replace(trailingRemark, '')

const insideBrackets = (raw: string): string | undefined =>
  /^\s*[([〔]([^()[\]〔〕]*)[)\]〕]\s*$/.exec(halfWidth(raw)) ? raw.trim().slice(1, -1) : undefined

/** 全体がかっこに入った値は参考値。「(R8.6月)」は公表の見込みの時期（兵庫県の書き方）。 */
const readReference = (raw: string, inside: string, at: FigureContext): Figure => {
  const read = readFigure(inside, at)
  const expected = readYear(inside)?.month !== undefined
  const status = expected ? 'not-published' : read.status === 'given' ? 'reference' : read.status
  return { ...read, raw, status, text: status === 'text' || expected ? raw.trim() : read.text }
}

const numeric = (raw: string, single: Single, at: FigureContext): Figure => {
  const { qualifier = null, status = 'given', scope = at.scope, remark } = single.hints
  return {
    ...bareFigure(raw, at),
    year: at.year ?? single.year ?? null,
    value: single.value,
    unit: unitOf(single.unit, at.unit ?? null),
    qualifier,
    status,
    ...(single.upTo === undefined ? {} : { upTo: single.upTo }),
    ...(single.outOf === undefined ? {} : { outOf: single.outOf }),
    ...(single.secondary === undefined ? {} : { secondary: readLabelled(single.secondary, at) }),
    ...(remark ? { remark } : {}),
    ...(scope ? { scope } : {}),
    ...(single.periodKind ? { periodKind: single.periodKind } : {}),
  }
}

/** 升目に「112万」とだけあり単位が見出しにあれば「万人」。 */
const unitOf = (printed: string | null, around: string | null): string | null => {
  if (printed === null) return around
  return around !== null && readUnit(printed).base === '' && readUnit(around).factor === '1'
    ? printed + around
    : printed
}

const readLabelled = (words: string, at: FigureContext): Figure => {
  const { label, rest } = withoutLabel(words)
  return { ...readFigure(rest, at), raw: words, ...(label ? { label } : {}) }
}

/** 一つの升目のいくつかの値。一つでも数になり、残りも値かわけとして読めるときだけ。 */
const readParts = (raw: string, at: FigureContext): Figure | undefined => {
  for (const pieces of piecesOf(raw)) {
    const parts = pieces.map((piece) => readPiece(piece, at))
    if (isSeries(parts)) return { ...bareFigure(raw, at), parts }
  }
  return undefined
}

const readPiece = ({ label, raw }: Piece, at: FigureContext): Figure => {
  const year = label ? readYear(label)?.year : undefined
  const read = readKnown(raw, year === undefined ? at : { ...at, year }) ?? without(raw, 'text', at)
  return { ...read, raw, ...(label ? { label } : {}) }
}

// 名のない並びは、どれにも単位が書いてあるときだけ信じる（「1 209」を二つの数にしない）。
// 同じ名が二度出るものは、二つの升目がつながったものかもしれないので分けない。
const isSeries = (parts: readonly Figure[]): boolean =>
  !parts.some(({ label }, i) => label !== undefined && parts.findIndex((part) => part.label === label) < i) &&
  parts.some(({ value }) => value !== null) &&
  parts.every((part) =>
    part.label === undefined
      ? part.value !== null && part.unit !== null && /\D$/.test(part.raw)
      : part.status !== 'unreadable',
  )
