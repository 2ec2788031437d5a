import { expect, test } from 'vitest'
import { openDocument } from '../open-document.ts'
import { lostFigureNotes } from './lost-figures.ts'

const titlesIn = async (text: string) => {
  const opened = await openDocument('概要.txt', new TextEncoder().encode(text))
  if (!opened.ok) throw new Error(opened.problem.code)
  return lostFigureNotes(opened.value.pages[0]?.lines ?? []).map(({ params }) => params.title)
}

test('円グラフの見出しのすぐ次が別の見出しなら、図が失われている', async () => {
  expect(await titlesIn('目標ごとの評価割合(「KPI」)\n\n○見直しの基準\n\n評価\t基準\n')).toEqual([
    '目標ごとの評価割合(「KPI」)',
  ])
})

test('下に表や文があれば、失われていない', async () => {
  expect(await titlesIn('人口の推移\n\n年\t人口\nR2\t100\n')).toEqual([])
  expect(await titlesIn('人口の推移\n人口は減っている。\n')).toEqual([])
})

test('割合という語のある文や、図を約束しない見出しは見ない', async () => {
  expect(await titlesIn('次の表は達成した指標の割合である。\n○次\n(2) 具体的施策\n○次\n')).toEqual([])
})
