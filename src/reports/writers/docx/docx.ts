import { setImmediate } from 'node:timers/promises'
import type { ISectionOptions } from 'docx'
import type { Report } from '../../report.ts'
import type { WriteOptions, Writer } from '../writer.ts'

/**
 * 帳票を Word の文書にする。章一つが節一つで、紙の大きさと向きは節ごとに決まる。見出しの行は頁ごとに繰り返し、一件の行は頁で分かれない。
 * 同じ帳票と同じ `madeAt` からは、同じバイト列ができる。
 */
export const docxWriter: Writer = {
  format: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  write: async (report, options) => {
    const { sections, tables } = await wordSections(report, options)
    // 書き手の道具は、書くときにだけ読み込む。
    const [{ Document, Packer }, { documentStyles, listNumbering }, { settled }] = await Promise.all([
      import('docx'),
      import('./styles.ts'),
      import('./settled.ts'),
    ])
    const document = new Document({
      title: report.title,
      subject: report.plan,
      creator: report.municipality,
      lastModifiedBy: report.municipality,
      styles: documentStyles(options.font),
      numbering: { config: [listNumbering] },
      compatibility: { version: 15 },
      sections,
    })
    const packed = await Packer.toBuffer(document)
    options.signal?.throwIfAborted()
    return settled(packed, { tables, madeAt: options.madeAt, font: options.font })
  },
}

type WordSections = { readonly sections: readonly ISectionOptions[]; readonly tables: readonly string[] }

/** 節を一つずつ組む。一つごとに、取り止められていないかを見る。 */
const wordSections = async (report: Report, { signal, progress }: WriteOptions): Promise<WordSections> => {
  const { wordSection, sectionTables } = await import('./section.ts')
  const sections: ISectionOptions[] = []
  const tables: string[] = []
  for (const [at, section] of report.sections.entries()) {
    await setImmediate()
    signal?.throwIfAborted()
    sections.push(wordSection(section, report.sections[at - 1], report))
    tables.push(...sectionTables(section))
    progress?.(at + 1, report.sections.length)
  }
  return { sections, tables }
}
