import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '../../report.ts'
import type { PdfStandard, ReportFont } from '../writer.ts'
import { fontFiles, fontNames } from './fonts.ts'
import { lettering } from './lettering.ts'
import type { Unprintable } from './printable.ts'
import { setReport } from './set-report.ts'
import { documentTemplate } from './template/document.typ.ts'

/** 組むための注文。別の過程に渡すので、値だけを持つ。 */
export type TypesetOptions = {
  readonly font: ReportFont
  readonly pdfStandard: PdfStandard
  /** 作成日時（ISO 8601）。 */
  readonly madeAt: string
}

/** 紙に出せなかった字と、その章。 */
export type UnprintableIn = Unprintable & { readonly section: string | null }

export type Typeset = { readonly pdf: Uint8Array; readonly unprintable: readonly UnprintableIn[] }

/**
 * 帳票を PDF に組む。計算の終わるまで戻らないので、`typesetting.ts` が別の過程で呼ぶ。
 * 同じ帳票と注文なら、同じ PDF になる。
 */
export const typeset = (report: Report, options: TypesetOptions): Typeset => {
  const letters = lettering(options.font)
  const found = new Map<string, UnprintableIn>()
  const document = setReport(report, fontNames(options.font), (section) => ({
    letters,
    tell: (one) => {
      const place = section?.name ?? null
      const key = `${one.kind} ${one.character} ${place}`
      if (!found.has(key)) found.set(key, { ...one, section: place })
    },
  }))
  return { pdf: compiled(JSON.stringify(document), options), unprintable: [...found.values()] }
}

let compiler: NodeCompiler | undefined

/** 書体を読みこんだ組版の部品。一つの過程に一つ。 */
const warmCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: workspace, fontArgs: [{ fontBlobs: [...fontFiles()] }] })
  return compiler
}

/** 型紙と値の、名だけの置き場所。実際のファイルは読まない。 */
const workspace = '/'

const compiled = (given: string, { pdfStandard, madeAt }: TypesetOptions): Uint8Array => {
  const typst = warmCompiler()
  typst.mapShadow('/given.json', Buffer.from(given))
  try {
    const outcome = typst.compile({ mainFileContent: documentTemplate })
    const { result } = outcome
    if (!result) throw new Error(`Typst: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`)
    // 覚えた組み方は、書き出すのには要らない。一万行の表では、これだけで数百 MB になる。
    typst.evictCache(0)
    return typst.pdf(result, {
      creationTimestamp: Math.floor(Date.parse(madeAt) / 1000),
      ...(pdfStandard !== 'plain' && { pdfStandard }),
    })
  } finally {
    typst.unmapShadow('/given.json')
    // 書き出すときに覚えたことも、次の帳票には役に立たない。
    typst.evictCache(0)
  }
}
