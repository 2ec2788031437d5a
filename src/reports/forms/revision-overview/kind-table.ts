import type { ChangeKind } from '#domain/revision/revision.ts'
import type { Table } from '../../report.ts'
import { numberCell, textCell } from '../cells.ts'
import { kindInWords } from './living-contents.ts'

/** 変更の種類ごとの件数。一つのものの同じ種類の変更は、一つに数える。 */
export const kindTable = (kinds: readonly (readonly [kind: ChangeKind, count: number])[]): Table => ({
  caption: '変更の種類ごとの件数',
  showCaption: false,
  columns: [
    { key: 'kind', width: 29, align: 'start' },
    { key: 'count', width: 21, align: 'end' },
  ],
  header: [{ cells: [textCell('変更の種類'), textCell('件数')] }],
  groups: kinds.map(([kind, count]) => ({
    kind: 'entry',
    rows: [
      {
        cells: [textCell(kindInWords(kind), { heading: true }), numberCell(String(count), unitOf(kind))],
      },
    ],
  })),
})

const unitOf = (kind: ChangeKind): string => {
  if (kind === 'heading-changed') return '件'
  if (kind.startsWith('project')) return '事業'
  return kind.startsWith('node') || kind === 'text-changed' ? '節' : '指標'
}
