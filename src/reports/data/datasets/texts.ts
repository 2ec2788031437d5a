import type { Edition } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { TextOwner } from '../code-tables.ts'
import { editionColumns, placeColumn, yearColumns } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'
import { linesOf } from '../lines.ts'

type Passage = {
  readonly owner: TextOwner
  readonly id: string
  readonly name: string
  readonly heading: string
  readonly year: number | null
  readonly text: string
  readonly place: Place
}

type Row = Passage & { readonly line: number }

/** 文章（基本方針・備考・所見・事業の内容）。行ごとに縦に。 */
export const texts = datasetMaker<Row>(
  {
    name: 'texts',
    title: '文章',
    description: '基本方針・備考・所見・増減理由・事業の内容などの文章。一行が文章の一行',
  },
  [
    ...editionColumns,
    column('owner_kind', '文章の付いたものの種類', 'code', '節・指標・事業の別', ({ owner }) => owner, {
      codes: 'text-owner',
    }),
    column('owner_id', '文章の付いたもののID', 'id', 'nodes・indicators・projects の表と結ぶ', ({ id }) => id),
    column('owner_name', '文章の付いたものの名', 'name', '節の題・指標名・事業名', ({ name }) => name),
    column('heading', '欄の見出し', 'word', '文章の欄の見出し（「備考」「増減理由」）', ({ heading }) => heading),
    ...yearColumns<Row>(({ year }) => year, '年度を限らない文章'),
    column('line_number', '行の番号', 'integer', '同じ欄の文章の中の、行の順', ({ line }) => String(line), {
      unit: '行目',
    }),
    column('text', '文章', 'text', '文章の一行。機種依存文字は読みかえる', ({ text }) => text),
    placeColumn,
  ],
  (edition) =>
    passagesIn(edition).flatMap((passage) =>
      linesOf(passage.text).map((text, at) => ({ ...passage, text, line: at + 1 })),
    ),
)

const passagesIn = ({ content }: Edition): readonly Passage[] => [
  ...content.nodes.flatMap(({ id, title, text, place }) =>
    passages({ owner: 'node', id, name: title, heading: '本文', year: null, place }, text),
  ),
  ...content.indicators.flatMap(({ id, name, remarks, comments = [], place }) => [
    ...passages({ owner: 'indicator', id, name, heading: '備考', year: null, place }, remarks),
    ...comments.flatMap((comment) => passages({ owner: 'indicator', id, name, ...comment }, comment.text)),
  ]),
  ...content.projects.flatMap(({ id, name, content: text, place }) =>
    passages({ owner: 'project', id, name, heading: '内容', year: null, place }, text),
  ),
]

const passages = (rest: Omit<Passage, 'text'>, text: string | null): readonly Passage[] =>
  text === null ? [] : [{ ...rest, text }]
