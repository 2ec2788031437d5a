import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { ComparedLine } from '#domain/revision/compared-lines.ts'
import {
  type ComparedEntry,
  type ComparedNode,
  type Comparison,
  reasonsOf,
  withoutBandName,
} from '#domain/revision/comparison.ts'
import type { Ground } from '#domain/revision/revision.ts'
import { nodeAnchor } from '../../crumb-trail.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { MarkedText } from './marked-text.tsx'

type Props = {
  frame: Frame
  comparison: Comparison
  /** 列の名。改訂なら 現行・改訂後、二つの版なら題。 */
  heads: { readonly before: string; readonly after: string; readonly own: boolean }
  /** 理由の列（改訂だけ）。 */
  reasons: boolean
  /** その一件を直す番地。直せない人・頁では undefined。 */
  edit: (entry: ComparedEntry) => string | undefined
}

/** 新旧対照の表。狭い画面では、一件ずつ、現行・改訂後・理由を縦に積む（様式は 97-compare.css）。 */
export const ComparisonTable = ({ frame, comparison, heads, reasons, edit }: Props) => {
  const { heading, nodes, loose } = comparison
  const row = (entry: ComparedEntry) => (
    <EntryRows frame={frame} entry={entry} heads={heads} reasons={reasons} edit={edit(entry)} />
  )
  const head = (words: string, own = false) => <th scope="col">{own ? <Own frame={frame}>{words}</Own> : words}</th>
  const band = (level: number, words: string, own: boolean, id?: string) => (
    <tr class={`compare-band level-${level}`} id={id}>
      <th scope="rowgroup" colspan={reasons ? 4 : 3}>
        {own ? <Own frame={frame}>{words}</Own> : words}
      </th>
    </tr>
  )
  return (
    <table class="compare-table">
      <caption class="unseen">{frame.t('compare.caption')}</caption>
      <thead>
        <tr>
          {head(frame.t('compare.item'))}
          {head(heads.before, heads.own)}
          {head(heads.after, heads.own)}
          {reasons && head(frame.t('compare.reason'))}
        </tr>
      </thead>
      <tbody>
        {heading && row(heading)}
        {nodes.map((each: ComparedNode) => (
          <>
            {band(Math.min(each.depth + 1, 3), nodeInWords(each.node), true, nodeAnchor(each.node.id))}
            {row(withoutBandName(each.self))}
            {each.entries.map(row)}
          </>
        ))}
        {loose.length > 0 && band(1, frame.t('compare.loose'), false)}
        {loose.map(row)}
      </tbody>
    </table>
  )
}

type RowProps = {
  frame: Frame
  entry: ComparedEntry
  heads: Props['heads']
  reasons: boolean
  edit: string | undefined
}

const EntryRows = ({ frame, entry, heads, reasons, edit }: RowProps) => (
  <>
    {entry.lines.map((line, nth) => (
      <tr class={nth === 0 ? 'compare-first' : undefined}>
        <th scope="row">
          <Label frame={frame} line={line} />
          {nth === 0 && entry.state === 'replaced' && <small> {frame.t('compare.replaced')}</small>}
          {nth === 0 && edit && (
            <small class="compare-edit">
              <a href={edit}>
                {frame.t('compare.edit')}
                <span class="unseen">{`：${nameIn(entry)}`}</span>
              </a>
            </small>
          )}
        </th>
        <SideCell frame={frame} entry={entry} nth={nth} side="before" head={heads.before} />
        <SideCell frame={frame} entry={entry} nth={nth} side="after" head={heads.after} />
        {reasons && nth === 0 && (
          <td rowspan={entry.lines.length} data-head={frame.t('compare.reason')}>
            <Reasons frame={frame} entry={entry} />
          </td>
        )}
      </tr>
    ))}
  </>
)

type SideProps = { frame: Frame; entry: ComparedEntry; nth: number; side: 'before' | 'after'; head: string }

/** 片側の升目。その側にない一件では、わけを言う升目を一つにする。 */
const SideCell = ({ frame, entry, nth, side, head }: SideProps) => {
  const line = entry.lines[nth]
  const isAbsent = entry.state === (side === 'before' ? 'new' : 'removed')
  if (!line || (isAbsent && nth > 0)) return null
  if (isAbsent)
    return (
      <td rowspan={entry.lines.length} data-head={head}>
        <span class="compare-none">{frame.t(side === 'before' ? 'compare.new' : 'compare.removed')}</span>
      </td>
    )
  return (
    <td data-head={head}>
      <MarkedText frame={frame} text={line[side] ?? ''} marks={line.marks[side]} side={side} />
      {side === 'after' && line.field === 'name' && <Moved frame={frame} entry={entry} />}
    </td>
  )
}

const nameIn = ({ lines }: ComparedEntry): string => lines[0]?.after ?? lines[0]?.before ?? ''

const Label = ({ frame, line }: { frame: Frame; line: ComparedLine }) => {
  const { label } = line
  return typeof label === 'string' ? <Own frame={frame}>{label}</Own> : inWords(frame, label)
}

const inWords = ({ lang }: Frame, message: Message): string => say(message, lang)

const Moved = ({ frame, entry: { movedFrom, reordered } }: { frame: Frame; entry: ComparedEntry }) => {
  if (movedFrom !== null) return <span class="compare-moved">{frame.t('compare.moved', { place: movedFrom })}</span>
  return reordered ? <span class="compare-moved">{frame.t('compare.reordered')}</span> : null
}

const Reasons = ({ frame, entry: { changes } }: { frame: Frame; entry: ComparedEntry }) => {
  const grounds = [...new Set(changes.flatMap(({ ground }) => (ground ? (groundInWords(frame, ground) ?? []) : [])))]
  return (
    <>
      {reasonsOf(changes).map((reason) => (
        <p>
          <Own frame={frame}>{reason}</Own>
        </p>
      ))}
      {grounds.map((words) => (
        <p class="compare-ground">{words}</p>
      ))}
    </>
  )
}

const groundInWords = (frame: Frame, ground: Ground): string | undefined => {
  if (ground.kind === 'other') return undefined
  if (ground.kind !== 'grade') return frame.t(`compare.ground-${ground.kind}`)
  return frame.t('compare.ground-grade', { year: yearInSentence(frame, ground.year), grade: ground.grade })
}
