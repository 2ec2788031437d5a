import { say } from '#domain/language/say.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById } from '#domain/plan/outline.ts'
import type { ComparedLine } from '#domain/revision/compared-lines.ts'
import { type ComparedEntry, comparisonOf, isChanged, placeInWords } from '#domain/revision/comparison.ts'
import type { Alongside } from '../../alongside.ts'
import { reasonsInWords } from '../../forms/comparison-table/reasons.ts'
import type { RevisedState, RevisedThing } from '../code-tables.ts'
import { editionColumns, outlineColumns } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'

type Row = {
  readonly node: string | null
  readonly thing: RevisedThing
  readonly state: RevisedState
  readonly name: string
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
}

/** 新旧対照。改めた欄一つに一行。庁内のよりどころ（市長指示）は載せない。 */
export const revisionChanges = datasetMaker<Row>(
  {
    name: 'revision-changes',
    title: '新旧対照',
    description: '改訂で改めたところ。一行が、節・指標・事業の欄一つの新旧。移しただけのものは、所の新旧',
  },
  [
    ...editionColumns,
    ...outlineColumns,
    column('subject_kind', '改めたもの', 'code', '計画の見出し・節・指標・事業', ({ thing }) => thing, {
      codes: 'revised-thing',
    }),
    column('subject_name', '改めたものの名', 'name', '改訂後の名（廃止したものは、もとの名）', ({ name }) => name),
    column('revision_state', '改めかた', 'code', '新設・廃止・代替指標の設定・変更・移動', ({ state }) => state, {
      codes: 'revised-state',
    }),
    column('revised_field', '改めた欄', 'word', '改めた欄', ({ field }) => field),
    column('text_before', '現行', 'text', '改訂の前の字', ({ before }) => before, { blank: '改訂の前にはない' }),
    column('text_after', '改訂後', 'text', '改訂の後の字', ({ after }) => after, { blank: '改訂の後にはない' }),
    column('reason', '理由', 'text', '改めた理由とよりどころ', ({ reason }) => (reason === '' ? null : reason), {
      blank: '理由が書かれていない',
    }),
  ],
  (edition, { revised }) => (revised ? rowsOf(edition, revised) : []),
)

const rowsOf = (edition: Edition, { base, changes }: NonNullable<Alongside['revised']>): readonly Row[] => {
  const now = nodesById(edition.content)
  const { heading, nodes, loose } = comparisonOf({ base, revised: edition, changes })
  return [
    ...(heading ? entryRows(heading, null) : []),
    ...nodes.flatMap(({ node, self, entries }) =>
      [self, ...entries].flatMap((each) => entryRows(each, node.id, placeInWords(now, node.id))),
    ),
    ...loose.flatMap((each) => entryRows(each, null)),
  ]
}

const entryRows = (entry: ComparedEntry, node: string | null, here = ''): readonly Row[] => {
  if (!isChanged(entry)) return []
  const { on, lines, changes, movedFrom, reordered, state } = entry
  const title = lines.find(({ field }) => field === 'name') ?? lines[0]
  const row = {
    node,
    thing: on,
    name: title?.after ?? title?.before ?? '',
    reason: reasonsInWords(changes, { audience: 'public', yearStyle: 'era' }),
  }
  const moved = movedFrom !== null || reordered
  return [
    ...lines
      .filter(({ changed }) => changed)
      .map((line) => ({
        ...row,
        state: state === 'same' ? ('changed' as const) : state,
        field: fieldInWords(line),
        before: line.before,
        after: line.after,
      })),
    ...(moved
      ? [
          {
            ...row,
            state: 'moved' as const,
            field: movedFrom === null ? '並び' : '所',
            before: movedFrom,
            after: movedFrom && here,
          },
        ]
      : []),
  ]
}

const fieldInWords = ({ label, field }: ComparedLine): string =>
  field === 'name' ? '名' : typeof label === 'string' ? label : say(label)
