import type { PlanContent, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { comparisonOf } from '#domain/revision/comparison.ts'
import { plainChanges } from '#domain/revision/plain-changes.ts'
import { textDifference } from '#domain/revision/text-difference.ts'
import { makeReport, writtenReport } from '#operations/reports/make-report.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { median, quantile } from './runs.ts'
import { ms, table, whole } from './tables.ts'

const pages = 300
const lettersPerPage = 1000
const times = 10

/** 改訂：300 頁（一頁 1,000 字）の計画の、文章の比べ・新旧対照の中身・新旧対照表。どの節にも改めたところがある。 */
export const revisionSection = async (): Promise<string> => {
  const before = texts()
  const after = before.map(revised)
  const [base, edition] = [planOf(before), planOf(after)]
  const changes = plainChanges(base.content, edition.content)
  const rows: [string, readonly number[]][] = [
    ['文章の比べ（300 組）', timed(() => before.map((text, at) => textDifference(text, after[at] ?? '')))],
    [
      'まるで違う文章どうしの比べ（300 組）',
      timed(() => before.map((text, at) => textDifference(text, before[(at + 1) % pages] ?? ''))),
    ],
    ['新旧対照の中身', timed(() => comparisonOf({ base, revised: edition, changes }))],
    [
      '新旧対照表',
      timed(() => makeReport(edition, 'comparison-table', ordinaryChoices, { revised: { base, changes } })),
    ],
  ]
  const report = makeReport(edition, 'comparison-table', ordinaryChoices, { revised: { base, changes } })
  if (!report.ok) throw new Error(report.problem.code)
  const files: string[] = []
  for (const format of ['html', 'xlsx', 'docx', 'pdf'] as const) {
    const from = performance.now()
    await writtenReport(report.value, format, { madeAt: '2026-04-01T00:00:00Z' })
    files.push(`${format} ${ms(performance.now() - from)}`)
  }
  return `## 改訂

${pages} 頁（一頁 ${whole(lettersPerPage)} 字）の計画を改訂したときの、新旧の比べ。どの節の本文にも改めたところがある。${times} 回の真ん中の値と、遅いほうから一割の値、ミリ秒。目標は 1 秒未満。

${table([['何を', '真ん中', '90％'], ...rows.map(([what, all]) => [what, ms(median(all)), ms(quantile(all, 0.9))])], [1, 2])}

新旧対照表をファイルに書くのは、一度ずつ、${files.join('、')} ミリ秒。`
}

const timed = (work: () => unknown): readonly number[] =>
  Array.from({ length: times }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })

/** 同じ文章が毎回できるように、乱数は種から（mulberry32）。 */
const random = (() => {
  let state = 20_260_401
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
})()

const fields = [
  '商工業',
  '観光',
  '農林水産業',
  '地域福祉',
  '学校教育',
  '防災',
  '環境',
  '地域公共交通',
  '子育て',
  '移住',
  '関係人口',
  '健康づくり',
]
const acts = [
  '支援を進めます',
  '充実を図ります',
  '推進に取り組みます',
  '普及に努めます',
  '体制を整えます',
  '活用を促します',
]
const means = [
  '関係団体と連携し',
  'デジタル技術を活用し',
  '相談窓口を設け',
  '若者の参加を得て',
  '国や県の制度を生かし',
  '市民の声を聞きながら',
]

const pick = (from: readonly string[]): string => from[random(from.length)] ?? ''

const sentence = (): string =>
  `${pick(fields)}の分野では、${pick(means)}、令和${random(9) + 1}年度までに${random(90) + 10}件の${pick(fields)}の${pick(acts)}。`

const texts = (): readonly string[] =>
  Array.from({ length: pages }, () => {
    let text = ''
    while (text.length < lettersPerPage) text += `${random(5) === 0 ? '\n○' : ''}${sentence()}`
    return text
  })

/** 三つに一つの文を改め、ところどころに文を足し、入れ替える。 */
const revised = (text: string): string => {
  const sentences = text.split(/(?<=。)/)
  const edited = sentences.map((each) =>
    random(3) > 0 ? each : each.replace(/\d+件/, `${random(90) + 10}件`).replace('進めます', 'いっそう進めます'),
  )
  const [first = '', ...rest] = edited
  return random(4) === 0 ? [...rest, sentence(), first].join('') : edited.join('')
}

const planOf = (bodies: readonly string[]): Edition => {
  const place = { line: 1 }
  const goals = Array.from(
    { length: 5 },
    (_, at): PlanNode => ({
      id: `g${at}`,
      parent: null,
      level: '基本目標',
      number: String(at + 1),
      title: `${fields[at]}のまち`,
      text: null,
      place,
    }),
  )
  const nodes = bodies.map(
    (text, at): PlanNode => ({
      id: `n${at}`,
      parent: `g${at % 5}`,
      level: '施策',
      number: String(at + 1),
      title: `施策の${at + 1}`,
      text,
      place,
    }),
  )
  const content: PlanContent = { ...emptyContent, nodes: [...goals, ...nodes] }
  return {
    id: 'e',
    municipality: { code: '131016', name: '千代田区' },
    title: '総合計画',
    kind: '総合計画',
    form: 'progress-table',
    firstYear: 2020,
    lastYear: 2024,
    rules: { formula: 'ratio-to-final', rounding: { mode: 'half-up', places: 1 }, floor: null, cap: null },
    sources: [],
    content,
  }
}
