import type { PlanDraft } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { openStore, type Store } from '#store/store.ts'
import { aDraft, aFigure, anIndicator, aSource, someRules } from './a-draft.ts'
import { contentOf, withDraftIds } from './compare.ts'

/**
 * 殺される側のプロセス。開いて、前の回の終わりに何が残っていたかを言い、続きの稿を取り込み続ける。
 * 標準出力の一行ずつ: `opened {…}`、`committed 12`（確定したあとに言う）。
 */
const [directory = '', ...rest] = process.argv.slice(2)
if (rest.length > 0) throw new Error('usage: crash-child DIRECTORY')

const code = '152081'
const titles = ['総合戦略', '総合計画', '行動計画'] as const

/** n 番目の稿。三つの計画を順に書き換え、どの指標にも n が入る。 */
const draftNumber = (n: number): { draft: PlanDraft; source: Uint8Array } => {
  const source = aSource(`第${n}稿`)
  const base = aDraft(code, {}, source)
  const indicators = Array.from({ length: 100 }, (_, nth) =>
    anIndicator(`kpi-${nth}`, {
      name: `指標 ${nth}`,
      actuals: [2015, 2016, 2017].map((year) => aFigure(year, `${n}.${nth}`)),
    }),
  )
  const plan = { ...base.plan, title: titles[n % titles.length] ?? '' }
  const projects = base.projects.map((project) => ({ ...project, indicators: ['kpi-1'] }))
  return { draft: { ...base, plan, indicators, projects, instructions: [String(n)], notes: [] }, source }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** 残っている版が、それぞれどの稿か。一行でも稿と違えば torn。 */
const whatIsThere = (store: Store) =>
  store.read(code, async (tx) => {
    const found = []
    for (const { id } of await tx.editions.headings()) {
      const edition = await tx.editions.get(id)
      const n = Number(edition?.content.instructions[0])
      const { draft } = draftNumber(n)
      const whole =
        edition &&
        JSON.stringify(sorted(withDraftIds(edition.content, draft))) === JSON.stringify(sorted(contentOf(draft)))
      found.push({ n, title: edition?.title, whole, source: edition?.sources[0]?.sha256 === draft.source.sha256 })
    }
    return { editions: found, version: await tx.dataVersion(), adoptions: (await tx.adoptions.list({})).length }
  })

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, sorted(inner)] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value

const opened = await openStore({ dataDirectory: directory })
if (!opened.ok) {
  say(`refused ${problemInWords(opened.problem)}`)
  process.exit(1)
}
const store = opened.value
const there = await whatIsThere(store)
say(`opened ${JSON.stringify({ ...there, audit: await store.verifyAudit(code) })}`)
let n = Math.max(0, ...there.editions.map((edition) => edition.n))
for (;;) {
  const { draft, source } = draftNumber(++n)
  const act = { by: '試', at: new Date(), newId: () => crypto.randomUUID() }
  const adopted = await store.write(code, act, (tx) => tx.editions.adopt(draft, source, someRules))
  if (!adopted.ok) throw new Error(problemInWords(adopted.problem))
  say(`committed ${n}`)
}
