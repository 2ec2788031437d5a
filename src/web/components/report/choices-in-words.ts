import type { Edition } from '#domain/plan/edition.ts'
import { goalsOf } from '#domain/plan/outline.ts'
import { ordinaryChoices, type ReportChoices } from '#operations/reports/choices.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { paperValue } from './choices-form.tsx'
import { formulaInWords } from './rules-fields.tsx'

/**
 * 普通と違う選びを、ことばで。違うところがなければ「普通の選び」。
 * 様式に関わりのない選びは言わない。
 */
const choicesInWords = (
  frame: Frame,
  edition: Edition,
  asks: readonly (keyof ReportChoices)[],
  choices: ReportChoices,
): readonly string[] => {
  const words = asks.flatMap((name) => wordFor(frame, edition, name, choices) ?? [])
  return words.length > 0 ? words : [frame.t('choose.ordinary')]
}

/** 一行にした載せ方。 */
export const choicesLine = (...about: Parameters<typeof choicesInWords>): string =>
  choicesInWords(...about).join(about[0].lang === 'ja' ? '、' : ', ')

const wordFor = (
  frame: Frame,
  edition: Edition,
  name: keyof ReportChoices,
  choices: ReportChoices,
): string | undefined => {
  const { t } = frame
  if (choices[name] === ordinaryChoices[name]) return undefined
  const named = (label: string, value: string) => t('choose.in-words', { name: label, value })
  switch (name) {
    case 'years':
      return named(t('choose.years'), (choices.years ?? []).map((year) => yearInSentence(frame, year)).join('・'))
    case 'year':
      return choices.year === null ? undefined : named(t('choose.year'), yearInSentence(frame, choices.year))
    case 'goals':
      return named(t('choose.goals'), goalNames(edition, choices.goals ?? []).join('・'))
    case 'departments':
      return named(t('choose.departments'), (choices.departments ?? []).join('・'))
    case 'rules':
      return choices.rules ? named(t('choose.formula'), formulaInWords(frame, choices.rules.formula)) : undefined
    case 'rows':
      return t(`choose.rows-${choices.rows}`)
    case 'pair':
      return choices.rows === 2 ? t(`choose.pair-${choices.pair}`) : undefined
    case 'yearStyle':
      return named(t('choose.yearStyle'), t(`choose.yearStyle-${choices.yearStyle}`))
    case 'money':
    case 'grades':
    case 'comments':
    case 'findings':
    case 'names':
      return t(choices[name] ? 'choose.with' : 'choose.without', { name: t(`choose.${name}`) })
    case 'stage':
      return t(`choose.stage-${choices.stage}`)
    case 'extent':
      return t(`choose.extent-${choices.extent}`)
    case 'audience':
      return t(`choose.audience-${choices.audience}`)
    case 'commentPeriod':
    case 'commentTo':
      return named(t(`choose.${name}`), choices[name] ?? '')
    case 'documentNumber':
      return named(t('choose.documentNumber'), choices.documentNumber ?? '')
    case 'asOf':
      return named(t('choose.asOf'), choices.asOf ?? '')
    case 'paper': {
      const paper = paperValue(choices.paper)
      return paper === '' ? undefined : named(t('choose.paper'), t(`choose.paper-${paper}`))
    }
  }
}

/** 計画にもうない基本目標は、選ばれた鍵のまま言う。 */
const goalNames = ({ content }: Edition, keys: readonly string[]): readonly string[] => {
  const goals = goalsOf(content)
  return keys.map((key) => {
    const goal = goals.find((each) => each.key === key)
    return goal ? goal.words : key
  })
}
