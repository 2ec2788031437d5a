import { countUnder } from '#domain/findings/counts.ts'
import { countsOnce, type Goal, goalOver, nodeInWords, pathTo } from '#domain/plan/outline.ts'
import { editionGoals } from '#domain/plan/project-rows.ts'
import { yearWords } from '../../forms/years.ts'
import { type Field, fieldAnywhere, fieldOf } from './field.ts'
import { indicatorsIn, projectsIn } from './in-scope.ts'
import type { Frames, Scope } from './scope.ts'
import type { TemplateData } from './template-data.ts'
import { amountValue, none, textValue, type Value, yearValue } from './value.ts'
import { yearNow } from './which-year.ts'

const stageWords = { goals: '目標設定', interim: '中間報告', final: '期末報告' } as const

/** 計画のこと。どこでも使える。 */
const everywhere: readonly Field[] = [
  fieldAnywhere('市町村名', { aliases: ['municipality'], words: '市町村の名', example: '小千谷市' }, (_, data) =>
    textValue(data.edition.municipality.name),
  ),
  fieldAnywhere(
    '団体コード',
    { aliases: ['code'], words: '全国地方公共団体コード（6桁）', example: '152081' },
    (_, data) => textValue(data.edition.municipality.code),
  ),
  fieldAnywhere('計画名', { aliases: ['plan'], words: '計画の題', example: '小千谷市総合戦略（改訂版）' }, (_, data) =>
    textValue(data.edition.title),
  ),
  fieldAnywhere(
    '計画の種類',
    { aliases: ['plan-kind'], words: '総合戦略・総合計画など', example: '総合戦略' },
    (_, data) => textValue(data.edition.kind),
  ),
  fieldAnywhere(
    '計画期間',
    { aliases: ['period'], words: '計画の始まりの年度から終わりの年度まで', example: '令和2年度～令和6年度' },
    (_, { edition: { firstYear, lastYear }, choices }) =>
      firstYear === null || lastYear === null
        ? none
        : textValue(`${yearWords(firstYear, choices.yearStyle)}～${yearWords(lastYear, choices.yearStyle)}`),
  ),
  fieldAnywhere(
    '対象年度',
    { aliases: ['report-year'], kind: 'year', words: '何年度の実績についての資料か', example: '令和5年度' },
    (_, data) => yearValue(data.year),
  ),
  fieldAnywhere(
    '年度',
    {
      aliases: ['year'],
      kind: 'year',
      argument: 'year',
      words: '年度の繰り返しの中ではその年度。「1年目」などを添えれば、載せる年度の何番目か',
      example: '令和2年度',
    },
    (frames, data, argument) => yearValue(yearNow(argument, frames, data)),
  ),
  fieldAnywhere(
    '資料番号',
    { aliases: ['document-number'], words: '帳票を作るときに入れた資料番号', example: '資料１' },
    (_, data) => textValue(data.choices.documentNumber),
  ),
  fieldAnywhere(
    '時点',
    { aliases: ['as-of'], words: '帳票を作るときに入れた時点', example: '令和6年3月末現在' },
    (_, data) => textValue(data.choices.asOf),
  ),
  fieldAnywhere(
    '報告の段階',
    { aliases: ['stage'], words: '帳票を作るときに選んだ、目標設定・中間報告・期末報告の別', example: '中間報告' },
    (_, data) => textValue(stageWords[data.choices.stage]),
  ),
  fieldAnywhere(
    '出典',
    { aliases: ['source'], words: '取り込んだ図書のファイル名', example: '進捗状況一覧表.xlsx' },
    (_, data) => textValue(data.edition.sources[0]?.file),
  ),
  fieldAnywhere(
    '指標数',
    {
      aliases: ['indicator-count'],
      kind: 'count',
      words: '載せた指標の数。基本目標・施策の中ではその中の数。再掲と内訳は数えない',
      example: '68',
    },
    (frames, data) => amountValue(indicatorsIn(frames, data).filter(countsOnce).length),
  ),
  fieldAnywhere(
    'KPI数',
    {
      aliases: ['kpi-count'],
      kind: 'count',
      words: '小計・合計に書くKPIの数（数えたもの）。数値目標・再掲・KPIの設定が困難な行は数えない',
      example: '46',
    },
    (frames, data) =>
      amountValue(countUnder({ nodes: [], projects: [], indicators: indicatorsIn(frames, data) }, null).indicators),
  ),
  fieldAnywhere(
    '事業数',
    {
      aliases: ['project-count'],
      kind: 'count',
      words:
        '事業の数（数えたもの）。基本目標・施策の中ではその中の数。同じ事業は一つと数える。事業のない計画では値なし',
      example: '48',
    },
    (frames, data) =>
      data.edition.content.projects.length === 0 ? none : amountValue(projectsIn(frames, data).length),
  ),
]

const underGoal: readonly Scope[] = ['goal', 'measure', 'indicator', 'project', 'gradeRow', 'change']

/** いまの基本目標。目標の繰り返しの中でなくても、指標・事業・施策の属する目標が分かればそれ。 */
const goalNow = (frames: Frames, data: TemplateData): Goal | undefined => {
  if (frames.goal) return frames.goal.goal ?? undefined
  const node = frames.measure?.id ?? frames.indicator?.node ?? frames.gradeRow?.node ?? frames.change?.node
  if (node) return goalOver(editionGoals(data.edition), data.nodes, node)
  return frames.project ? [...frames.project.goals][0] : undefined
}

const goalField = (
  name: string,
  aliases: readonly string[],
  words: string,
  example: string,
  read: (goal: Goal) => Value,
) =>
  fieldAnywhere(
    name,
    { aliases, words, example },
    (frames, data) => {
      const goal = goalNow(frames, data)
      return goal ? read(goal) : none
    },
    underGoal,
  )

const goals: readonly Field[] = [
  fieldAnywhere(
    '基本目標',
    { aliases: ['goal'], words: '基本目標の番号と題', example: '基本目標1 しごとをつくり…' },
    (frames, data) => {
      const goal = goalNow(frames, data)
      if (goal) return textValue(goal.words)
      return frames.goal ? textValue('その他（基本目標のないもの）') : none
    },
    underGoal,
  ),
  goalField('基本目標番号', ['goal-number'], '基本目標の番号', '1', ({ key }) => textValue(key)),
  goalField('基本目標名', ['goal-title'], '基本目標の題', 'しごとをつくり…', ({ title }) => textValue(title)),
  fieldAnywhere(
    '基本方針',
    { aliases: ['text'], words: '基本目標・施策に書かれた方針の文', example: '若者が…' },
    (frames, data) =>
      textValue(
        frames.measure
          ? frames.measure.text
          : goalNow(frames, data)
              ?.nodes.map(({ text }) => text)
              .find((text) => text !== null),
      ),
    underGoal,
  ),
]

/** 施策の節と、基本目標との間の節（施策分野）。基本目標に直に付くものには施策がない。 */
const between = (frames: Frames, data: TemplateData) => {
  const id = frames.measure?.id ?? frames.indicator?.node ?? frames.project?.project.nodes[0] ?? null
  const heads = new Set(editionGoals(data.edition).flatMap(({ nodes }) => nodes.map((node) => node.id)))
  const path = pathTo(data.nodes, id)
  return path.slice(path.findLastIndex((node) => heads.has(node.id)) + 1)
}

const underMeasure: readonly Scope[] = ['measure', 'indicator', 'project']

const measures: readonly Field[] = [
  fieldAnywhere(
    '施策',
    { aliases: ['measure'], words: '施策の番号と名', example: '① 地域人材の就労支援' },
    (frames, data) => {
      const node = between(frames, data).at(-1)
      return node ? textValue(nodeInWords(node)) : none
    },
    underMeasure,
  ),
  fieldAnywhere(
    '施策番号',
    { aliases: ['measure-number'], words: '施策の番号', example: '①' },
    (frames, data) => textValue(between(frames, data).at(-1)?.number),
    underMeasure,
  ),
  fieldAnywhere(
    '施策名',
    { aliases: ['measure-title'], words: '施策の名', example: '地域人材の就労支援' },
    (frames, data) => textValue(between(frames, data).at(-1)?.title),
    underMeasure,
  ),
  fieldAnywhere(
    '施策分野',
    { aliases: ['field'], words: '基本目標と施策の間の段（施策分野など）', example: '(1) 人材育成・雇用対策' },
    (frames, data) => textValue(between(frames, data).slice(0, -1).map(nodeInWords).join('　')),
    underMeasure,
  ),
  fieldOf('measure')('施策の段', { aliases: ['level'], words: '施策の段の名', example: '施策' }, ({ level }) =>
    textValue(level),
  ),
]

export const planFields: readonly Field[] = [...everywhere, ...goals, ...measures]
