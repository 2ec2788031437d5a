import { countedByNode, countedGrades } from '#domain/evaluation/counted-grades.ts'
import { gradedPlan } from '#domain/evaluation/graded-plan.ts'
import { presetNamed } from '#domain/evaluation/presets/scale-presets.ts'
import { rateAverages } from '#domain/evaluation/rate-averages.ts'
import type { Person } from '#domain/people/person.ts'
import { actualYears } from '#domain/plan/outline.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { adoptRead } from '#operations/adopt-document.ts'
import { type App, openApp } from '#operations/app.ts'
import { acceptMechanical } from '#operations/evaluation/evaluate.ts'
import { openEvaluationYear } from '#operations/evaluation/evaluation-years.ts'
import { gradesView } from '#operations/evaluation/view-grades.ts'
import type { Engine } from './engines.ts'
import { median, quantile } from './runs.ts'
import { startProduct } from './serving.ts'
import { syntheticPlan } from './synthetic-plan.ts'
import { ms, table, whole } from './tables.ts'

const count = 1000
const [code, city] = ['131016', '千代田区']
const rounds = 30

/** この機械の前の人。 */
const person: Person = { kind: 'workbench', id: null, name: '計測', grants: [] }

/**
 * 評価：指標 1,000 件の計画の、機械の判定と集計、一覧の頁。
 * domain は値だけの計算、operation は評価を倉庫から読んで一覧を組むまで、page は製品（別のプロセス）から頁が届くまで。
 */
export const gradingSection = async (engine: Engine): Promise<string> => {
  const location = await engine.empty()
  const app = value(await openApp(location))
  const inside = await measured(app).finally(() => app.close())
  const product = await startProduct(location)
  try {
    return written({ ...inside, page: await pageTimes(`${product.address}${inside.path}`) })
  } finally {
    await product.stop()
  }
}

const pageTimes = async (address: string): Promise<readonly number[]> => {
  const all: number[] = []
  for (let nth = 0; nth < rounds; nth += 1) {
    const from = performance.now()
    const answer = await fetch(address)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`the list of grades answered ${answer.status}`)
    all.push(performance.now() - from)
  }
  return all
}

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

export const measured = async (app: App, times = rounds) => {
  const act = { by: '計測', at: app.now(), newId: app.newId }
  const read = { draft: syntheticPlan(count, city), content: null }
  const { editionId } = value(await adoptRead(app.store, read, code, act))
  const scale = presetNamed('daisen-by-rate')?.scale
  if (!scale) throw new Error('the preset scale by rate was not found')
  await app.store.write(code, act, (tx) => tx.scales.put({ editionId, subject: 'indicator', fromYear: 2010, scale }))
  const edition = await app.store.read(code, (tx) => tx.editions.get(editionId))
  const year = edition && actualYears(edition.content).at(-1)
  if (!edition || year === undefined) throw new Error('the plan was not found')
  value(await openEvaluationYear(app, person, code, { editionId, year }))
  const accepting = performance.now()
  value(await acceptMechanical(app, person, code, { editionId, year }))
  const accepted = performance.now() - accepting
  const facts = await app.store.read(code, async (tx) => ({
    scales: await tx.scales.of(editionId),
    evaluations: await tx.evaluations.ofYear(editionId, year),
    evaluationYear: (await tx.evaluationYears.of(editionId))[0] ?? null,
  }))
  const domain: number[] = []
  const operation: number[] = []
  for (let nth = 0; nth < times; nth += 1) {
    const start = performance.now()
    const graded = gradedPlan(edition, year, facts)
    countedGrades(edition, graded)
    countedByNode(edition, graded)
    rateAverages(edition, year)
    domain.push(performance.now() - start)
    const from = performance.now()
    await gradesView(app, person, edition, { year })
    operation.push(performance.now() - from)
  }
  return { domain, operation, accepted, path: `/${code}/plans/${editionId}/grades?year=${year}` }
}

type Times = Omit<Awaited<ReturnType<typeof measured>>, 'path'> & { readonly page: readonly number[] }

const written = ({ domain, operation, page, accepted }: Times): string => {
  const row = (name: string, times: readonly number[]) => [
    name,
    ms(times[0] ?? Number.NaN),
    ms(median(times)),
    ms(quantile(times, 0.95)),
  ]
  return `## 評価

指標 ${whole(count)} 件の計画。ミリ秒。目標は、判定と集計の頁まで 100 未満（サーバーの時間）。「初めて」は機械語になる前の一回。
残りを機械の判定のとおりにまとめて評価する送信（${whole(count)} 件の評価と監査記録）は ${ms(accepted)} ミリ秒。

${table(
  [
    ['', '初めて', 'p50', 'p95'],
    row('機械の判定と集計（値だけ）', domain),
    row('評価を倉庫から読み、一覧を組む', operation),
    row('一覧の頁が届くまで', page),
  ],
  [1, 2, 3],
)}`
}
