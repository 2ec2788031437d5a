import type { Report } from '../../report.ts'
import { type Typeset, type TypesetOptions, typeset } from './typeset.ts'

// 組版のための別の過程の入口。親（typesetting.ts）から帳票を受けとり、組んだ PDF を返す。
// 別の過程にするのは三つのため：組むあいだも画面が答えられる、取り止めれば計算そのものが止まる、
// とても大きな表で記憶が尽きても、しるべは落ちない。

/** 頼まれること。書体を先に読んでおくだけなら `report` がない。 */
export type TypesetRequest = { readonly report: Report; readonly options: TypesetOptions }

/** 答え。`memory` は、この過程が使っている記憶（バイト）。 */
export type TypesetAnswer =
  | { readonly kind: 'done'; readonly typeset: Typeset; readonly memory: number }
  | { readonly kind: 'failed'; readonly message: string; readonly memory: number }

const answerTo = ({ report, options }: TypesetRequest): TypesetAnswer => {
  try {
    return { kind: 'done', typeset: typeset(report, options), memory: process.memoryUsage.rss() }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'failed', message, memory: process.memoryUsage.rss() }
  }
}

process.on('message', (request: TypesetRequest) => process.send?.(answerTo(request)))
// 親がいなくなれば、この過程も終わる。
process.on('disconnect', () => process.exit())
