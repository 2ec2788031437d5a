import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { comparableUnits, readUnit } from '../quantity/unit.ts'
import { allFigures, amountOf, type RoleFigure } from './figures.ts'
import { when } from './when.ts'

/** 一つの行の中で、単位が抜けている・変わっている。升目に単位を書かない表（見出しや名にある）は対象にしない。 */
export const unitFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators
    .filter(({ repeatOf }) => repeatOf === null)
    .flatMap((indicator) => {
      const read = allFigures(indicator).filter(({ figure }) => amountOf(figure) !== null && !isZero(figure.raw))
      return [...missing(indicator, read), ...changing(indicator, read)]
    })

// 「0」に単位を付けないのはどの役所でも普通なので、抜けとは言わない。
const isZero = (raw: string): boolean => /^[0０]$/.test(raw.trim())

const whatOf = ({ role, figure }: RoleFigure): string => (role === '@what-actual' ? when(figure.year) : role)

const missing = (indicator: Indicator, read: readonly RoleFigure[]): Note[] =>
  read
    .filter(({ figure }) => !writesUnit(figure.raw))
    .flatMap((each) => {
      const example = unitExpected(each, read)
      if (!example) return []
      const { raw, place } = each.figure
      const unit = example.figure.unit ?? ''
      const params = { name: indicator.name, what: whatOf(each), raw, unit }
      return [note('warning', 'unit-missing', params, [place, example.figure.place], [indicator.id])]
    })

/**
 * 単位があるはずの升目か。同じ役割（実績なら実績）の升目の半分より多くが単位を書いているか、
 * 行の中でこの升目だけが書いていないとき（ほかに三つ以上）。
 */
const unitExpected = (each: RoleFigure, read: readonly RoleFigure[]): RoleFigure | undefined => {
  const united = read.filter(({ figure }) => writesUnit(figure.raw))
  const peers = read.filter(({ role }) => role === each.role)
  const alike = united.filter(({ role }) => role === each.role)
  const most = alike.length >= 2 && alike.length * 2 > peers.length
  return most || (united.length >= 3 && united.length === read.length - 1) ? united[0] : undefined
}

/** 数のほかに字があるか（△ と桁区切りと暫定値の断りは数のうち）。 */
const writesUnit = (raw: string): boolean =>
  raw
    .normalize('NFKC')
    .replace(/暫定値|速報値?|見込み?/g, '')
    .replace(/[-△▲−0-9.,\s()]/g, '') !== ''

const changing = (indicator: Indicator, read: readonly RoleFigure[]): Note[] => {
  const [first, ...others] = read.filter(({ figure }) => figure.unit !== null && writesUnit(figure.raw))
  if (!first) return []
  return others
    .filter(({ figure }) => !alike(first.figure.unit ?? '', figure.unit ?? ''))
    .filter(({ figure }, index, all) => all.findIndex((each) => each.figure.unit === figure.unit) === index)
    .map((each) =>
      note(
        'warning',
        'unit-differs',
        {
          name: indicator.name,
          what: whatOf(each),
          raw: each.figure.raw,
          other: whatOf(first),
          otherRaw: first.figure.raw,
        },
        [first.figure.place, each.figure.place],
        [indicator.id],
      ),
    )
}

/** 「5人」と「5人/年」、「8院」と「9病院」は、書きかたの違いであって単位の違いではない。 */
const alike = (a: string, b: string): boolean => {
  const [mine, other] = [readUnit(a), readUnit(b)]
  return (
    comparableUnits(a, b) ||
    mine.base === other.base ||
    mine.base.endsWith(other.base) ||
    other.base.endsWith(mine.base)
  )
}
