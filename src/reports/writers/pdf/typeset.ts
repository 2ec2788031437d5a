import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '../../report.ts'
import type { PdfStandard, ReportFont } from '../writer.ts'
import { fontFiles, fontNames } from './fonts.ts'
import { almostEmptyPages, type SectionEnd } from './last-pages.ts'
import { lettering } from './lettering.ts'
import type { Unprintable } from './printable.ts'
import { type ComposingFor, type Scales, setReport } from './set-report.ts'
import { documentTemplate } from './template/document.typ.ts'
import type { TypstDocument } from './typst-data.ts'

/** 組むための注文。別の過程に渡すので、値だけを持つ。 */
export type TypesetOptions = {
  readonly font: ReportFont
  readonly pdfStandard: PdfStandard
  /** 作成日時（ISO 8601）。 */
  readonly madeAt: string
  /** 帯を続く頁の頭に繰り返すか。書かなければ繰り返す。 */
  readonly repeatsBands?: boolean
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
  const composingFor: ComposingFor = (section) => ({
    letters,
    tell: (one) => {
      const place = section?.name ?? null
      const key = `${one.kind} ${one.character} ${place}`
      if (!found.has(key)) found.set(key, { ...one, section: place })
    },
  })
  const { repeatsBands = true } = options
  const set = (scales: Scales) => setReport(report, fontNames(options.font), composingFor, { scales, repeatsBands })
  return { pdf: compiled(set, options), unprintable: [...found.values()] }
}

/** 一度組んで、何行かだけの頁で終わる章があれば、その章の字を少し小さくして組み直す。頁の減らない章は、もとのまま。 */
const settled = (typst: NodeCompiler, set: (scales: Scales) => TypstDocument) => {
  const first = set(new Map())
  const laid = laidOut(typst, first)
  const before = endsIn(typst, laid)
  const scales = almostEmptyPages(first.sections, before)
  if (scales.size === 0) return laid
  const smaller = laidOut(typst, set(scales))
  const after = endsIn(typst, smaller)
  const shorter = new Map([...scales].filter(([index]) => (after[index]?.pages ?? 0) < (before[index]?.pages ?? 0)))
  if (shorter.size === scales.size) return smaller
  return shorter.size === 0 ? laid : laidOut(typst, set(shorter))
}

const endsIn = (typst: NodeCompiler, laid: NodeTypstDocument): readonly SectionEnd[] =>
  typst.query(laid, { selector: '<end>', field: 'value' })

const laidOut = (typst: NodeCompiler, document: TypstDocument) => {
  // 組み直すときに前の覚えを持ったままにすると、計画書では 100 MB ほど余分に要り、速くもならない。
  typst.evictCache(0)
  typst.mapShadow('/given.json', Buffer.from(JSON.stringify(document)))
  const outcome = typst.compile({ mainFileContent: documentTemplate })
  if (!outcome.result) throw new Error(`Typst: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`)
  return outcome.result
}

let compiler: NodeCompiler | undefined

/** 書体を読みこんだ組版の部品。一つの過程に一つ。 */
const warmCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: workspace, fontArgs: [{ fontBlobs: [...fontFiles()] }] })
  return compiler
}

/** 型紙と値の、名だけの置き場所。実際のファイルは読まない。 */
const workspace = '/'

/** これより頁の多いものは、書き出す前に記憶を空ける。 */
const manyPages = 30

const compiled = (set: (scales: Scales) => TypstDocument, { pdfStandard, madeAt }: TypesetOptions): Uint8Array => {
  const typst = warmCompiler()
  try {
    const result = settled(typst, set)
    // 覚えた組み方は、書き出すのには要らない。一万行の表では、これだけで数百 MB になる。
    if (result.numOfPages > manyPages) typst.evictCache(0)
    return typst.pdf(result, {
      creationTimestamp: Math.floor(Date.parse(madeAt) / 1000),
      ...(pdfStandard !== 'plain' && { pdfStandard }),
    })
  } finally {
    typst.unmapShadow('/given.json')
    // 覚えたことは、次の帳票には役に立たない。答えを待たせずに、答えたあとで捨てる。
    setImmediate(() => typst.evictCache(0))
  }
}
