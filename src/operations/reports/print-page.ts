import type { Report } from '#reports/report.ts'
import { styleSource } from '#reports/writers/html/html.ts'
import type { WriteOptions } from '#reports/writers/writer.ts'
import { type WrittenFile, writtenReport } from './make-report.ts'

/** ブラウザーで見せる一枚。`style` は、CSP に許すその一枚の様式の印。 */
export type PrintPage = WrittenFile & { readonly style: string }

/** 印刷のできる一枚。`firstOnly` は、初めの章だけ（頁の中の下見）。 */
export const printPage = async (
  report: Report,
  options: Partial<WriteOptions> & Pick<WriteOptions, 'madeAt'>,
  firstOnly = false,
): Promise<PrintPage> =>
  shownInBrowser(
    await writtenReport(firstOnly ? { ...report, sections: report.sections.slice(0, 1) } : report, 'html', options),
  )

/** 凍らせた HTML も、作ったときの様式のままで見せる。 */
export const shownInBrowser = (file: WrittenFile): PrintPage => ({
  ...file,
  style: styleSource(Buffer.from(file.bytes).toString('utf8')),
})
