import type { InstructionLine } from '#operations/priority/view-instructions.ts'
import type { Frame } from '../../frame.ts'
import { InstructionItem } from './instruction-item.tsx'

type Props = {
  frame: Frame
  code: string
  lines: readonly InstructionLine[]
  /** 見ている年度。前の年度から残るものが分かるように。 */
  year?: number | undefined
}

/** 終わっていない市長指示事項。調書の頁の上に置く。なければ何も出さない。 */
export const OpenInstructions = ({ frame, code, lines, year }: Props) =>
  lines.length === 0 ? null : (
    <section class="instructions-still" aria-labelledby="open-instructions">
      <h2 id="open-instructions">{frame.t('instructions.open-here', { count: lines.length })}</h2>
      <ul class="instructions-list">
        {lines.map((line) => (
          <InstructionItem frame={frame} code={code} line={line} withDepartment={false} year={year} />
        ))}
      </ul>
    </section>
  )
