import { achievementWords } from './catalogue/achievement.ts'
import { cliWords } from './catalogue/cli.ts'
import { findingWords } from './catalogue/findings.ts'
import { readingWords } from './catalogue/reading.ts'
import { storeWords } from './catalogue/store.ts'
import { webWords } from './catalogue/web.ts'
import { type Catalogue, fill, type Language, type Message } from './message.ts'

/** 全部の目録。同じ符号が二冊にあってはならない（試験で確かめる）。 */
export const catalogues: readonly Catalogue[] = [
  achievementWords,
  readingWords,
  findingWords,
  storeWords,
  webWords,
  cliWords,
]

const everything: Catalogue = Object.assign({}, ...catalogues)

/**
 * 文を読み上げる。知らない符号は書き手の誤りなので投げる。
 * `say({ code: 'rate-differs', params }, 'ja')`
 */
export const say = ({ code, params }: Message, language: Language = 'ja'): string => {
  const wording = everything[code]
  if (!wording) throw new Error(`no wording for message code "${code}"`)
  return fill(wording[language], params)
}
