import { instructionOwners } from '#domain/plan/instruction-owners.ts'
import { goalOver } from '#domain/plan/outline.ts'
import { editionGoals } from '#domain/plan/project-rows.ts'
import { directIndicators, indicatorsIn, measuresIn, projectsIn } from './in-scope.ts'
import type { Frames, Items, Scope } from './scope.ts'
import type { TemplateData } from './template-data.ts'

/** 繰り返し一つ。`{{#指標}} … {{/指標}}` の間を、一件ごとに繰り返す。 */
export type Loop = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly scope: Scope
  /** この繰り返しの中でだけ使える。空ならどこでも。 */
  readonly within: readonly Scope[]
  readonly words: string
  /** 一件ごとの、繰り返しの重なり。 */
  readonly frames: (frames: Frames, data: TemplateData) => readonly Frames[]
}

type Described = { readonly aliases?: readonly string[]; readonly within?: readonly Scope[]; readonly words: string }

const loop = <S extends Scope>(
  scope: S,
  name: string,
  { aliases = [], within = [], words }: Described,
  items: (frames: Frames, data: TemplateData) => readonly Items[S][],
): Loop => ({
  name,
  aliases,
  scope,
  within,
  words,
  frames: (frames, data) => items(frames, data).map((item) => ({ ...frames, [scope]: item })),
})

/** 繰り返しのすべて。自分の中で繰り返すことはできない（同じ種類は一つだけ）。 */
export const loops: readonly Loop[] = [
  loop('goal', '基本目標', { aliases: ['goals'], words: '基本目標ごと' }, (_, data) => data.goals()),
  loop(
    'measure',
    '施策',
    { aliases: ['measures'], words: '施策ごと（指標か事業のあるもの）。基本目標の中ではその目標の施策' },
    measuresIn,
  ),
  loop(
    'indicator',
    '指標',
    { aliases: ['KPI', 'indicators'], words: '指標ごと。施策・基本目標・事業の中ではその中の指標' },
    indicatorsIn,
  ),
  loop(
    'indicator',
    '数値目標',
    { aliases: ['goal-indicators'], within: ['goal'], words: '施策でなく基本目標に直に付いた指標ごと' },
    directIndicators,
  ),
  loop(
    'project',
    '事業',
    { aliases: ['projects'], words: '事業ごと。同じ事業は一度だけ。施策・基本目標の中ではその中の事業' },
    (frames, data) => projectsIn(frames, data),
  ),
  loop('project', '重点事業', { aliases: ['priority-projects'], words: '重点施策の事業ごと' }, (frames, data) =>
    projectsIn(frames, data).filter(({ priority }) => priority),
  ),
  loop('project', '個票', { aliases: ['sheets'], words: '個票ごと。個票のない計画では事業ごと' }, (frames, data) => {
    const sheets = data.projects('sheet')
    return projectsIn(frames, data, sheets.length > 0 ? sheets : data.projects())
  }),
  loop(
    'year',
    '年度',
    { aliases: ['years'], words: '載せる年度ごと。事業の中では、取組の書かれた年度ごと' },
    (frames, data) =>
      frames.project && !frames.indicator
        ? [...new Set(frames.project.printed.flatMap(({ years }) => years.map(({ year }) => year)))].toSorted(
            (a, b) => a - b,
          )
        : data.years,
  ),
  loop('department', '部局', { aliases: ['departments'], words: '重点目標の部局ごと' }, (_, data) => [
    ...new Set(priorityGoals(data).map(({ department }) => department)),
  ]),
  loop(
    'priorityGoal',
    '重点目標',
    { aliases: ['priority-goals'], words: '重点目標ごと。部局の中ではその部局のもの' },
    ({ department }, data) =>
      priorityGoals(data).filter((goal) => department === undefined || goal.department === department),
  ),
  loop(
    'priorityItem',
    '取組項目',
    { aliases: ['priority-items'], within: ['priorityGoal'], words: '重点目標の取組項目ごと' },
    ({ priorityGoal }) => priorityGoal?.items ?? [],
  ),
  loop(
    'instruction',
    '市長指示事項',
    { aliases: ['instructions'], words: '市長指示事項ごと。部局の中ではその部局のもの' },
    ({ department }, { edition, choices: { departments } }) =>
      instructionOwners(edition.content)
        .filter(({ department: owner }) =>
          department === undefined
            ? departments === null || owner === null || departments.includes(owner)
            : owner === department,
        )
        .map(({ text }) => text),
  ),
  loop('legend', '評価基準', { aliases: ['legends'], words: '評価の印（◎○△×）とその意味ごと' }, (_, { edition }) =>
    (edition.content.legends ?? []).flatMap(({ marks, meanings }) =>
      marks.map((mark, index) => ({ mark, meaning: meanings[index] ?? '' })),
    ),
  ),
  loop(
    'gradeRow',
    '評価集計',
    { aliases: ['grade-rows'], words: '評価区分ごとの件数の表の一行ごと。基本目標の中ではその目標の行' },
    ({ goal }, { edition, choices }) =>
      edition.content.grades.filter(({ node }) =>
        goal ? goal.nodes.has(node) : choices.goals === null || isChosenGoal(node, edition, choices.goals),
      ),
  ),
  loop(
    'revisionRule',
    '見直し基準',
    { aliases: ['rules'], words: '評価区分ごとの見直し基準ごと' },
    (_, { edition }) => edition.content.revisionRules,
  ),
  loop(
    'change',
    '変更内容',
    { aliases: ['changes'], words: '主な変更内容ごと。基本目標の中ではその目標のもの' },
    ({ goal }, { edition, choices }) =>
      edition.content.revisionItems.filter(({ node }) =>
        goal ? goal.nodes.has(node) : choices.goals === null || isChosenGoal(node, edition, choices.goals),
      ),
  ),
]

const priorityGoals = ({ edition, choices: { departments } }: TemplateData) =>
  edition.content.priorityGoals.filter(({ department }) => departments === null || departments.includes(department))

const isChosenGoal = (node: string | null, edition: TemplateData['edition'], chosen: readonly string[]): boolean => {
  const nodes = new Map(edition.content.nodes.map((each) => [each.id, each]))
  const goal = goalOver(editionGoals(edition), nodes, node)
  return goal !== undefined && chosen.includes(goal.key)
}
