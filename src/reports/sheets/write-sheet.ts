import type { ResponseSheet } from '#domain/collection/response-sheet.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { bookFont, standardSize } from '../writers/xlsx/styles.ts'
import { answerSheet } from './answer-sheet.ts'
import { guideSheet } from './guide-sheet.ts'
import { tagSheet } from './tag-sheet.ts'

/**
 * 回答用紙を Excel のブックに。記入のしかた・回答・名札の三枚。同じ中身と時からは、同じバイト列ができる。
 * 式は一つも入らない。字は、式と同じ書き出しでも字のまま入る。
 */
export const writeSheet = async (sheet: ResponseSheet): Promise<Uint8Array> => {
  // 書き手の道具は、書くときにだけ読み込む。
  const { writeXlsx } = await import('hucre/xlsx')
  const { settled } = await import('../writers/xlsx/settled.ts')
  const deadline = dayInWords(sheet.deadline, 'ja', true)
  const madeAt = new Date(sheet.madeAt)
  const answers = answerSheet(sheet, deadline)
  const book = await writeXlsx({
    sheets: [guideSheet(sheet, deadline), answers, tagSheet(sheet.tag)],
    defaultFont: { ...bookFont, size: standardSize },
    activeSheet: 1,
    properties: {
      title: `${sheet.round.title} ${sheet.response.department}`,
      creator: sheet.municipality.name,
      company: sheet.municipality.name,
      created: madeAt,
      modified: madeAt,
    },
  })
  return settled(book, [undefined, undefined, undefined])
}
