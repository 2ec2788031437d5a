import { dayInWords } from '#domain/year/calendar.ts'
import type { InstructionView } from '#operations/priority/view-instructions.ts'
import type { Frame } from '../../frame.ts'
import { HistoryEntry } from '../flow/history.tsx'
import { Spoken } from '../spoken.tsx'

type Entry = InstructionView['trail'][number]

/** 指示から今までの経過。古いものから、だれが、いつ、何と言ったか。 */
export const Trail = ({ frame, view }: { frame: Frame; view: InstructionView }) => (
  <ol class="flow-history">
    {view.trail.map((entry, at) => (
      <HistoryEntry
        frame={frame}
        did={frame.t(`instructions.did-${entry.step}`)}
        at={entry.at}
        by={entry.by}
        words={entry.text || null}
      >
        {' '}
        <Changed frame={frame} view={view} entry={entry} at={at} />
      </HistoryEntry>
    ))}
  </ol>
)

/** 期限と部局の変わりよう。引き継いだ先は、次に引き継がれる前の部局（なければ、いまの部局）。 */
const Changed = ({ frame, view, entry, at }: { frame: Frame; view: InstructionView; entry: Entry; at: number }) => {
  const nameOf = (id: string | null | undefined) => view.names.get(id ?? '') ?? '―'
  if (entry.fromDepartmentId !== null) {
    const next = view.trail.slice(at + 1).find(({ fromDepartmentId }) => fromDepartmentId !== null)
    const to = nameOf(next?.fromDepartmentId ?? view.line.instruction.departmentId)
    return (
      <Spoken frame={frame} words={frame.t('instructions.moved-on', { from: nameOf(entry.fromDepartmentId), to })} />
    )
  }
  if (entry.dueOn === null) return null
  return <span>{frame.t('instructions.new-due', { day: dayInWords(entry.dueOn, frame.lang, true) })}</span>
}
