import { expect, test } from 'vitest'
import { numberCell } from '../../forms/cells.ts'
import type { Cell } from '../../report.ts'
import { aGrid, parts } from './a-workbook.ts'

// 受け取った職員が、ブックの上で仕事を続けるとき。

test('区切りのない整数の升目に小数を打っても丸めて見えず、区切りのある数と小数は、桁のそろった形式のまま', async () => {
  const { styles } = await parts(aGrid([[numberCell('81', '％'), numberCell('1625', '人'), numberCell('80.5', '％')]]))
  expect(styles).toContain('formatCode="General&quot;％&quot;;&quot;△&quot;General&quot;％&quot;"')
  expect(styles).toContain('formatCode="#,##0&quot;人&quot;;')
  expect(styles).toContain('formatCode="0.0&quot;％&quot;;')
})

test('値のない年度の升目に新しい値を打つと、同じ行の年度と同じ単位で出る。年度でない列や、単位の分からない行では決めない', async () => {
  const columns = ['cost', 'y-2023', 'y-2024', 'y-2025'].map((key) => ({ key, width: 8, align: 'end' }) as const)
  const dash: Cell = { text: '―', tone: 'quiet' }
  const shared = [
    [dash, dash, numberCell('47', '件', { marks: ['※1'] }), dash],
    [dash, numberCell('47', '件'), numberCell('90.5', '％'), dash],
    [dash, dash, dash, dash],
  ]
  const { sheet, styles } = await parts(aGrid(shared, { columns }))
  const codes = [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)]
  const xfs = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)]
  const formatOf = (at: string) => {
    const id = xfs[Number(new RegExp(`<c r="${at}"[^>]* s="(\\d+)"`).exec(sheet)?.[1])]?.[1]
    return codes.find(([, each]) => each === id)?.[2] ?? 'General'
  }
  const cases = 'General&quot;件&quot;;&quot;△&quot;General&quot;件&quot;'
  expect(['A1', 'B1', 'D1'].map(formatOf)).toEqual(['General', cases, cases])
  expect(['A2', 'D2', 'A3', 'B3'].map(formatOf)).toEqual(['General', 'General', 'General', 'General'])
  expect(sheet).toMatch(/<c r="D1" t="s"/)
})

test('字のままの数字（「08」）に、誤りの三角を出させない', async () => {
  const { sheet } = await parts(aGrid([[{ text: '08' }, { text: '継続' }]]))
  expect(sheet).toContain('<ignoredErrors><ignoredError sqref="A1:B2" numberStoredAsText="1"/></ignoredErrors></work')
  for (const text of ['継続', '―', '1-2', 'R6', '①', '-'])
    expect((await parts(aGrid([[{ text }]]))).sheet).not.toContain('ignoredErrors')
})

test('列に入らない数のために列を広げ、それでも入らない断りの長い数は字のまま折り返す（「####」と出さない）', async () => {
  const columns = [120, 5, 5].map((width, at) => ({ key: `c${at}`, width, align: 'end' }) as const)
  const few = (width: string): Cell => numberCell('123456', width)
  const rows = [[{ text: '件数' }, few('件'), few('人（平成２７年から令和２年までの累計）')]]
  const { sheet } = await parts(aGrid(rows, { columns }))
  const [name = 0, wide = 0, narrow = 0] = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, w]) => Number(w))
  // 「123,456件」は半角 9 字で、もとの広さ（43.6pt）に入らない。列の広さは半角（6pt）で数え、字は 10pt。
  expect(wide * 6).toBeGreaterThanOrEqual(9 * 5 + 4.5)
  expect(name + wide + narrow).toBeGreaterThan(120)
  expect(sheet).toMatch(/<c r="B1" s="\d+"><v>123456<\/v>/)
  expect(sheet).toMatch(/<c r="C1" t="s"/)
})
