import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PermittedAct, permits } from '#domain/people/permission.ts'
import { nobody, type Person } from '#domain/people/person.ts'
import { roles } from '#domain/people/role.ts'
import { type Gate, gates } from '#web/gates.ts'
import { acts, freshRoutes, routes } from '#web/routes.ts'
import { createWeb } from '#web/web.ts'
import { aCycle, type Cycle } from './a-cycle.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { signedIn } from './signed-in.ts'

/** 歩く人。どの市の、どの役の人か。 */
type Walker = {
  readonly who: string
  readonly city: 'ours' | 'theirs' | null
  readonly person: Person
  readonly cookie: string
}

type Step = { readonly method: 'GET' | 'POST'; readonly path: string; readonly gate: Gate }

const steps: readonly Step[] = [
  ...[...freshRoutes, ...routes].map(([path]) => ({ method: 'GET' as const, path })),
  ...acts.map(([path]) => ({ method: 'POST' as const, path })),
].map((step) => ({ ...step, gate: gates[`${step.method} ${step.path}`] as Gate }))

/** ファイルの名を型で限った欄に入れる、型に合う名。 */
const fileNames: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\{opinion-table/, 'opinion-table.pdf'],
  [/\{file.*pdf/, 'file.pdf'],
  [/\[a-z-\]\+.*csv/, 'indicators.csv'],
  [/\[a-z-\]\+.*docx/, 'progress-table.xlsx'],
  [/\{.*xlsx/, 'file.xlsx'],
  [/\{.*csv/, 'file.csv'],
  [/\{.*json/, 'file.json'],
  [/\{.*zip/, 'sheets.zip'],
]

describe('してよいことの表のとおりか、すべての番地を、すべての役で歩く', () => {
  let year: Year
  let web: Hono
  let walkers: readonly Walker[]
  let indicatorId: string
  let cycle: Cycle
  const counts = { requests: 0, refused: 0, passed: 0 }

  beforeAll(async () => {
    year = await aYear({ sections: 2, indicators: 2 })
    const other = await aYearIn(year.app, { sections: 1, indicators: 1, number: 1 })
    cycle = await aCycle(year)
    const peopleOf = ({ people, sections: [section] }: Year): readonly Person[] => [
      ...Object.values(people),
      ...(section ? [section.clerk, section.head] : []),
    ]
    const all: Walker[] = []
    for (const [city, { code }, people] of [
      ['ours', year, peopleOf(year)],
      ['theirs', other, peopleOf(other)],
    ] as const)
      for (const person of people)
        all.push({
          who: `${city} ${person.grants[0]?.role}`,
          city,
          person,
          cookie: await signedIn(year.app, code, person),
        })
    walkers = [...all, { who: '名のっていない人', city: null, person: nobody, cookie: '' }]
    // よその機械からも見えるところで。見本の例外は、この機械の前だけのものなので。
    web = createWeb(year.app, { site: { origin: null, loopback: false, proxies: [] } })
    const edition = await year.app.store.read(year.code, (tx) => tx.editions.get(year.editionId))
    indicatorId = edition?.content.indicators[0]?.id ?? ''
  })
  afterAll(async () => {
    await year?.app.close()
    console.log(
      `役の歩き：番地 ${steps.length}、人 ${walkers.length}、求め ${counts.requests}（断り ${counts.refused}、通し ${counts.passed}）`,
    )
  })

  /** 番地の欄を、ある市のもので埋める。回答・調書・指示は、その課のもの。 */
  const addressOf = (path: string, section: Section | undefined): string =>
    path
      .replaceAll(
        /:\w+(\{.*?\})(?=\/|$)/g,
        (_, pattern: string) => fileNames.find(([each]) => each.test(pattern))?.[1] ?? 'x',
      )
      .replace(':code', year.code)
      .replace(':edition', year.editionId)
      .replace(':indicator', indicatorId)
      .replace(':response', section?.responseId ?? 'x')
      .replace(':sheet', section ? cycle.of(section).sheetId : 'x')
      .replace('/instructions/:id', `/instructions/${section ? cycle.of(section).instructionId : 'x'}`)
      .replace('/referrals/:id', `/referrals/${cycle.referralId}`)
      .replace('/revisions/:id', `/revisions/${cycle.revisionId}`)
      .replace(':kind/:id', `indicator/${indicatorId}`)
      .replace('priority/:year', 'priority/2026')
      .replace(':round', year.roundId ?? '')
      .replace(':sha256', 'a'.repeat(64))
      .replace(':form', 'progress-table')
      .replaceAll(/:(id|item|token|member)\b/g, '00000000-0000-4000-8000-000000000000')
      .replaceAll(/:\w+/g, 'x')

  const ask = async (
    { method }: Step,
    address: string,
    cookie: string,
  ): Promise<'passed' | 'forbidden' | 'hidden' | 'sign-in'> => {
    counts.requests += 1
    const answer = await web.request(`http://localhost${address}`, {
      method,
      headers: { Cookie: cookie, Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' && { body: 'x=1' }),
    })
    await answer.body?.cancel()
    const toLogin = answer.status === 303 && /^(\/en)?\/login(\?|$)/.test(answer.headers.get('Location') ?? '')
    if (answer.status === 500) throw new Error(`${method} ${address}: 500`)
    if (answer.status === 401 || toLogin) return 'sign-in'
    if (answer.status === 404) return 'hidden'
    return answer.status === 403 ? 'forbidden' : 'passed'
  }

  /** 表の言うとおりなら、どうなるか。 */
  const expected = ({ gate, path }: Step, { person, city }: Walker, department: string | undefined) => {
    // 口座の頁は、打った合言葉を送り直しの頁に残さないよう、門でなく自分でログインを求める。
    if (gate === 'open') return person.kind === 'nobody' && path.startsWith('/account') ? 'sign-in' : 'passed'
    if (person.kind === 'nobody') return 'sign-in'
    if (gate === 'signed-in') return 'passed'
    if (city === 'theirs') return 'forbidden'
    if (gate === 'member') return 'passed'
    return permits(person, gate as PermittedAct, department) ? 'passed' : 'forbidden'
  }

  test('どの番地にも門があり、門のない番地も、番地のない門もない', () => {
    const known = steps.map(({ method, path }) => `${method} ${path}`).toSorted()
    expect(Object.keys(gates).toSorted()).toEqual(known)
  })

  // 送信は、空の欄で送る。してよい人には「欄が足りない」と断られ、してはならない人には「できない」と断られる。
  // 状態を変えるものがあっても断りかたは変わらないよう、断られるはずの人から先に歩く。
  test.each(steps.filter(({ path }) => path !== '/logout'))('$method $path（$gate）', async (step) => {
    const ofDepartment = [':response', ':sheet', '/instructions/:id'].some((each) => step.path.includes(each))
    const departments = ofDepartment ? year.sections : [undefined]
    const wrong: string[] = []
    for (const wanted of ['sign-in', 'forbidden', 'passed'] as const)
      for (const section of departments)
        for (const walker of walkers) {
          const should = expected(step, walker, section?.id)
          if (should !== wanted) continue
          const got = await ask(step, addressOf(step.path, section), walker.cookie)
          counts[should === 'passed' ? 'passed' : 'refused'] += 1
          // ほかの課の回答は、データベースの壁の向こうで、ないものに見えてもよい。欄を埋められない番地は、だれにもない。
          const hidden = got === 'hidden' && (should === 'passed' || section !== undefined)
          if (got !== should && !hidden)
            wrong.push(`${walker.who}${section ? `→${section.name}` : ''}: ${should} のはずが ${got}`)
        }
    expect(wrong).toEqual([])
  })

  test('役はどれも歩いた', () => {
    const walked = new Set(walkers.flatMap(({ person }) => person.grants.map(({ role }) => role)))
    expect([...walked].toSorted()).toEqual([...roles].toSorted())
    expect(counts.refused).toBeGreaterThan(500)
    expect(counts.passed).toBeGreaterThan(300)
  })
})
