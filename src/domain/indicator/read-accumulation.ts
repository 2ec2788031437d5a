import { plainLine, plainText } from '#domain/language/plain-text.ts'
import type { Accumulation } from '#domain/plan/draft.ts'
import { readUnit } from '#domain/quantity/unit.ts'
import { yearsIn } from '#domain/year/read-year.ts'

/**
 * 指標名から累計の仕方を読む。「新規創業件数(H27～累計)」→ cumulative since 2015、「…/年」「(単年度)」→ single-year。
 * 何も書いていなければ unstated。「(累計)」の数が減ることもあるので、単調とまでは言わない。
 */
export const readAccumulation = (name: string): Accumulation => {
  const plain = plainText(name)
  if (periodTotal.test(plain)) return { kind: 'period-total' }
  if (/累計|累積/.test(plain)) return { kind: 'cumulative', since: sinceOf(plain) }
  if (singleYear.test(withoutMeasured(plain))) return { kind: 'single-year' }
  if (level.test(plain)) return { kind: 'level' }
  return { kind: 'unstated' }
}

const periodTotal =
  /計画期間(?:中|内)?の?(?:合計|累計|総数|計)|期間(?:合計|累計)|\d(?:年|か年|ヵ年|カ年|ヶ年)間?の?(?:合計|累計)/
const singleYear =
  /単年(?:度)?|\/(?:年度?|月)(?=$|[()【\][*])|年間(?!で|の?(?:合計|累計))|(?<!昼夜)年度実績$|各年度|毎年/
const level = /(?:年度末|末|日|月)(?:現在|時点)|\((?:現在|時点|年度末)\)/

/** 「H27～累計」の起点。「2012～22年度累計」も始まりの年。 */
const sinceOf = (plain: string): number | null => {
  const bracket = /[([【]([^()[\]【】]*(?:累計|累積)[^()[\]【】]*)[)\]】]/.exec(plain)?.[1] ?? plain
  const [, start] = /^(.*?)(?:~|から|以降|以来|-)/.exec(bracket) ?? []
  const from = start === undefined ? undefined : yearsIn(/^(?:19|20)\d\d$/.test(start) ? `${start}年度` : start).at(-1)
  return from?.year ?? null
}

/**
 * 測り方の断り。「転入者数(単年度)【県人口移動調査(前年10～9月)】」→ '県人口移動調査(前年10～9月)'、なければ null。
 * 測る時期を言うかっこ（「(5月1日現在)」「(1～12月)」）もここに入る。書かれた字面で返す。
 */
export const readMeasured = (name: string): string | null => {
  const survey = /【([^【】]+)】/.exec(name)?.[1]
  if (survey && !isOther(plainText(survey))) return survey.trim()
  return (
    bracketsOf(name)
      .find((words) => isMeasured(plainText(words)))
      ?.trim() ?? null
  )
}

const isMeasured = (plain: string): boolean =>
  /\d月|現在|時点|年度末|年度当初|調査|統計|暦年|年平均/.test(plain) && !/累計|累積/.test(plain)

// 【担当課】【再掲】のような、測り方でない隅付きかっこ。
const isOther = (plain: string): boolean => /^(?:再掲|内訳|新規|拡充|継続|KPI|数値目標|.*[課部局室係])$/.test(plain)

const bracketsOf = (name: string): readonly string[] =>
  [...name.matchAll(/[（(]([^（()）]*)[)）]/g)].map(([, words = '']) => words)

const withoutMeasured = (plain: string): string => plain.replace(/【[^【】]*】/g, '')

/** 再掲の行か（「(再掲)」「（施策1の再掲）」「※再掲」）。 */
export const isRepeatName = (name: string): boolean =>
  /[([【][^()[\]【】]*再掲(?!載)[^()[\]【】]*[)\]】]|^再掲[:・]|※再掲(?!載)/.test(plainText(name))

const breakdownMark = /^(?:[([【](?:内訳|うち)[)\]】]|内訳[:、・]|うち(?![わなだ])[:、]?)(?=.)/

/** 内訳の行か（「(内訳)…」「うち…」）。 */
export const isBreakdownName = (name: string): boolean => breakdownMark.test(plainText(name))

/**
 * 比べるための素の名。累計・測り方・単位・再掲・内訳のかっこと「/年」を除いた平らな字面。意味の違うかっこ（「(市外)」）は残す。
 * `bareName('市民の家等合宿利用団体数 (市外) / 年 (再掲)')` → `'市民の家等合宿利用団体数(市外)'`
 */
export const bareName = (name: string): string =>
  plainText(plainLine(name).replace(/【[^【】]*】/g, ''))
    .replace(breakdownMark, '')
    .replace(/^再掲[:・]/, '')
    .replace(nestedBracket, (whole, words: string) => (isAside(words) ? '' : whole))
    .replace(/\/(?:年度?|月|日|週)(?=$|\()/g, '')
    .replace(/[*※]\d*$/, '')

const nestedBracket = /[([]((?:[^()[\]]|\([^()]*\))*)[)\]]/g

const isAside = (words: string): boolean =>
  /再掲(?!載)|^(?:内訳|単年度?|年間|各年度?|毎年度?|参考)$/.test(words) ||
  /累計|累積|計画期間|^\d年間(?:の合計)?$/.test(words) ||
  isMeasured(words) ||
  (words !== '' && readUnit(words).known)
