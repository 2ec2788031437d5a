import type { Child } from 'hono/jsx'
import type { Frame } from '../../frame.ts'
import { Scroll } from '../scroll.tsx'

type Props = {
  frame: Frame
  /** 見出しの id。 */
  labelledby: string
  heads: readonly string[]
  children: Child
}

/** 残してあるもの（名前を付けた帳票・作ったファイル・市の様式）の一覧。右端は消す欄。 */
export const ListTable = ({ frame, labelledby, heads, children }: Props) => (
  <Scroll labelledby={labelledby}>
    <table class="plain report-list">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
          <th scope="col">
            <span class="unseen">{frame.t('reports.delete')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scroll>
)
