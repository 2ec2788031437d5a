import type { ReportFile } from '#operations/reports/report-files.ts'
import type { Frame } from '../../frame.ts'

const shapes: Readonly<Record<ReportFile['status'], string>> = {
  waiting: '…',
  making: '▶',
  done: '✓',
  failed: '×',
  cancelled: '－',
}

/** 作る仕事の状態。形とことばで。 */
export const FileStateMark = ({ frame, status }: { frame: Frame; status: ReportFile['status'] }) => (
  <span class={`file-state is-${status}`}>
    <span aria-hidden="true">{shapes[status]}</span> {frame.t(`job.state-${status}`)}
  </span>
)
