import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerField, AnswerValue } from '#domain/collection/answer.ts'
import type { Person } from '#domain/people/person.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { responseSheetFile, roundSheetsZip } from '#operations/collection/response-sheet.ts'
import { saveAnswers } from '#operations/collection/save-answers.ts'
import { type SheetReview, sheetReview } from '#operations/collection/sheet-review.ts'
import { receiveSheet } from '#operations/collection/sheet-upload.ts'
import { discardSheet, type SheetPick, takeSheet } from '#operations/collection/take-sheet.ts'
import { uploadLimit } from '#operations/collection/upload-limit.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { type Filling, filled } from './fill-sheet.ts'

const actual = (raw: string, more: Partial<Extract<AnswerValue, { kind: 'actual' }>> = {}): AnswerValue => ({
  kind: 'actual',
  raw,
  absence: null,
  expected: null,
  provisional: false,
  confirmed: [],
  ...more,
})

let year: Year
beforeAll(async () => {
  year = await aYear({ sections: 15, indicators: 3 })
})
afterAll(() => year?.app.close())

/** 試験ごとに、まだだれも触れていない課を使う。 */
let used = 0
const freshSection = (): Section => {
  const section = year.sections[used]
  used += 1
  if (!section) throw new Error('not enough sections for the tests')
  return section
}

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
const responseOf = (section: Section): string => section.responseId ?? ''

const sheetOf = async (section: Section, person: Person = section.clerk): Promise<Uint8Array> =>
  value(await responseSheetFile(year.app, person, year.code, responseOf(section))).bytes

const send = (section: Section, bytes: Uint8Array, name = '回答.xlsx', person: Person = section.clerk) =>
  receiveSheet(year.app, person, year.code, { responseId: responseOf(section) }, { name, bytes })

const reviewed = async (section: Section, bytes: Uint8Array): Promise<SheetReview> =>
  value(await sheetReview(year.app, section.clerk, year.code, value(await send(section, bytes)).id))

const fill = async (section: Section, work: (filling: Filling) => void) => filled(await sheetOf(section), work)

type Pick = (itemId: string, field: AnswerField) => SheetPick | undefined
const take = (section: Section, review: SheetReview, pickOf: Pick = () => 'file') =>
  takeSheet(year.app, section.clerk, year.code, review.sheet.id, { seen: review.seen, pickOf, confirmedOf: () => [] })

const answersOf = async (section: Section) => {
  const items = await year.app.store.read(year.code, (tx) => tx.responses.items(responseOf(section)))
  const answers = await year.app.store.read(year.code, (tx) => tx.responses.answers(responseOf(section)))
  return (row: number, field: AnswerField) =>
    answers.find((each) => each.itemId === items[row - 1]?.id && each.field === field)?.value
}

const save = async (section: Section, row: number, of: AnswerField, written: AnswerValue) => {
  const items = await year.app.store.read(year.code, (tx) => tx.responses.items(responseOf(section)))
  const answers = await year.app.store.read(year.code, (tx) => tx.responses.answers(responseOf(section)))
  const itemId = items[row - 1]?.id ?? ''
  const base = answers.find((each) => each.itemId === itemId && each.field === of)?.revision ?? 0
  const change = { itemId, field: of, value: written, base }
  const saved = value(await saveAnswers(year.app, section.head, year.code, responseOf(section), [change]))
  expect(saved.stale).toEqual([])
}

const field = '令和6年度の実績'

describe('用紙を受け取り、記入し、送る', () => {
  test('記入したとおりに変わり、二度目は何も変わらないと言う', async () => {
    const section = freshSection()
    const bytes = await fill(section, ({ cell }) => {
      cell(1, field).value = 26
      cell(2, field).value = '１，３９０人'
      cell(3, '値がないわけ').value = '未公表'
      cell(3, '公表の見込み').value = '令和8年12月'
      cell(1, '増減理由').value = '=HYPERLINK("http://example.com")'
      cell(2, '暫定値').value = '暫定値'
    })
    const review = await reviewed(section, bytes)
    expect(review.tag).toBe('good')
    expect(review.differences.map(({ why, cell }) => [why, cell])).toEqual([
      ['change', 'G4'],
      ['change', 'K4'],
      ['change', 'G5'],
      ['change', 'H6'],
    ])
    expect([review.unreadable, review.altered, review.missing, review.rest.same]).toEqual([[], [], [], 5])
    expect(value(await take(section, review))).toEqual({ kind: 'taken', count: 4 })
    const answer = await answersOf(section)
    expect(answer(1, 'actual')).toEqual(actual('26'))
    expect(answer(1, 'text-reason')).toEqual({ kind: 'text', text: '=HYPERLINK("http://example.com")' })
    expect(answer(2, 'actual')).toEqual(actual('１，３９０人', { provisional: true }))
    expect(answer(3, 'actual')).toEqual(actual('', { absence: 'not-published', expected: '2026-12' }))
    const again = await reviewed(section, bytes)
    expect(again.sheet.id).not.toBe(review.sheet.id)
    expect(again.differences).toEqual([])
    expect(again.takenBefore?.id).toBe(review.sheet.id)
    const response = await year.app.store.read(year.code, (tx) => tx.responses.get(responseOf(section)))
    expect(response?.state).toBe('entering')
  })

  test('受け取ったままの用紙は、何も変えない。式の形の字も、字のまま戻る', async () => {
    const section = freshSection()
    await save(section, 1, 'text-next', { kind: 'text', text: '=1+1\n_x000D_ の字も' })
    await save(section, 2, 'actual', actual('4校・13回'))
    const bytes = await sheetOf(section)
    await filled(bytes, ({ cell }) => {
      expect(cell(1, '今後の取組').value).toBe('=1+1\n_x000D_ の字も')
      expect(cell(1, '今後の取組').formula).toBeUndefined()
    })
    const review = await reviewed(section, bytes)
    expect([review.differences, review.rest.same]).toEqual([[], 9])
  })

  test('画面でも変わった欄は、選ぶまで取り込まない。用紙で触れていない欄は、画面の値を戻さない', async () => {
    const section = freshSection()
    await save(section, 2, 'actual', actual('1350'))
    const bytes = await fill(section, ({ cell }) => {
      cell(1, field).value = 26
    })
    await save(section, 1, 'actual', actual('25'))
    await save(section, 2, 'actual', actual('1360'))
    const review = await reviewed(section, bytes)
    expect(review.differences).toHaveLength(1)
    expect(review.differences[0]).toMatchObject({ why: 'conflict', now: { by: section.head.name } })
    expect(value(await take(section, review, () => undefined))).toEqual({ kind: 'undecided', count: 1 })
    expect(value(await take(section, review, () => 'now'))).toEqual({ kind: 'taken', count: 0 })
    const answer = await answersOf(section)
    expect([answer(1, 'actual'), answer(2, 'actual')]).toEqual([actual('25'), actual('1360')])
  })

  test('確かめているあいだに変われば、何も書かずに見せ直す。二度押しは一度', async () => {
    const section = freshSection()
    const review = await reviewed(
      section,
      await fill(section, ({ cell }) => {
        cell(1, field).value = 26
        cell(2, field).value = 1390
      }),
    )
    await save(section, 1, 'actual', actual('30'))
    expect(value(await take(section, review))).toEqual({ kind: 'changed' })
    expect((await answersOf(section))(2, 'actual')).toBeUndefined()
    const fresh = value(await sheetReview(year.app, section.clerk, year.code, review.sheet.id))
    const [first, second] = await Promise.all([take(section, fresh), take(section, fresh)])
    expect([first.ok, second.ok].toSorted()).toEqual([false, true])
    expect((await answersOf(section))(2, 'actual')).toEqual(actual('1390'))
  })

  test('消した値は、空にする変更として見せる。印を外せば、そのまま', async () => {
    const section = freshSection()
    await save(section, 1, 'actual', actual('26'))
    await save(section, 2, 'actual', actual('1390'))
    const review = await reviewed(
      section,
      await fill(section, ({ cell }) => {
        cell(1, field).value = null
        cell(2, field).value = null
      }),
    )
    expect(review.differences.map(({ why, value: after }) => [why, after])).toEqual([
      ['change', null],
      ['change', null],
    ])
    const [first] = review.differences
    await take(section, review, (itemId) => (itemId === first?.itemId ? 'file' : undefined))
    const answer = await answersOf(section)
    expect([answer(1, 'actual'), answer(2, 'actual')]).toEqual([undefined, actual('1390')])
  })
})

describe('わるい記入', () => {
  test('誤り・日付・結合・単位違い・知らないことばは、升目を言って読まない。式は結果を読み、そう言う', async () => {
    const section = freshSection()
    const review = await reviewed(
      section,
      await fill(section, ({ cell, sheet, head, column }) => {
        cell(1, field).value = { formula: 'SUM(20,6)', result: 26 }
        cell(2, field).value = { error: '#N/A' }
        cell(3, field).value = new Date(Date.UTC(2026, 2, 5))
        cell(3, field).style = { ...cell(3, field).style, numFmt: 'm/d' }
        cell(1, '増減理由').value = '理由'
        sheet.mergeCells(head + 1, column('増減理由'), head + 2, column('増減理由'))
      }),
    )
    expect(review.differences.map(({ cell, formula }) => [cell, formula])).toEqual([
      ['G4', true],
      ['K4', false],
    ])
    expect(review.unreadable.map(({ cell, message }) => [cell, message.code])).toEqual([
      ['G5', 'sheet-cell-error'],
      ['K5', 'sheet-cell-merged'],
      ['G6', 'sheet-cell-date'],
    ])
    const words = await reviewed(
      section,
      await fill(section, ({ cell }) => {
        cell(1, field).value = '26人'
        cell(2, '値がないわけ').value = 'わからない'
        cell(3, '暫定値').value = '暫定値'
      }),
    )
    expect(words.unreadable.map(({ message }) => message.code)).toEqual([
      'answer-unit',
      'sheet-absence-unknown',
      'sheet-mark-without-value',
    ])
  })

  test('並べ替え・削除・足した行・名の変わったシートでも、整理番号で読む', async () => {
    const section = freshSection()
    const review = await reviewed(
      section,
      await fill(section, ({ sheet, head, cell }) => {
        cell(1, field).value = 1
        cell(2, field).value = 2
        cell(3, field).value = 3
        const rows = [1, 2, 3].map((at) => sheet.getRow(head + at).values as unknown[])
        sheet.getRow(head + 1).values = rows[2] as never
        sheet.getRow(head + 2).values = rows[0] as never
        sheet.spliceRows(head + 3, 1)
        sheet.getCell(head + 3, 2).value = '足した指標'
        sheet.insertRow(1, ['覚え書き'])
        sheet.name = '提出版'
      }),
    )
    expect(review.differences.map(({ item, value: after }) => [item.ordinal, after])).toEqual([
      [0, actual('1')],
      [2, actual('3')],
    ])
    expect(review.missing.map(({ ordinal }) => ordinal)).toEqual([1])
    expect(review.rest.unknownLines).toEqual([7])
    expect(review.altered).toEqual([])
  })

  test('同じ整理番号の行が二つあれば取り込まず、消された列は読まない', async () => {
    const section = freshSection()
    const review = await reviewed(
      section,
      await fill(section, ({ sheet, head, cell, column }) => {
        cell(1, field).value = 1
        sheet.getRow(head + 4).values = sheet.getRow(head + 1).values as never
        cell(2, field).value = 2
        sheet.spliceColumns(column('暫定値'), 1)
      }),
    )
    expect(review.repeated.map(({ lines }) => lines)).toEqual([[4, 7]])
    expect(review.rest.missingColumns).toEqual(['暫定値'])
    expect(review.differences).toEqual([])
  })

  test('変えられない欄が変わっていれば言い、名の変わった行は選んでもらう', async () => {
    const section = freshSection()
    const review = await reviewed(
      section,
      await fill(section, ({ cell }) => {
        cell(1, '単位').value = '人'
        cell(1, field).value = 26
        cell(2, '指標・事業').value = '別の指標'
        cell(2, field).value = 2
      }),
    )
    expect(review.altered.map(({ cell, was, is }) => [cell, was, is])).toEqual([
      ['C4', '件', '人'],
      ['B5', expect.stringContaining('来場者数'), '別の指標'],
    ])
    expect(review.differences.map(({ why }) => why)).toEqual(['change', 'name-differs'])
  })

  test('名札が消されても書き換えられても、違いを一つずつ尋ねる', async () => {
    const section = freshSection()
    for (const harm of [
      ({ book }: Filling) => book.removeWorksheet('しるべ'),
      ({ book }: Filling) => {
        const tag = book.getWorksheet('しるべ')
        tag?.eachRow((row) => {
          if (row.getCell(3).value === '0') row.getCell(3).value = '7'
        })
      },
    ]) {
      const review = await reviewed(
        section,
        await fill(section, (filling) => {
          filling.cell(1, field).value = 26
          harm(filling)
        }),
      )
      expect(review.differences.map(({ why }) => why)).toEqual(['no-tag'])
      expect(review.tag).not.toBe('good')
    }
  })
})

describe('わるいファイルと、ちがう用紙', () => {
  const refusedWith = (result: Result<unknown>): string => {
    if (result.ok) return 'accepted'
    expect(problemInWords(result.problem, 'ja')).not.toBe('')
    expect(problemInWords(result.problem, 'en')).not.toBe('')
    return result.problem.kind
  }

  test('用紙でないファイル', async () => {
    const section = freshSection()
    const bytes = await sheetOf(section)
    const noKeys = await filled(bytes, ({ sheet, head, column }) => {
      for (let row = 1; row <= 3; row += 1)
        sheet.getCell(head + row, column('整理番号（消さないでください）')).value = null
    })
    const noKeyColumn = await filled(bytes, ({ sheet, column }) => {
      sheet.spliceColumns(column('整理番号（消さないでください）'), 1)
    })
    const sent = [
      [new Uint8Array(), 'file-empty'],
      [new TextEncoder().encode('指標,実績\n起業件数,26\n'), 'sheet-not-excel'],
      [new TextEncoder().encode('%PDF-1.7 …'), 'file-pdf'],
      [bytes.slice(0, 400), 'zip-truncated'],
      [noKeys, 'sheet-keys-gone'],
      [noKeyColumn, 'sheet-not-ours'],
    ] as const
    const kinds: string[] = []
    for (const [each] of sent) kinds.push(refusedWith(await send(section, each)))
    expect(kinds).toEqual(sent.map(([, kind]) => kind))
  })

  test('ほかの課・ほかの照会・ほかの市の用紙、閉じた照会、役のない人', async () => {
    const [section, other] = [year.sections[0], year.sections[1]]
    if (!section || !other) throw new Error('two sections were expected')
    const bytes = await sheetOf(section)
    const theirs = await send(other, bytes)
    expect(refusedWith(theirs)).toBe('sheet-other-department')
    expect(!theirs.ok && problemInWords(theirs.problem)).toContain(section.name)
    expect(refusedWith(await send(section, bytes, '回答.xlsx', other.clerk))).toBe('sheet-no-response')
    expect(refusedWith(await send(section, bytes, '回答.xlsx', year.people.auditor))).toBe('not-permitted')
    const second = await aYearIn(year.app, { sections: 1, indicators: 1, number: 1 })
    const [there] = second.sections
    if (!there) throw new Error('a section was expected')
    const away = await receiveSheet(
      year.app,
      there.clerk,
      second.code,
      { responseId: responseOf(there) },
      { name: '回答.xlsx', bytes },
    )
    expect(refusedWith(away)).toBe('sheet-other-city')
    const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
    const [theirResponse] = await year.app.store.read(second.code, (tx) => tx.responses.ofRound(second.roundId ?? ''))
    const before = value(await responseSheetFile(year.app, there.clerk, second.code, theirResponse?.id ?? '')).bytes
    const round = await year.app.store.read(second.code, (tx) => tx.rounds.get(second.roundId ?? ''))
    if (!round || !theirResponse) throw new Error('a round was expected')
    const next = await year.app.store.write(second.code, act, async (tx) => {
      const made = await tx.rounds.put({
        ...round,
        id: year.app.newId(),
        title: '令和7年度実績の照会',
        fiscalYear: 2025,
      })
      const items = await tx.responses.items(theirResponse.id)
      const id = year.app.newId()
      await tx.responses.open(
        { id, roundId: made.id, departmentId: theirResponse.departmentId },
        items.map((item) => ({ ...item, id: year.app.newId() })),
      )
      return { id, roundId: made.id }
    })
    const last = await receiveSheet(
      year.app,
      there.clerk,
      second.code,
      { responseId: next.id },
      { name: '回答.xlsx', bytes: before },
    )
    expect(refusedWith(last)).toBe('sheet-other-round')
    expect(!last.ok && problemInWords(last.problem)).toContain(round.title)
    await year.app.store.write(second.code, act, (tx) => tx.rounds.put({ ...round, status: 'closed' }))
    const closed = await receiveSheet(
      year.app,
      there.clerk,
      second.code,
      { responseId: theirResponse.id },
      { name: '回答.xlsx', bytes: before },
    )
    expect(refusedWith(closed)).toBe('entry-round-not-open')
  })

  test('確かめているあいだに提出されたら、取り込めないわけを言い、新しい用紙も断る', async () => {
    const section = freshSection()
    const bytes = await fill(section, ({ cell }) => {
      cell(1, field).value = 26
    })
    const review = await reviewed(section, bytes)
    const act = { by: section.clerk.name, at: year.app.now(), newId: year.app.newId }
    await year.app.store.write(year.code, act, async (tx) => {
      const response = await tx.responses.get(responseOf(section))
      if (response) await tx.responses.move(response, { step: 'submit', to: 'submitted' })
    })
    const shown = value(await sheetReview(year.app, section.clerk, year.code, review.sheet.id))
    expect(shown.blocked?.code).toBe('entry-submitted')
    expect(refusedWith(await take(section, shown))).toBe('entry-submitted')
    expect(refusedWith(await send(section, bytes))).toBe('entry-submitted')
    expect((await answersOf(section))(1, 'actual')).toBeUndefined()
  })

  test('企画課は、どの課の用紙も、照会の頁から送れる。zip には課ごとに一つ', async () => {
    const section = freshSection()
    const bytes = await fill(section, ({ cell }) => {
      cell(1, field).value = 26
    })
    const { planner } = year.people
    const sent = await receiveSheet(
      year.app,
      planner,
      year.code,
      { roundId: year.roundId ?? '' },
      { name: 'メールで来たもの.xlsx', bytes },
    )
    const review = value(await sheetReview(year.app, planner, year.code, value(sent).id))
    expect(review.department).toBe(section.name)
    const zip = value(await roundSheetsZip(year.app, planner, year.code, year.roundId ?? ''))
    const { default: PizZip } = await import('pizzip')
    const names = Object.keys(new PizZip(zip.bytes).files)
    expect(names).toHaveLength(15)
    expect(names[0]).toContain(year.sections[0]?.name)
    expect(refusedWith(await roundSheetsZip(year.app, section.clerk, year.code, year.roundId ?? ''))).toBe(
      'not-permitted',
    )
    expect(value(await discardSheet(year.app, planner, year.code, review.sheet.id)).responseId).toBe(
      responseOf(section),
    )
    expect((await answersOf(section))(1, 'actual')).toBeUndefined()
  })

  test('続けて送りすぎれば、いつ送れるかを言って断る', async () => {
    const section = freshSection()
    const bytes = await sheetOf(section)
    const results: string[] = []
    for (let at = 0; at <= uploadLimit.most; at += 1) results.push(refusedWith(await send(section, bytes)))
    expect(results.filter((each) => each === 'accepted')).toHaveLength(uploadLimit.most)
    expect(results.at(-1)).toBe('upload-too-often')
    const received = await year.app.store.read(year.code, (tx) => tx.sheets.ofResponse(responseOf(section)))
    expect(received).toHaveLength(1)
  })
})
