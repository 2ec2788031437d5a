import { readDay } from '../year/calendar.ts'
import type { AskedText, CollectionRound, RoundAsks, RoundDeadlines } from './round.ts'
import { asksNothing, deadlineTroubles, type RoundTrouble, trouble } from './round-check.ts'

/** 照会の頁に打たれたまま。読めなくても、このまま頁に戻す。 */
export type RoundGiven = {
  readonly title: string
  readonly fiscalYear: string
  readonly editionIds: readonly string[]
  readonly actual: boolean
  readonly texts: readonly TextGiven[]
  readonly money: boolean
  readonly projectItems: boolean
  readonly evidence: string
  readonly reasonBelow: string
  readonly approval: boolean
  readonly enter: string
  readonly approve: string
  readonly accept: string
  readonly guidance: string
  /** 課を選ぶか。選ばなければ、担当のある課すべて。 */
  readonly chooses: boolean
  readonly departmentIds: readonly string[]
}

/** 文の欄一つ。need が空なら尋ねない。 */
export type TextGiven = { readonly key: string; readonly heading: string; readonly need: string }

/** 読めた照会の中身。 */
export type RoundContent = Pick<
  CollectionRound,
  | 'title'
  | 'fiscalYear'
  | 'editionIds'
  | 'asks'
  | 'guidance'
  | 'reasonBelow'
  | 'approval'
  | 'deadlines'
  | 'departmentIds'
>

export type RoundRead = { readonly content: RoundContent; readonly troubles: readonly RoundTrouble[] }

/** いつもの文の欄。未達成理由・改善措置・達成見込時期は、国の補助の様式「目標未達成理由等の報告書」（白山市）が尋ねるもの。 */
export const usualTexts: readonly Pick<AskedText, 'key' | 'heading'>[] = [
  { key: 'reason', heading: '増減理由' },
  { key: 'next', heading: '今後の取組' },
  { key: 'shortfall', heading: '未達成理由' },
  { key: 'improvement', heading: '改善措置' },
  { key: 'reached-when', heading: '達成見込時期' },
]

/** 市がほかに尋ねる文の欄の数。 */
export const ownTexts = 3

const longest = { title: 100, heading: 40, guidance: 4000 }

/**
 * 打たれた照会を読む。読めないところは troubles に並べ、content にはできるところまで入れる。
 * `before` は、直している照会のいまの締切（変えない日は、過ぎていてもよい）。
 */
export const readRound = (given: RoundGiven, today: string, before?: RoundDeadlines): RoundRead => {
  const title = given.title.trim()
  const year = Number(given.fiscalYear)
  const asks = asksOf(given)
  const reasonBelow = given.reasonBelow.normalize('NFKC').replace(/[%\s]/g, '')
  const { deadlines, troubles: unreadable } = deadlinesOf(given)
  const content: RoundContent = {
    title,
    fiscalYear: Number.isInteger(year) ? year : 0,
    editionIds: given.editionIds,
    asks,
    guidance: given.guidance.trim(),
    reasonBelow: reasonBelow === '' ? null : reasonBelow,
    approval: given.approval,
    deadlines,
    departmentIds: given.chooses ? given.departmentIds : null,
  }
  const troubles: readonly RoundTrouble[] = [
    ...(title === '' ? [trouble('title', 'rounds.title-empty')] : []),
    ...(title.length > longest.title ? [trouble('title', 'rounds.title-long', { limit: longest.title })] : []),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100
      ? []
      : [trouble('fiscal-year', 'rounds.year-unreadable')]),
    ...(given.editionIds.length === 0 ? [trouble('editions', 'rounds.no-edition-chosen')] : []),
    ...(asksNothing(asks) ? [trouble('asks', 'rounds.asks-nothing')] : []),
    ...textTroubles(asks.texts, content.reasonBelow),
    ...(content.reasonBelow !== null && !/^\d{1,4}(\.\d{1,2})?$/.test(content.reasonBelow)
      ? [trouble('reason-below', 'rounds.reason-below-unreadable', { typed: given.reasonBelow })]
      : []),
    ...unreadable,
    ...(unreadable.length === 0 ? deadlineTroubles(deadlines, today, before) : []),
    ...(given.chooses && given.departmentIds.length === 0
      ? [trouble('departments', 'rounds.no-department-chosen')]
      : []),
    ...(given.guidance.length > longest.guidance
      ? [trouble('guidance', 'rounds.guidance-long', { limit: longest.guidance })]
      : []),
  ]
  return { content, troubles }
}

const asksOf = ({ actual, texts, money, projectItems, evidence }: RoundGiven): RoundAsks => ({
  actual,
  texts: texts.flatMap(({ key, heading, need }) => {
    const known = (['always', 'below', 'optional'] as const).find((each) => each === need)
    return known && heading.trim() !== '' ? [{ key, heading: heading.trim(), need: known }] : []
  }),
  money,
  projectItems,
  evidence: evidence === 'optional' || evidence === 'required' ? evidence : 'none',
})

const textTroubles = (texts: readonly AskedText[], reasonBelow: string | null): readonly RoundTrouble[] => {
  const headings = texts.map(({ heading }) => heading)
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index)
  const long = headings.find((heading) => heading.length > longest.heading)
  return [
    ...(twice === undefined ? [] : [trouble('texts', 'rounds.heading-twice', { heading: twice })]),
    ...(long === undefined ? [] : [trouble('texts', 'rounds.heading-long', { limit: longest.heading })]),
    ...(reasonBelow === null && texts.some(({ need }) => need === 'below')
      ? [trouble('reason-below', 'rounds.reason-below-missing')]
      : []),
  ]
}

/** 読めない日は、空の締切として続ける。課長の確認を通さない照会に、その締切はない。 */
const deadlinesOf = ({ approval, enter, approve, accept }: RoundGiven) => {
  const typed = { enter, approve: approval ? approve : '', accept }
  const read = (stage: keyof typeof typed): string | null => readDay(typed[stage]) ?? null
  const troubles = (['enter', 'approve', 'accept'] as const).flatMap((stage) =>
    typed[stage].trim() !== '' && read(stage) === null
      ? [trouble(stage, 'rounds.deadline-unreadable', { typed: typed[stage] })]
      : [],
  )
  const missing = enter.trim() === '' ? [trouble('enter', 'rounds.deadline-missing')] : []
  return {
    deadlines: { enter: read('enter') ?? '', approve: read('approve'), accept: read('accept') },
    troubles: [...missing, ...troubles],
  }
}

/** 照会を、打たれた形に戻す（直す頁・写して作る頁に並べる）。 */
export const givenOf = (round: RoundContent): RoundGiven => {
  const { asks, deadlines, departmentIds } = round
  const usual = usualTexts.map(
    ({ key, heading }) => asks.texts.find((each) => each.key === key) ?? { key, heading, need: '' },
  )
  const own = asks.texts.filter(({ key }) => !usualTexts.some((each) => each.key === key))
  const blank = Array.from({ length: Math.max(0, ownTexts - own.length) }, (_, n) => ({
    key: `own-${freeNumber(own, n)}`,
    heading: '',
    need: '',
  }))
  return {
    title: round.title,
    fiscalYear: String(round.fiscalYear),
    editionIds: round.editionIds,
    actual: asks.actual,
    texts: [...usual, ...own, ...blank],
    money: asks.money,
    projectItems: asks.projectItems,
    evidence: asks.evidence,
    reasonBelow: round.reasonBelow ?? '',
    approval: round.approval,
    enter: deadlines.enter,
    approve: deadlines.approve ?? '',
    accept: deadlines.accept ?? '',
    guidance: round.guidance,
    chooses: departmentIds !== null,
    departmentIds: departmentIds ?? [],
  }
}

/** 開いた照会を直すとき。もう課に届いている欄は、照会のまま。 */
export const givenWhenOpen = (round: RoundContent, given: RoundGiven): RoundGiven => {
  const { title, enter, approve, accept, reasonBelow, guidance } = given
  return { ...givenOf(round), title, enter, approve, accept, reasonBelow, guidance }
}

/** 使われていない、nth 番目の番号。 */
const freeNumber = (own: readonly AskedText[], nth: number): number => {
  const used = new Set(own.map(({ key }) => key))
  const free = Array.from({ length: own.length + nth + 1 }, (_, n) => n + 1).filter((n) => !used.has(`own-${n}`))
  return free[nth] ?? own.length + nth + 1
}
