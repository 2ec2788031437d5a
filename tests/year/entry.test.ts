import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerField } from '#domain/collection/answer.ts'
import type { TypedAnswer } from '#domain/collection/read-answer.ts'
import { say } from '#domain/language/say.ts'
import type { Person } from '#domain/people/person.ts'
import { type EntryRow, type EntryView, entryView } from '#operations/collection/entry-view.ts'
import { addEvidence, evidenceFile, removeEvidence } from '#operations/collection/evidence.ts'
import { commentOnItem } from '#operations/collection/item-comments.ts'
import { saveTyped, type TypedChange } from '#operations/collection/save-answers.ts'
import { aYear, type Section, type Year } from './a-year.ts'

let year: Year
beforeAll(async () => {
  year = await aYear({ sections: 2 })
})
afterAll(() => year.app.close())

const section = (n: number): Section & { readonly responseId: string } => {
  const found = year.sections[n]
  if (!found?.responseId) throw new Error(`no open response of section ${n}`)
  return { ...found, responseId: found.responseId }
}

const viewOf = async (n: number, person: Person = section(n).clerk): Promise<EntryView> => {
  const view = await entryView(year.app, person, year.code, section(n).responseId)
  if (!view.ok) throw new Error(view.problem.code)
  return view.value
}

const rowOf = async (n: number, at: number): Promise<EntryRow> => {
  const row = (await viewOf(n)).rows[at]
  if (!row) throw new Error(`no row ${at}`)
  return row
}

/** いまの版を見ている人として打つ。 */
const typed = (
  row: EntryRow,
  raw: string,
  more: Partial<TypedAnswer> = {},
  field: AnswerField = 'actual',
): TypedChange => ({
  itemId: row.item.id,
  field,
  typed: { raw, ...more },
  base: row.answers.find((answer) => answer.field === field)?.revision ?? 0,
})

const save = (n: number, changes: readonly TypedChange[], person: Person = section(n).clerk) =>
  saveTyped(year.app, person, year.code, section(n).responseId, changes)

const saved = async (...args: Parameters<typeof save>) => {
  const result = await save(...args)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const rawOf = (row: EntryRow, field: AnswerField = 'actual'): string | undefined => {
  const value = row.answers.find((answer) => answer.field === field)?.value
  return value?.kind === 'actual' || value?.kind === 'money'
    ? value.raw
    : value?.kind === 'text'
      ? value.text
      : undefined
}

describe('入力の頁に要るもの', () => {
  test('前の年の値・目標・達成率が脇にあり、入れた値で今年度の率が出る', async () => {
    const before = await rowOf(0, 1)
    expect(before.last?.figure?.raw).toBe('1340人')
    expect(before.target?.raw).toBe('1500人')
    expect(before.last?.achievement).toMatchObject({ kind: 'rate', shown: '89.3' })
    expect(before.achievement).toBeNull()
    expect(before.missing.map(({ why }) => why)).toEqual(['empty'])
    await saved(0, [typed(before, '1,390人')])
    const after = await rowOf(0, 1)
    expect(rawOf(after)).toBe('1,390人')
    expect(after.achievement).toMatchObject({ kind: 'rate', shown: '92.7' })
    expect(after.missing).toEqual([])
  })

  test('初めの一字で入力中になり、だれが触れたかが残る', async () => {
    const { response, steps } = await viewOf(0)
    expect(response).toMatchObject({ state: 'entering', lastBy: section(0).clerk.name })
    expect(steps.map(({ step }) => step)).toEqual(['begin'])
  })

  test('桁違いは尋ね、「このままでよい」と答えれば出せる', async () => {
    await saved(0, [typed(await rowOf(0, 2), '1,040')])
    const asked = await rowOf(0, 2)
    expect(asked.open.map(({ code }) => code)).toEqual(['ten-fold'])
    expect((await viewOf(0)).questionsAnswered).toBe(false)
    await saved(0, [typed(asked, '1,040', { confirmed: ['ten-fold'] })])
    expect((await rowOf(0, 2)).open).toEqual([])
    expect((await viewOf(0)).questionsAnswered).toBe(true)
  })

  test('達成率が境（80％）を下回れば増減理由が要り、上げれば要らない', async () => {
    await saved(0, [typed(await rowOf(0, 4), '300')])
    expect((await rowOf(0, 4)).missing.map(({ field, why }) => `${field} ${why}`)).toEqual(['text-reason below'])
    await saved(0, [typed(await rowOf(0, 4), '345')])
    expect((await rowOf(0, 4)).missing).toEqual([])
  })

  test('八つ入れれば、そろう', async () => {
    const values = ['26', '1,390', '104', '67.2', '345', '2,750', '16', '5,800']
    const { rows } = await viewOf(0)
    await saved(
      0,
      rows.map((row, at) => typed(row, values[at] ?? '')),
    )
    expect(await viewOf(0)).toMatchObject({ complete: true, questionsAnswered: true })
  })
})

describe('読めない欄・手の届かない回答', () => {
  test('読めない欄だけを断り、ほかは書く', async () => {
    const [one, two] = [await rowOf(1, 0), await rowOf(1, 1)]
    const result = await saved(1, [typed(one, '1,2345'), typed(two, '1,400')])
    expect(result.refused.map(({ problem }) => problem.kind)).toEqual(['answer-unreadable'])
    expect(rawOf(await rowOf(1, 0))).toBeUndefined()
    expect(rawOf(await rowOf(1, 1))).toBe('1,400')
  })

  test('ほかの課の回答は見えず、書けない。市長は見えるが書けない', async () => {
    const other = section(1).clerk
    const view = await entryView(year.app, other, year.code, section(0).responseId)
    expect(!view.ok && view.problem.kind).toBe('entry-absent')
    const row = await rowOf(0, 0)
    const write = await save(0, [typed(row, '99')], other)
    expect(!write.ok && write.problem.kind).toBe('entry-absent')
    expect((await viewOf(0, year.people.executive)).may).toMatchObject({ enter: false, submit: false })
    const asMayor = await save(0, [typed(row, '99')], year.people.executive)
    expect(!asMayor.ok && asMayor.problem.kind).toBe('not-permitted')
    const reviewer = await entryView(year.app, year.people.reviewer, year.code, section(0).responseId)
    expect(!reviewer.ok && reviewer.problem.kind).toBe('not-permitted')
    expect(rawOf(await rowOf(0, 0))).toBe('26')
  })

  test('ほかの課の項目と、尋ねていない欄は書けない', async () => {
    const foreign = await save(0, [typed(await rowOf(1, 2), '99')])
    expect(!foreign.ok && foreign.problem.kind).toBe('entry-item-absent')
    const unasked = await save(0, [typed(await rowOf(0, 0), '5', {}, 'money')])
    expect(!unasked.ok && unasked.problem.kind).toBe('entry-item-absent')
    const nowhere = await saveTyped(year.app, section(0).clerk, year.code, 'nonsense', [])
    expect(!nowhere.ok && nowhere.problem.kind).toBe('entry-absent')
  })
})

describe('二人で同じところを', () => {
  test('見ていたものから変わっていたら、書かずに今の値・だれ・いつを返す。ほかの欄は書く', async () => {
    const [row, beside] = [await rowOf(1, 3), await rowOf(1, 4)]
    await saved(1, [typed(row, '66.5')], section(1).head)
    const result = await saved(1, [typed(row, '67.2'), typed(beside, '351')])
    expect(result.stale).toMatchObject([{ now: { value: { raw: '66.5' }, by: section(1).head.name } }])
    expect(result.written).toMatchObject([{ value: { raw: '351' } }])
    expect(rawOf(await rowOf(1, 3))).toBe('66.5')
    // 今の値を見たうえで選べば、書ける。
    await saved(1, [typed(await rowOf(1, 3), '67.2')])
    expect(rawOf(await rowOf(1, 3))).toBe('67.2')
  })

  test('同じ値を二度送っても（二度押し・再送）、食い違いではない', async () => {
    const row = await rowOf(1, 5)
    await saved(1, [typed(row, '2,700')])
    const again = await saved(1, [typed(row, '2,700')])
    expect(again).toMatchObject({ written: [], stale: [], removed: [] })
  })

  test('消されてまた入れられた欄も、消される前を見ていた人には食い違い', async () => {
    const row = await rowOf(1, 6)
    await saved(1, [typed(row, '14')])
    const seen = await rowOf(1, 6)
    await saved(1, [typed(seen, '')], section(1).head)
    await saved(1, [typed(await rowOf(1, 6), '15')], section(1).head)
    const result = await saved(1, [typed(seen, '16')])
    expect(result.stale).toMatchObject([{ now: { value: { raw: '15' } } }])
    const removed = await saved(1, [typed(await rowOf(1, 6), '')])
    expect(removed.removed).toHaveLength(1)
    const late = await saved(1, [typed(seen, '16')])
    expect(late.stale).toMatchObject([{ now: null }])
  })

  test('20 人が同じ版から同時に書けば、ちょうど一人が書け、19 人は知らされる。五回くり返しても', async () => {
    let acknowledged = 0
    for (let round = 0; round < 5; round++) {
      const row = await rowOf(1, 7)
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          saved(1, [typed(row, String(5000 + round * 100 + n))], n % 2 ? section(1).clerk : section(1).head),
        ),
      )
      const winners = results.filter(({ written }) => written.length === 1)
      expect(winners).toHaveLength(1)
      expect(results.filter(({ stale }) => stale.length === 1)).toHaveLength(19)
      expect((await rowOf(1, 7)).answers[0]).toEqual(winners[0]?.written[0])
      acknowledged += winners.length
    }
    console.log(`同時の保存 100 回: ${acknowledged} 回だけ書け、${100 - acknowledged} 回は知らされた`)
  })

  test('監査の鎖はつながっている', async () => {
    expect((await year.app.store.verifyAudit(year.code)).ok).toBe(true)
  })
})

describe('資料と書き込み', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 根拠')
  const at = async () => ({ code: year.code, responseId: section(0).responseId, itemId: (await rowOf(0, 0)).item.id })

  test('付けて、落として、外せる。同じものを二度付けても一つ', async () => {
    const asked = await at()
    const { clerk } = section(0)
    for (const _ of [1, 2])
      expect(await addEvidence(year.app, clerk, asked, { name: 'C:\\根拠\\集計.pdf', bytes: pdf })).toMatchObject({
        ok: true,
      })
    const [file, ...others] = (await rowOf(0, 0)).files
    expect(others).toEqual([])
    expect(file).toMatchObject({
      fileName: '集計.pdf',
      mediaType: 'application/pdf',
      bytes: pdf.byteLength,
      by: clerk.name,
    })
    const got = await evidenceFile(year.app, year.people.auditor, asked, file?.id ?? '')
    expect(got.ok && Buffer.from(got.value.bytes).equals(Buffer.from(pdf))).toBe(true)
    const foreign = await evidenceFile(year.app, section(1).clerk, asked, file?.id ?? '')
    expect(!foreign.ok && foreign.problem.kind).toBe('entry-absent')
    await removeEvidence(year.app, clerk, asked, file?.id ?? '')
    expect((await rowOf(0, 0)).files).toEqual([])
    const gone = await evidenceFile(year.app, clerk, asked, file?.id ?? '')
    expect(!gone.ok && gone.problem.kind).toBe('evidence-absent')
  })

  test.each([
    ['空.pdf', new Uint8Array(), 'evidence-empty'],
    ['大.pdf', new Uint8Array(20 * 1024 * 1024 + 1), 'evidence-too-large'],
    ['偽.pdf', new TextEncoder().encode('<html><script>'), 'evidence-kind'],
    ['頁.html', new TextEncoder().encode('<html>'), 'evidence-kind'],
    ['実行.exe', new Uint8Array([0x4d, 0x5a, 1, 2]), 'evidence-kind'],
    ['絵.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'evidence-kind'],
  ])('断る: %s', async (name, bytes, code) => {
    const refusedOne = await addEvidence(year.app, section(0).clerk, await at(), { name, bytes })
    if (refusedOne.ok) throw new Error('was taken')
    expect(refusedOne.problem.kind).toBe(code)
    say(refusedOne.problem)
  })

  test('書き込みは課と企画課のやりとりで、残る', async () => {
    const asked = await at()
    await commentOnItem(year.app, year.people.planner, asked, '前年と数え方が違いませんか')
    await commentOnItem(year.app, section(0).clerk, asked, '同じです')
    await commentOnItem(year.app, section(0).clerk, asked, '同じです')
    expect((await rowOf(0, 0)).comments.map(({ by, text }) => `${by}「${text}」`)).toEqual([
      '企画課 山田「前年と数え方が違いませんか」',
      `${section(0).clerk.name}「同じです」`,
    ])
    const empty = await commentOnItem(year.app, section(0).clerk, asked, ' ')
    expect(!empty.ok && empty.problem.kind).toBe('comment-empty')
  })
})

describe('出したあと・閉じたあと', () => {
  test('提出すると入れられず、締切を過ぎただけなら入れられる', async () => {
    const row = await rowOf(0, 0)
    const late = { ...year.app, now: () => new Date('2100-01-01T00:00:00Z') }
    const written = await saveTyped(late, section(0).clerk, year.code, section(0).responseId, [typed(row, '27')])
    expect(written.ok).toBe(true)
    const { response } = await viewOf(0)
    await year.app.store.write(year.code, { by: '試験', at: year.app.now(), newId: year.app.newId }, (tx) =>
      tx.responses.move(response, { step: 'submit', to: 'submitted' }),
    )
    const after = await save(0, [typed(await rowOf(0, 0), '28')])
    expect(!after.ok && after.problem.kind).toBe('entry-submitted')
    expect((await viewOf(0)).may).toMatchObject({ enter: false, withdraw: true })
  })

  test('閉じると、入力も資料も書き込みも断る', async () => {
    await year.app.store.write(year.code, { by: '試験', at: year.app.now(), newId: year.app.newId }, async (tx) => {
      const round = await tx.rounds.get(year.roundId ?? '')
      if (round) await tx.rounds.put({ ...round, status: 'closed', closedAt: year.app.now().toISOString() })
    })
    const row = await rowOf(1, 0)
    const asked = { code: year.code, responseId: section(1).responseId, itemId: row.item.id }
    const results = [
      await save(1, [typed(row, '28')]),
      await addEvidence(year.app, section(1).clerk, asked, { name: 'a.txt', bytes: new TextEncoder().encode('a') }),
      await commentOnItem(year.app, section(1).clerk, asked, 'あとから'),
    ]
    expect(results.map((each) => !each.ok && each.problem.kind)).toEqual(Array(3).fill('entry-round-not-open'))
  })
})
