import { readdirSync, readFileSync } from 'node:fs'
import { proposeRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { makeReport, writtenReport } from '#operations/reports/make-report.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import type { Cell, Report } from '#reports/report.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { WrittenFormat } from '#reports/writers/writer.ts'
import { answering } from './answering.ts'

/** 計画の帳票か、こしらえた大きな表を、`rounds` 回ファイルにする。 */
export type ReportAsked = {
  readonly format: WrittenFormat
  readonly rounds: number
} & (
  | { readonly draft: PlanDraft; readonly code: string; readonly form: ReportName }
  | { readonly rows: number; readonly columns: number }
)

/** ミリ秒（一回目から順に。様式を作るのも含む）、ファイルのバイト数と中身、この過程と組版の過程の RSS の頂上（MB）。 */
export type ReportTimes = {
  readonly milliseconds: readonly number[]
  readonly bytes: number
  readonly content: string
  readonly peak: number
}

answering<ReportAsked>(async (asked): Promise<ReportTimes> => {
  const milliseconds: number[] = []
  const peak = watchedPeak()
  if ('draft' in asked) editionOf(asked.draft, asked.code)
  let bytes: Uint8Array = new Uint8Array()
  for (let round = 0; round < asked.rounds; round++) {
    const started = performance.now()
    bytes = (await writtenReport(reportOf(asked), asked.format, { madeAt: '2026-04-01T00:00:00.000Z' })).bytes
    milliseconds.push(performance.now() - started)
  }
  return { milliseconds, bytes: bytes.byteLength, content: Buffer.from(bytes).toString('base64'), peak: peak() }
})

const reportOf = (asked: ReportAsked): Report => {
  if ('rows' in asked) return bigTable(asked.rows, asked.columns)
  const made = makeReport(editionOf(asked.draft, asked.code), asked.form, ordinaryChoices)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

// 動いているしるべは、取り込んだ版を値として持っている。計るたびに作り直さない。
const editions = new Map<string, Edition>()

const editionOf = (draft: PlanDraft, code: string): Edition => {
  const known = editions.get(code) ?? freshEdition(draft, code)
  editions.set(code, known)
  return known
}

const freshEdition = (draft: PlanDraft, code: string): Edition => {
  const { format: _, source, municipality, plan, ...content } = draft
  return {
    id: '00000000-0000-4000-8000-000000000001',
    municipality: { code, name: municipality.name },
    ...plan,
    rules: proposeRules(draft).rules,
    sources: [{ ...source, bytes: 0, adoptedAt: '2026-04-01T00:00:00.000Z' }],
    content,
  }
}

/** 名の一列と、数の列。五十行ごとに帯を置く。 */
const bigTable = (rows: number, columns: number): Report => ({
  form: 'progress-table',
  title: '計測の表',
  documentNumber: null,
  municipality: '見本市',
  plan: '計測の計画',
  asOf: null,
  sections: [
    {
      key: 'table',
      name: '表',
      paper: { size: 'A3', orientation: 'landscape' },
      title: '計測の表',
      lead: [],
      outline: 1,
      blocks: [
        {
          kind: 'table',
          table: {
            caption: '計測の表',
            showCaption: false,
            columns: Array.from({ length: columns }, (_, at) => ({
              key: `c${at}`,
              width: at === 0 ? 20 : 6,
              align: at === 0 ? 'start' : 'end',
            })),
            header: [{ cells: Array.from({ length: columns }, (_, at) => ({ text: at === 0 ? '指標' : `欄${at}` })) }],
            groups: Array.from({ length: rows }, (_, row) => [
              ...(row % 50 === 0
                ? [
                    {
                      kind: 'band' as const,
                      level: 1 as const,
                      rows: [{ cells: [{ text: `施策${row / 50 + 1}`, columns }] }],
                    },
                  ]
                : []),
              {
                kind: 'entry' as const,
                rows: [
                  {
                    cells: Array.from({ length: columns }, (_, at) =>
                      at === 0 ? { text: `${row + 1} 番の指標の名`, heading: true } : numberAt(row, at),
                    ),
                  },
                ],
              },
            ]).flat(),
          },
        },
      ],
      notes: [],
    },
  ],
})

const numberAt = (row: number, column: number): Cell => {
  const value = String((row * 37 + column * 11) % 1000)
  return { text: `${value}件`, number: { value, places: 0, commas: false, before: '', after: '件', minus: '-' } }
}

/**
 * この過程と、その子（組版）の RSS の頂上を足したもの（MB）。組版の過程は仕事のあとで終わることがあるので、
 * しているあいだに見ておく。Linux のほかでは、この過程だけ。
 */
const watchedPeak = () => {
  const peaks = new Map<number, number>()
  const look = () => {
    for (const pid of [process.pid, ...childrenOf(process.pid)])
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)))
  }
  const watching = setInterval(look, 20)
  return () => {
    clearInterval(watching)
    look()
    // 組版の過程は入れ替わる。同時に動くのは一つなので、いちばん大きいものを足す。
    const setters = [...peaks].filter(([pid]) => pid !== process.pid).map(([, peak]) => peak)
    return (peaks.get(process.pid) ?? 0) + Math.max(0, ...setters)
  }
}

const childrenOf = (pid: number): readonly number[] => {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        return Number(parent) === pid ? [Number(name)] : []
      } catch {
        return [] // 数えているあいだに終わった
      }
    })
}

/** 終わった過程は 0。 */
const peakOf = (pid: number): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1000
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
