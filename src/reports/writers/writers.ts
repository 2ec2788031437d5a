import type { Writer, WrittenFormat } from './writer.ts'

/** 書き手。重い部品（Typst など）を持つので、要るときにだけ読み込む。足すときは docs/tasks/add-a-form.md。 */
const writers = {
  html: async () => (await import('./html/html.ts')).htmlWriter,
  pdf: async () => (await import('./pdf/pdf.ts')).pdfWriter,
  xlsx: async () => (await import('./xlsx/xlsx.ts')).xlsxWriter,
  docx: async () => (await import('./docx/docx.ts')).docxWriter,
} as const satisfies Record<WrittenFormat, () => Promise<Writer>>

export const writtenFormats = Object.keys(writers) as readonly WrittenFormat[]

export const writerFor = (format: WrittenFormat): Promise<Writer> => writers[format]()
