import type { Message } from '#domain/language/message.ts'
import type { Report } from '../report.ts'

/** 人に渡すファイルの形。機械可読なデータ（CSV・JSON・データの xlsx）は `reports/data` が別に作る。 */
export type WrittenFormat = 'html' | 'pdf' | 'xlsx' | 'docx'

/** PDF の規格。plain は規格を名のらない（しるしの付いた PDF であることは同じ）。 */
export type PdfStandard = 'plain' | 'ua-1' | 'a-2a'

/** 紙の書体。どちらも同梱のもので、外から取りに行かない。 */
export type ReportFont = 'noto-sans' | 'biz-ud'

/** 書き手への注文。同じ帳票と同じ注文なら、HTML は同じバイト列になる（時刻・乱数を使わない）。 */
export type WriteOptions = {
  readonly pdfStandard: PdfStandard
  readonly font: ReportFont
  /** 文書の情報に書く作成日時（ISO 8601）。 */
  readonly madeAt: string
  /** 取り止めたら、書きかけを残さずに `signal.reason` で投げる。 */
  readonly signal?: AbortSignal
  /** 進み（章の数）。長い計画書のあいだ、画面に見せる。 */
  readonly progress?: (done: number, of: number) => void
  /** 出せない字など、できたファイルについて人に言うこと。ファイルはできている。 */
  readonly warn?: (warning: Message) => void
}

/** 帳票をファイルのバイト列にする。 */
export type WriteReport = (report: Report, options: WriteOptions) => Promise<Uint8Array>

/** 書き手一つ。 */
export type Writer = {
  readonly format: WrittenFormat
  readonly mediaType: string
  readonly extension: string
  readonly write: WriteReport
}
