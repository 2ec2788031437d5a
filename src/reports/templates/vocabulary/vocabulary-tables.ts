import type { Field } from './field.ts'
import { formats } from './formats.ts'
import { loops } from './loops.ts'
import { scopeNames } from './scope.ts'
import { fields } from './vocabulary.ts'

/** 名の一覧の表。手引き（docs/tasks/make-your-own-form.md）と「書き方」のシートに、同じものを出す。 */
export type VocabularyTable = {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const argumentWords = {
  none: '',
  year: '年度を添えられる',
  grade: '区分を添える（A など）',
  tag: '種類を添えられる（SDGs など）',
  heading: '見出しを添えられる',
  goal: '基本目標の番号を添える',
} as const satisfies Record<Field['argument'], string>

const placeWords = ({ needs, argument }: Field): string =>
  [
    needs.length === 0 ? 'どこでも' : needs.map((scope) => `${scopeNames[scope]}の中`).join('・'),
    argumentWords[argument],
  ]
    .filter((words) => words !== '')
    .join('。')

/** 繰り返し・差し込む名・書き方の三つの表。 */
export const vocabularyTables = (): readonly VocabularyTable[] => [
  {
    title: '繰り返し',
    headings: ['名', '何ごとに', '使える所'],
    rows: loops.map(({ name, words, within }) => [
      name,
      words,
      within.length === 0 ? 'どこでも' : within.map((scope) => `${scopeNames[scope]}の中`).join('・'),
    ]),
  },
  {
    title: '差し込む名',
    headings: ['名', '何が入るか', '例', '使える所'],
    rows: fields.map((field) => [field.name, field.words, field.example, placeWords(field)]),
  },
  {
    title: '書き方',
    headings: ['名', 'どう書くか'],
    rows: formats.map(({ name, words }) => [name, words]),
  },
]
