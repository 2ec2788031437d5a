import type { Message } from '#domain/language/message.ts'
import type { Report } from '../../report.ts'
import type { WriteOptions, Writer } from '../writer.ts'
import type { UnprintableIn } from './typeset.ts'
import { typesetElsewhere } from './typesetting.ts'

/**
 * PDF の書き手。書体を埋めこみ、しるし（タグ）・しおり・目次の付いた PDF を作る。
 * どの書体にもない字は 〓 になり、`options.warn` に言う。
 *
 * @example await pdfWriter.write(report, { pdfStandard: 'ua-1', font: 'biz-ud', madeAt: '2026-04-01T09:00:00Z' })
 */
export const pdfWriter: Writer = {
  format: 'pdf',
  mediaType: 'application/pdf',
  extension: 'pdf',
  write: async (report: Report, { pdfStandard, font, madeAt, signal, progress, warn }: WriteOptions) => {
    const chapters = report.sections.length
    progress?.(0, chapters)
    const { pdf, unprintable } = await typesetElsewhere(report, { pdfStandard, font, madeAt }, signal)
    for (const one of unprintable) warn?.(warningOf(one, report))
    progress?.(chapters, chapters)
    return pdf
  },
}

const warningOf = ({ kind, character, section }: UnprintableIn, { title }: Report): Message => ({
  code: kind === 'missing' ? 'character-not-in-fonts' : 'variant-not-in-fonts',
  params: { character, code: codePoints(character), where: section ?? title },
})

/** 「U+845B U+E0101」 */
const codePoints = (text: string): string =>
  Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ')
