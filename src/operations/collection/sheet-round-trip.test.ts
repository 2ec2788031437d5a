import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, AnswerField, AnswerValue } from '#domain/collection/answer.ts'
import { fieldsAsked } from '#domain/collection/asked-fields.ts'
import { compareSheet, type SheetComparison } from '#domain/collection/compare-sheet.ts'
import { answerAbsences, readAnswer } from '#domain/collection/read-answer.ts'
import { problemInWords } from '#domain/problem.ts'
import { readResponseSheet } from '#reading/sheets/read-response-sheet.ts'
import { writeSheet } from '#reports/sheets/write-sheet.ts'
import { anAnswer, anItem, aSheetSource, asks } from './a-response-sheet.ts'
import { fingerprintOf, type SheetSource, sheetContents } from './sheet-contents.ts'
import { tagState } from './sheet-origin.ts'

/** 書き出した用紙を読み返して比べる。`trusted` でなければ、名札のない用紙として。 */
const comeBack = async (source: SheetSource, now: readonly Answer[], trusted = true): Promise<SheetComparison> => {
  const read = await readResponseSheet('回答.xlsx', await writeSheet(sheetContents(source)))
  if (!read.ok) throw new Error(problemInWords(read.problem))
  expect(tagState(read.value)).toBe('good')
  return compareSheet({
    round: source.round,
    items: source.items,
    answers: now,
    read: read.value,
    tag: trusted ? read.value.tag : null,
    fingerprint: fingerprintOf,
  })
}

const number = fc.oneof(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 })).map(([a, b]) => `${a}.${b}`),
  fc.constantFrom(
    '１，２３４件',
    '△7.7',
    '4校・13回',
    '約120件',
    '(1件)',
    '08',
    '1.50',
    '計画策定',
    '=1+1',
    '123456789012345678',
  ),
)
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=1+1',
        '@SUM(A1)',
        '-5',
        '+81',
        '_x000D_',
        '<b>&"\'',
        '𠮷野家',
        '\t',
        '\n',
        '\r\n',
        '　',
        '理由',
        "'",
        '\u0007',
      ),
      fc.string({ maxLength: 12, unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const typed = (field: AnswerField): fc.Arbitrary<AnswerValue | null> => {
  const read = (raw: string, more: Parameters<typeof readAnswer>[1] | object = {}) => {
    const value = readAnswer(field, { raw, ...more }, { unit: '件' })
    return value.ok ? value.value : null
  }
  if (field === 'money') return fc.nat(9_999_999).map((n) => read(String(n)))
  if (field !== 'actual') return words.map((raw) => read(raw))
  return fc.oneof(
    fc.tuple(number, fc.boolean()).map(([raw, provisional]) => read(raw, { provisional })),
    fc
      .tuple(fc.constantFrom(...answerAbsences), fc.constantFrom('', '2026-12', '2026-12-20'))
      .map(([absence, expected]) => read('', { absence, expected })),
  )
}

const { items } = aSheetSource()
const answers: fc.Arbitrary<readonly Answer[]> = fc
  .tuple(
    ...items.flatMap(({ id, kind }) =>
      fieldsAsked(asks, kind).map((field) =>
        fc
          .tuple(typed(field), fc.boolean(), fc.integer({ min: 1, max: 50 }))
          .map(([value, given, revision]) => (value === null || !given ? [] : [anAnswer(id, field, value, revision)])),
      ),
    ),
  )
  .map((each) => each.flat())

describe('書き出して読み返す', () => {
  test('どんな答えも、同じ答えとして戻る', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const back = await comeBack(aSheetSource({ answers: given }), given)
        expect([back.differences, back.unreadable, back.altered, back.missing, back.unknownLines]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ])
        compared += back.same
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(60 * 6)
  })

  test('名札がなくても、同じことを言う値は違いとしない', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        // 升目に置けない制御の字は、読めない字として言う。
        const plain = given.filter(({ value }) => !JSON.stringify(value).includes('\\u00'))
        const back = await comeBack(aSheetSource({ answers: plain }), plain, false)
        expect(back.differences).toEqual([])
        expect(back.unreadable).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('用紙で触れていない欄は、画面でどう変わっても違いにならない', async () => {
    await fc.assert(
      fc.asyncProperty(answers, answers, async (before, after) => {
        expect((await comeBack(aSheetSource({ answers: before }), after)).differences).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('名や見出しに何が書かれていても、変えられたとは言わない', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (names) => {
        const named = names.map((name, at) => anItem(at, { name: `指標${name}`, unit: name.slice(0, 4) || null }))
        const back = await comeBack(aSheetSource({ items: named }), [])
        expect([back.altered, back.missing, back.unknownLines]).toEqual([[], [], []])
        expect(back.same).toBe(named.length * 3)
      }),
      { numRuns: 30 },
    )
  })

  test('同じ見出しの文を尋ねていても、混ざらない', async () => {
    const texts = ['a', 'b'].map((key) => ({ key, heading: '単位', need: 'optional' as const }))
    const round = { ...aSheetSource().round, asks: { ...asks, texts } }
    const given = [
      anAnswer(anItem(0).id, 'text-a', { kind: 'text', text: '一つめ' }),
      anAnswer(anItem(0).id, 'text-b', { kind: 'text', text: '二つめ' }),
    ]
    const back = await comeBack(aSheetSource({ round, answers: given }), given, false)
    expect(back.differences).toEqual([])
  })
})
