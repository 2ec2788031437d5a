import { describe, expect, test } from 'vitest'
import { sampleEdition } from './a-sample-edition.ts'
import { reportChoiceLists } from './view-report-choices.ts'

describe('帳票の選びに並べるもの', () => {
  test('一覧表では、計画の年度と、値のある年度と、指標の担当課', () => {
    const lists = reportChoiceLists(sampleEdition('152081-ojiya'), 'progress-table')
    expect(lists.years).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(lists.figured).toEqual([2020, 2021, 2022, 2023])
    expect(lists.goals.map(({ key }) => key)).toEqual(['1', '2', '3', '4'])
    expect(lists.departments).toContain('商工振興課')
    expect(new Set(lists.departments).size).toBe(lists.departments.length)
  })

  test('個票では、実施主体が括弧の外に出た課の名で並ぶ', () => {
    const { departments } = reportChoiceLists(sampleEdition('412058-imari'), 'project-sheets')
    expect(departments).toContain('農業振興課')
    expect(departments.filter((name) => name.startsWith('伊万里市 ('))).toEqual([])
  })

  test('重点目標では部局、計画書では載るものすべての担当', () => {
    const ueda = sampleEdition('202037-ueda')
    expect(reportChoiceLists(ueda, 'priority-goals').departments).toEqual(['政策企画部'])
    expect(reportChoiceLists(ueda, 'progress-table').departments).toEqual([])
    expect(reportChoiceLists(ueda, 'plan-book').departments).toEqual(['政策企画部'])
  })
})
