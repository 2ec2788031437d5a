import type { Project } from '#domain/plan/draft.ts'
import { type ProjectRow, tagValues } from '#domain/plan/project-rows.ts'
import { yearWords } from '../../forms/years.ts'
import { type Field, fieldOf } from './field.ts'
import { listValue, markValue, none, textValue } from './value.ts'
import { yearNow } from './which-year.ts'

const field = fieldOf('project')

/** 同じ事業のいくつもの行から。中身は個票がいちばん詳しいので、個票の行を先に見る。 */
const first = <T>({ printed }: ProjectRow, read: (project: Project) => T | null | undefined): T | undefined => {
  const sheetsFirst = [...printed.filter(({ shownIn }) => shownIn === 'sheet'), ...printed]
  return sheetsFirst.map(read).find((value): value is T => value !== null && value !== undefined)
}

export const projectFields: readonly Field[] = [
  field('事業番号', { aliases: ['project-number'], words: '個票の番号', example: '1' }, (row) =>
    textValue(first(row, ({ number }) => number)),
  ),
  field('一覧番号', { aliases: ['list-number'], words: '取組事業一覧の番号', example: '66' }, (row) =>
    textValue(first(row, ({ listNumber }) => listNumber)),
  ),
  field('事業名の下段', { aliases: ['sub-name'], words: '事務事業名などの下段', example: '就農支援事業' }, (row) =>
    textValue(first(row, ({ subName }) => subName)),
  ),
  field(
    '実施主体',
    { aliases: ['implementers'], kind: 'list', words: '実施主体（書かれたとおり）', example: '農業振興課' },
    ({ implementers }) => listValue(implementers),
  ),
  field(
    '事業期間',
    { aliases: ['project-period'], words: '事業の期間', example: '令和2年度～令和6年度' },
    (row, { choices }) => {
      const period = first(row, (project) => project.period)
      const said = (year: number | null) => (year === null ? '' : yearWords(year, choices.yearStyle))
      return period ? textValue(`${said(period.from)}～${said(period.to)}`.replace(/^～$/, '')) : none
    },
  ),
  field('事業内容', { aliases: ['content'], words: '事業の内容', example: '就農直後の青年への給付金' }, (row) =>
    textValue(first(row, ({ content }) => content)),
  ),
  field('重点', { aliases: ['priority'], kind: 'mark', words: '重点施策なら「○」', example: '○' }, ({ priority }) =>
    markValue(priority),
  ),
  field(
    '印',
    {
      aliases: ['tags'],
      kind: 'list',
      argument: 'tag',
      words: '視点・SDGs などの印。種類を添えればその種類だけ、添えなければ種類ごとに',
      example: '4、8',
    },
    (row, _data, kind) => {
      const kinds = Object.keys(row.tags)
      if (kind === null) return listValue(kinds.map((each) => `${each}：${tagValues(row, each).join('、')}`))
      return listValue(kinds.filter((each) => each.normalize('NFKC') === kind).flatMap((each) => tagValues(row, each)))
    },
  ),
  field(
    '目標の印',
    {
      aliases: ['goal-mark'],
      kind: 'mark',
      argument: 'goal',
      words: 'その番号の基本目標の事業なら「○」',
      example: '○',
    },
    ({ goals }, _data, key) => markValue([...goals].some((goal) => goal.key === key)),
  ),
  field(
    '取組内容',
    {
      aliases: ['items'],
      kind: 'list',
      argument: 'year',
      words: 'その年度の実績・予定の取組',
      example: '新規認定 1件',
    },
    ({ printed }, data, argument, frames) => {
      const year = yearNow(argument, frames, data)
      return listValue([
        ...new Set(
          printed.flatMap(({ years }) => years.filter((each) => each.year === year).flatMap(({ items }) => items)),
        ),
      ])
    },
  ),
]
