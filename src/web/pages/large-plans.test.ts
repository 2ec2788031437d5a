import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { planView } from '#operations/view-plan.ts'
import { progressView } from '#operations/view-progress.ts'
import { aNode, anEdition } from '../an-edition.ts'
import { frameFor } from '../frame.ts'
import { planPage, progressPage } from '../pages-of.tsx'

const ja = frameFor('ja', '/')

const plan = (count: number, departments: number) =>
  anEdition({
    nodes: [
      aNode({ id: 'g1', number: '1', title: 'しごと', text: '基本方針の文。' }),
      aNode({ id: 'f1', parent: 'g1', level: '分野', number: '(1)', title: '産業' }),
      aNode({ id: 'm1', parent: 'f1', level: '施策', number: '1-1', title: '創業の支援' }),
      aNode({ id: 'm2', parent: 'f1', level: '施策', number: '1-2', title: '担い手' }),
      aNode({ id: 'g2', number: '2', title: 'ひとの流れ' }),
    ],
    indicators: Array.from({ length: count }, (_, index) => ({
      ...anIndicator({ name: `指標${index}`, target: '10件', actual: '12件' }),
      id: `i${index}`,
      node: index % 2 === 0 ? 'm1' : 'm2',
      departments: [`第${index % departments}課`],
    })),
  })

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('大きな計画の全体', () => {
  const html = planPage(ja, planView(plan(301, 5)))

  test('指標の行を並べず、施策ごとの数と、その施策だけの一覧表への道を置く', () => {
    expect(html).not.toContain('指標12<')
    expect(html).toMatch(/<a href="[^"]*\/progress\?node=m1[^"]*">151行を一覧表で見る<\/a>/)
    expect(html).toMatch(/<a class="state reached" href="[^"]*node=m1&amp;standing=reached[^"]*">/)
    expect(words(html)).toContain('ここでは施策ごとの数だけを並べています')
  })

  test('分野は畳み、計画の文と、何も印刷されていない見出しは残す', () => {
    expect(html).toMatch(/<details class="branch" id="n-f1">/)
    expect(words(html)).toContain('基本方針の文。')
    expect(words(html)).toContain('この見出しの下には、指標も事業も印刷されていません')
  })

  test('小さな計画では、いままでどおり行を並べる', () => {
    expect(planPage(ja, planView(plan(300, 5)))).toContain('指標12<')
  })
})

describe('大きな計画の一覧表', () => {
  test('前後の頁と、一頁にして印刷する道がある', () => {
    const html = progressPage(ja, progressView(plan(301, 5), { standing: 'reached', page: 2 }))
    expect(html).toMatch(/href="[^"]*standing=reached&amp;page=1" rel="prev"/)
    expect(html).toMatch(/href="[^"]*standing=reached&amp;page=3" rel="next"/)
    expect(words(html)).toContain('301行を一頁で見る（印刷用）')
    expect(words(html)).toMatch(/この頁は\d+～\d+行目です/)
  })

  test('限りを超えれば、絞れば印刷できると言う', () => {
    const html = progressPage(ja, progressView(plan(1001, 5), { page: 'all' }))
    expect(words(html)).toContain('1000行を超える表は一頁にできません')
  })

  test('課が多ければ、名を打って選ぶ', () => {
    expect(progressPage(ja, progressView(plan(200, 5)))).toContain('<select name="department">')
    const html = progressPage(ja, progressView(plan(200, 61), { department: '第3課' }))
    expect(html).toContain('<datalist id="departments">')
    expect(html).toMatch(/name="department" value="第3課"/)
  })

  test('節で絞っているあいだは、その見出しを外せる', () => {
    const html = progressPage(ja, progressView(plan(20, 5), { node: 'm1' }))
    expect(html).toMatch(/<input type="checkbox" name="node" value="m1" checked=""\s*\/>/)
    expect(words(html)).toContain('この見出しの下だけ： 1-1 創業の支援')
  })
})
