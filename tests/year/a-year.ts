import { checkDigit } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import type { Role } from '#domain/people/role.ts'
import { problemInWords } from '#domain/problem.ts'
import { adoptRead } from '#operations/adopt-document.ts'
import { type App, openApp } from '#operations/app.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import type { Act } from '#store/writing.ts'
import { anEmptyPlace } from './a-place.ts'

/** 試験の市の課。一つの部の下に並ぶ。 */
export type Section = {
  readonly id: string
  readonly name: string
  readonly clerk: Person
  readonly head: Person
  /** 照会を開いてあれば、その課の回答の id。 */
  readonly responseId: string | null
}

/** 試験の市の一年。`people` は市の全体に働く役の人。 */
export type Year = {
  readonly app: App
  readonly code: string
  readonly editionId: string
  readonly divisionId: string
  readonly sections: readonly Section[]
  readonly people: Readonly<Record<Exclude<Role, 'editor' | 'approver'>, Person>>
  readonly roundId: string | null
}

type Choices = {
  readonly sections?: number
  /** 課ごとの指標の数。 */
  readonly indicators?: number
  /** 照会（令和6年度実績、締切 2026-06-12）を開いておくか。 */
  readonly open?: boolean
  /** 市の番号（同じしるべに二つの市を作るとき）。 */
  readonly number?: number
}

const sectionNames = ['商工課', '健康課', '農林課', '学校教育課', '子育て支援課', '観光課', '環境課', '建設課']
const subjects = [
  ['起業件数（R2～累計）', '件', [0, 4, 9, 14, 20, 26, 30]],
  ['イベント来場者数', '人', [1200, 1250, 1300, 1280, 1340, 1390, 1500]],
  ['講座の参加者数', '人', [80, 84, 90, 95, 99, 104, 120]],
  ['利用満足度', '％', [61.5, 62, 63.1, 64.8, 66, 67.2, 70]],
  ['相談件数', '件', [310, 322, 330, 341, 352, 360, 400]],
  ['補助金の交付額', '千円', [2400, 2500, 2550, 2610, 2700, 2750, 3000]],
  ['新規就業者数', '人', [10, 11, 12, 12, 13, 15, 20]],
  ['施設の利用者数', '人', [5200, 5300, 5250, 5400, 5600, 5800, 6000]],
] as const

/** 尋ねられも、理由を求められもしない R6 の実績（指標の並びの順）。 */
export const plainAnswers = ['26', '1390', '104', '67.2', '360', '2740', '16', '5800'] as const

const sectionName = (n: number): string => sectionNames[n] ?? `第${n + 1}課`

/** 進捗状況一覧表（CSV）。R2〜R5 の実績と R6 の目標。R6 の実績を照会で尋ねる。 */
const tableOf = (city: string, sections: number, indicators: number): string => {
  const rows = Array.from({ length: sections }, (_, section) =>
    Array.from({ length: indicators }, (_, nth) => {
      const [name, unit, [base, ...years]] = subjects[nth % subjects.length] ?? subjects[0]
      const actuals = years.slice(0, 4).map((value) => `${value}${unit}`)
      return `${sectionName(section)},${sectionName(section).replace(/課$/, '')}の${name}${nth < subjects.length ? '' : nth},${base}${unit},${years.at(-1)}${unit},${actuals.join(',')},`
    }),
  ).flat()
  return [
    `${city}総合戦略 進捗状況一覧表`,
    '基本目標１ 働く場をつくる',
    '担当課,指標名,現状値(H30),目標値(R6),R2,R3,R4,R5,備考',
    ...rows,
    '',
  ].join('\r\n')
}

export const day = '2026-04-01'

/**
 * 実在しない市に、計画（課ごとに指標）・課・利用者・担当を置き、照会を開く。
 * 課 2 つ、指標 8 つずつなら `aYear({ sections: 2 })`。使い終わったら `app.close()`（置き場も消える）。
 */
export const aYear = async (choices: Choices = {}): Promise<Year> => {
  const { location, clear } = await anEmptyPlace()
  const opened = await openApp(location)
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const app = opened.value
  const close = async () => {
    await app.close()
    await clear()
  }
  return aYearIn({ ...app, close }, choices)
}

/** 開いてあるしるべに、もう一つの市を足す。 */
export const aYearIn = async (app: App, choices: Choices = {}): Promise<Year> => {
  const { sections = 2, indicators = 8, open = true, number = 0 } = choices
  const five = String(15_250 + number)
  const code = five + checkDigit(five)
  const city = `${'白赤青黄黒'[number] ?? number}川市`
  const act: Act = { by: '準備', at: app.now(), newId: app.newId }
  const opened = await openDocument('一覧表.csv', new TextEncoder().encode(tableOf(city, sections, indicators)))
  const content = new TextEncoder().encode(tableOf(city, sections, indicators))
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const draft = readPlan(opened.value)
  if (!draft.ok) throw new Error(problemInWords(draft.problem))
  const adopted = await adoptRead(app.store, { draft: draft.value, content }, code, act)
  if (!adopted.ok) throw new Error(problemInWords(adopted.problem))
  const { editionId } = adopted.value
  const divisionId = app.newId()
  const units = Array.from({ length: sections }, (_, n) => ({ id: app.newId(), name: sectionName(n) }))
  const roundId = open ? app.newId() : null
  const member = async (name: string, role: Role, departmentId: string | null): Promise<Person> => {
    const id = app.newId()
    await app.store.write(code, act, async (tx) => {
      const mail = `${id.slice(0, 8)}@${code}.lg.jp.example`
      await tx.members.add({ id, name, mail, phone: '1234', accountId: null, status: 'active' })
      await tx.members.give(id, { id: app.newId(), role, departmentId, from: day, to: null, acting: false })
    })
    return { kind: 'member', id, name, grants: [{ role, departments: departmentId === null ? 'all' : [departmentId] }] }
  }
  await app.store.write(code, act, async (tx) => {
    const parent = {
      id: divisionId,
      name: '市民部',
      parentId: null,
      ordinal: 0,
      phone: '100',
      validFrom: day,
      validTo: null,
    }
    await tx.organisation.add(parent)
    for (const [n, { id, name }] of units.entries())
      await tx.organisation.add({ ...parent, id, name, parentId: divisionId, ordinal: n + 1, phone: String(200 + n) })
    const edition = await tx.editions.get(editionId)
    const indicators = edition?.content.indicators ?? []
    const owners = indicators.flatMap((indicator) => {
      const unit = units.find(({ name }) => indicator.departments.includes(name))
      return unit
        ? [{ id: app.newId(), indicatorId: indicator.id, departmentId: unit.id, memberId: null, from: day, to: null }]
        : []
    })
    await tx.owners.addAll(owners)
    if (roundId === null) return
    await tx.rounds.put({
      id: roundId,
      title: '令和6年度実績の照会',
      fiscalYear: 2024,
      editionIds: [editionId],
      asks: {
        actual: true,
        texts: [
          { key: 'reason', heading: '増減理由', need: 'below' },
          { key: 'next', heading: '今後の取組', need: 'optional' },
        ],
        money: false,
        projectItems: false,
        evidence: 'optional',
      },
      guidance: '前年度の実績値を入れてください。',
      reasonBelow: '80',
      approval: true,
      deadlines: { enter: '2099-06-12', approve: '2099-06-19', accept: '2099-06-26' },
      status: 'open',
      opensAt: null,
      openedAt: act.at.toISOString(),
      closedAt: null,
      reopenedReason: null,
    })
    for (const { id } of units) {
      const own = indicators.filter((each) => owners.some((o) => o.indicatorId === each.id && o.departmentId === id))
      await tx.responses.open(
        { id: app.newId(), roundId, departmentId: id },
        own.map(({ id: subjectId, name, unit }, ordinal) => ({
          id: app.newId(),
          editionId,
          kind: 'indicator' as const,
          subjectId,
          ordinal,
          name,
          unit,
        })),
      )
    }
  })
  const responses = roundId === null ? [] : await app.store.read(code, (tx) => tx.responses.ofRound(roundId))
  const made: Section[] = []
  for (const { id, name } of units)
    made.push({
      id,
      name,
      clerk: await member(`${name}の担当`, 'editor', id),
      head: await member(`${name}長`, 'approver', id),
      responseId: responses.find(({ departmentId }) => departmentId === id)?.id ?? null,
    })
  return {
    app,
    code,
    editionId,
    divisionId,
    sections: made,
    roundId,
    people: {
      planner: await member('企画課 山田', 'planner', null),
      executive: await member('市長', 'executive', null),
      reviewer: await member('外部委員', 'reviewer', null),
      administrator: await member('情報課 佐藤', 'administrator', null),
      auditor: await member('監査委員', 'auditor', null),
    },
  }
}
