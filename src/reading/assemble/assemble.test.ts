import { describe, expect, test } from 'vitest'
import { textPage } from '../formats/text.ts'
import { splitDepartments } from './departments.ts'
import { idMaker } from './ids.ts'
import { municipalityIn, nameAtStart } from './municipality.ts'
import { bulletDot, piecesAt } from './pieces.ts'
import { placeWithin } from './places.ts'
import { planKind, planTitle } from './plan-heading.ts'

describe('id は名から作る', () => {
  test('同じ名からは同じ id、空白と字の幅は問わない', () => {
    expect(idMaker()('i', 'n-1', '新規 創業件数(H27～累計)')).toBe(idMaker()('i', 'n-1', '新規創業件数（Ｈ27～累計）'))
  })
  test('名が違えば違い、同じ名の二度目には番号が付く', () => {
    const id = idMaker()
    const first = id('i', 'n-1', '会員数')
    expect(id('i', 'n-1', '会員数')).toBe(`${first}-2`)
    expect(id('i', 'n-2', '会員数')).not.toBe(first)
  })
})

describe('担当課を分ける', () => {
  test.each([
    ['商工振興課 農林課', ['商工振興課', '農林課']],
    ['健康・子育て応援課 建設課 文化スポーツ課', ['健康・子育て応援課', '建設課', '文化スポーツ課']],
    ['健康・子育て 応援課', ['健康・子育て応援課']],
    ['企画課、財政課', ['企画課', '財政課']],
    ['商工課・農林課', ['商工課', '農林課']],
    ['教育・保育課', ['教育・保育課']],
    ['福祉課（障がい係）', ['福祉課（障がい係）']],
    ['-', []],
    ['', []],
  ])('%s', (cell, names) => expect(splitDepartments(cell)).toEqual(names))
})

describe('市区町村の名を題名の頭から取る', () => {
  test.each([
    ['小千谷市総合戦略(改訂版)', '小千谷市'],
    ['東村山市総合計画', '東村山市'],
    ['四日市市総合計画', '四日市市'],
    ['十日町市総合戦略', '十日町市'],
    ['玉村町総合戦略', '玉村町'],
    ['いわき市まち・ひと・しごと創生総合戦略', 'いわき市'],
    ['都市計画マスタープラン', null],
    ['重点目標一覧表', null],
  ])('%s', (title, name) => expect(nameAtStart(title)).toBe(name))
})

describe('市区町村の名だけで立つ行', () => {
  const found = (...lines: readonly string[]) =>
    municipalityIn(
      {
        source: { file: '一覧.txt', sha256: '0'.repeat(64) },
        format: 'text',
        encoding: 'utf-8',
        pages: [textPage(lines.join('\n'))],
        remarks: [],
      },
      null,
    )?.name

  test('題の下の「上田市」「上田市　令和6年3月末現在」', () => {
    expect(found('重点目標一覧表', '上田市', '松本市と連携。松本市と協議。')).toBe('上田市')
    expect(found('重点目標一覧表', '上田市　令和6年3月末現在')).toBe('上田市')
  })

  test('文の頭や表の升目の名、市の名でない語は取らない', () => {
    expect(found('重点目標一覧表', '上田市 松本市')).toBeUndefined()
    expect(found('重点目標一覧表', '上田市\t3件')).toBeUndefined()
    expect(found('重点目標一覧表', '本市', '地区', '都市')).toBeUndefined()
  })
})

describe('箇条書きを分ける', () => {
  const texts = (text: string) =>
    piecesAt(text, { line: 1, column: 1, length: text.length }, bulletDot).map((piece) => piece.text)
  test('中黒は、行頭・空白・句点のあとだけが印', () => {
    expect(texts('①まち・ひと・しごと ・新規 2 ・文化・スポーツ。・次')).toEqual([
      '①まち・ひと・しごと',
      '新規 2',
      '文化・スポーツ。',
      '次',
    ])
  })
  test('区切りごとに、もとの字の並びを指す所在が付く', () => {
    const text = '前 ・一つめ ・二つめ'
    for (const { text: piece, place } of piecesAt(text, { line: 3, column: 5, length: text.length }, bulletDot)) {
      if (!('line' in place)) throw new Error('line expected')
      expect(text.slice((place.column ?? 0) - 5, (place.column ?? 0) - 5 + (place.length ?? 0))).toBe(piece)
    }
  })
  test('表計算の升目は、升目そのものが所在', () => {
    expect(placeWithin({ sheet: '指標', cell: 'D7' }, 3, 2)).toEqual({ sheet: '指標', cell: 'D7' })
  })
})

test.each([
  ['小千谷市総合戦略(改訂版)進捗状況一覧表', '小千谷市総合戦略(改訂版)', '総合戦略'],
  [
    '第2期大仙市まち・ひと・しごと創生総合戦略の改訂について(概要)',
    '第2期大仙市まち・ひと・しごと創生総合戦略',
    '総合戦略',
  ],
  ['一覧表', '一覧表', '計画'],
])('計画の題名から様式の名を落とす: %s', (title, plan, kind) => {
  expect(planTitle(title)).toBe(plan)
  expect(planKind(plan)).toBe(kind)
})
