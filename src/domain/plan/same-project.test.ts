import { describe, expect, test } from 'vitest'
import { aProject } from '../findings/builders.ts'
import { differingFields, nameSpellings, sameProjects } from './same-project.ts'

const row = (id: string, name: string, more: Parameters<typeof aProject>[1] = {}) => aProject(name, { id, ...more })
const ids = (projects: ReturnType<typeof sameProjects>) => projects.map(({ rows }) => rows.map(({ id }) => id))

describe('同じ事業', () => {
  test('一覧と個票の行を、印刷された順の一まとまりにする', () => {
    const rows = [
      row('一覧66', '新規就農者支援事業', { shownIn: 'matrix' }),
      row('一覧67', '人・農地プラン推進事業', { shownIn: 'matrix' }),
      row('個票1', '新規就農者支援事業', { sameAs: ['一覧66'] }),
    ]
    expect(ids(sameProjects(rows))).toEqual([['一覧66', '個票1'], ['一覧67']])
  })

  test('結びはどちらの行からでもよく、たどってつながる', () => {
    const rows = [
      row('a', 'シティプロモーション推進事業', { sameAs: ['b'] }),
      row('b', 'シティプロモーション推進事業'),
      row('c', 'シティプロモーション推進事業', { sameAs: ['b'] }),
    ]
    expect(ids(sameProjects(rows))).toEqual([['a', 'b', 'c']])
  })

  test('名が同じでも、結ばれていなければ別の事業とする', () => {
    expect(sameProjects([row('a', '補助金交付事業'), row('b', '補助金交付事業')])).toHaveLength(2)
  })

  test('図書にない id への結びは、なかったことにする', () => {
    expect(ids(sameProjects([row('a', '観光PR事業', { sameAs: ['ない'] })]))).toEqual([['a']])
  })
})

describe('食い違い', () => {
  const spellings = (...rows: ReturnType<typeof row>[]) => nameSpellings({ rows }).map(({ name }) => name)

  test('字の違う名は、書き方ごとに挙げる', () => {
    expect(
      spellings(
        row('a', '企業立地助奨事業', { shownIn: 'matrix' }),
        row('b', '企業立地勸奨事業', { shownIn: 'list' }),
        row('c', '企業立地勧奨事業'),
        row('d', '企業立地勧奨事業'),
      ),
    ).toEqual(['企業立地助奨事業', '企業立地勸奨事業', '企業立地勧奨事業'])
  })

  test.each([
    ['かぎの種類', '伊万里の“いい職”説明会開催事業', '伊万里の「いい職」説明会開催事業'],
    ['かっこの全半角', '障害児生活適応施設（ひまわり園）管理運営事業', '障害児生活適応施設(ひまわり園)管理運営事業'],
    ['かっこ書きの有無', '商業団体支援事業（新商品販路開拓促進事業）', '商業団体支援事業'],
  ])('%sは違いとしない', (_, a, b) => {
    expect(spellings(row('a', a), row('b', b))).toHaveLength(1)
  })

  test('上段と下段に分かれた名は、個票が仲立ちする', () => {
    const rows = [
      row('a', '児童福祉総務事業', { shownIn: 'matrix' }),
      row('b', '指導員研修に関する事業', { shownIn: 'list' }),
      row('c', '児童福祉総務事業', { subName: '指導員研修に関する事業' }),
    ]
    expect(nameSpellings({ rows })).toHaveLength(1)
    expect(nameSpellings({ rows: rows.slice(0, 2) })).toHaveLength(2)
  })

  test('期間の違いを言い、期間の欄のない一覧は違いとしない', () => {
    const list = row('a', '関係人口創出事業', { shownIn: 'list' })
    const sheet = row('b', '関係人口創出事業', { period: { from: 2021, to: 2023 } })
    const other = row('c', '関係人口創出事業', { period: { from: 2021, to: 2024 } })
    expect([...differingFields({ rows: [list, sheet] })]).toEqual([])
    expect([...differingFields({ rows: [list, sheet, other] })]).toEqual(['period'])
  })

  test('重点施策一覧は目標ごとの行を合わせて、個票の目標と比べる', () => {
    const listed = (id: string, node: string) =>
      row(id, 'まちなか活性化団体支援事業', { shownIn: 'list', nodes: [node] })
    const sheet = (nodes: readonly string[]) => row('c', 'まちなか活性化団体支援事業', { nodes })
    const rows = [listed('a', '目標1'), listed('b', '目標2')]
    expect([...differingFields({ rows: [...rows, sheet(['目標2', '目標1'])] })]).toEqual([])
    expect([...differingFields({ rows: [...rows, sheet(['目標1'])] })]).toEqual(['goals'])
    expect([...differingFields({ rows: [...rows, sheet([])] })]).toEqual([])
  })
})
