import type { PlanNode } from '#domain/plan/draft.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import { editionColumns, goalIn, placeColumn } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'

type Row = PlanNode & { readonly order: number; readonly depth: number }

/** 計画の木。 */
export const nodes = datasetMaker<Row>(
  {
    name: 'nodes',
    title: '計画の節',
    description: '基本目標・施策分野・施策など、計画の木の節。一行が一つの節。文章（基本方針）は texts の表',
  },
  [
    ...editionColumns,
    column('node_id', '節ID', 'id', '節の符号', ({ id }) => id),
    column('node_number', '並びの番号', 'integer', '図書に書かれた順', ({ order }) => String(order), { unit: '番目' }),
    column('parent_id', '上の節ID', 'id', '一つ上の節', ({ parent }) => parent, { blank: 'いちばん上の節' }),
    column('depth', '段の深さ', 'integer', 'いちばん上を 1 とする', ({ depth }) => String(depth), { unit: '段' }),
    column('level', '段の名', 'word', '基本目標・施策分野など、計画のことば', ({ level }) => level),
    column('number', '節の番号', 'word', '書かれた番号。丸数字は (1) とする', ({ number }) => number, {
      blank: '番号が書かれていない',
    }),
    column(
      'number_raw',
      '節の番号の書かれたままの字',
      'raw',
      '番号の、書かれたとおりの字（丸数字も）',
      ({ number }) => number,
      {
        blank: '番号が書かれていない',
      },
    ),
    column('title', '節の題', 'name', '書かれたとおりの題', ({ title }) => title),
    column(
      'goal_key',
      '基本目標の番号',
      'word',
      'この節がある基本目標の番号',
      ({ id }, edition) => goalIn(edition, id)?.key ?? null,
      { blank: '基本目標の下にない' },
    ),
    placeColumn,
  ],
  ({ content }) => {
    const byId = nodesById(content)
    return content.nodes.map((node, at) => ({ ...node, order: at + 1, depth: pathTo(byId, node.id).length }))
  },
)
