import { type ColumnChoice, columnRoles } from '#domain/review/correction.ts'
import type { ColumnOutline } from '#domain/review/table-outline.ts'
import type { TableToRead } from '#operations/reviews-for-pages/view-columns.ts'
import type { Form } from '../../form.ts'
import { type Frame, yearShort } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { columnField } from './column-form.ts'
import { Select } from './field.tsx'

type Props = {
  frame: Frame
  table: TableToRead['table']
  chosen: readonly ColumnChoice[]
  /** 受け取れなかった送信。打ったままを戻す。 */
  typed: Form | undefined
}

/** 表の列の一覧。見出し・中身の例・何の列か・年度・単位。分からない列から並べる。 */
export const ColumnFields = ({ frame, table, chosen, typed }: Props) => (
  <Scroll label={frame.t('columns.columns')}>
    <table class="plain column-fields">
      <thead>
        <tr>
          <th scope="col">{frame.t('columns.header')}</th>
          <th scope="col">{frame.t('columns.samples')}</th>
          <th scope="col">{frame.t('columns.role')}</th>
          <th scope="col">{frame.t('workings.year')}</th>
          <th scope="col">{frame.t('facts.unit')}</th>
        </tr>
      </thead>
      <tbody>
        {unknownFirst(table.columns).map((column) => (
          <ColumnRow
            frame={frame}
            column={column}
            chosen={chosen.findLast((each) => each.table === table.key && each.column === column.column)}
            typed={typed}
          />
        ))}
      </tbody>
    </table>
  </Scroll>
)

const isAsked = ({ by, header }: ColumnOutline): boolean => by === 'unknown' && header !== ''

const unknownFirst = (columns: readonly ColumnOutline[]): readonly ColumnOutline[] =>
  columns.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || a.column - b.column)

type RowProps = Pick<Props, 'frame' | 'typed'> & { column: ColumnOutline; chosen: ColumnChoice | undefined }

const ColumnRow = ({ frame, column, chosen, typed }: RowProps) => {
  const { t } = frame
  const name = column.header === '' ? t('columns.no-header') : column.header
  const value = (what: 'role' | 'year' | 'unit', current: string) =>
    typed ? typed.text(columnField(what, column.column)) : current
  const label = (what: string) => `${what} ${name}`
  return (
    <tr class={isAsked(column) ? 'asked' : undefined}>
      <th scope="row">
        {column.header === '' ? <small>{name}</small> : <Own frame={frame}>{name}</Own>}
        {isAsked(column) && <span class="tag doubt">{t('columns.unknown')}</span>}
        {column.by === 'chosen' && <span class="tag">{t('columns.chosen')}</span>}
      </th>
      <td class="samples">
        <Own frame={frame}>{column.samples.join('／')}</Own>
      </td>
      <td>
        <Select
          name={columnField('role', column.column)}
          value={value('role', chosen?.role ?? '')}
          label={label(t('columns.role'))}
          options={[
            ['', automatic(frame, column)],
            ...columnRoles.map((role) => [role, t(`column-role.${role}`)] as const),
          ]}
        />
      </td>
      <td>
        <input
          name={columnField('year', column.column)}
          value={value('year', chosen?.year == null ? '' : yearShort(frame, chosen.year))}
          placeholder={column.year === null ? '' : yearShort(frame, column.year)}
          aria-label={label(t('workings.year'))}
          maxlength={20}
          size={7}
          autocomplete="off"
        />
      </td>
      <td>
        <input
          name={columnField('unit', column.column)}
          value={value('unit', chosen?.unit ?? '')}
          placeholder={column.unit ?? ''}
          aria-label={label(t('facts.unit'))}
          maxlength={40}
          size={6}
          autocomplete="off"
        />
      </td>
    </tr>
  )
}

/** 任せたときに、何の列とみるか。 */
const automatic = (frame: Frame, { role, by }: ColumnOutline): string => {
  if (by === 'chosen') return frame.t('columns.let')
  return role === null
    ? frame.t('columns.not-known')
    : frame.t('columns.seen-as', { role: frame.t(`column-role.${role}`) })
}
