import type { ProgressReport, SheetTarget } from '#domain/priority/priority-sheet.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { LinkedFigure } from '#operations/priority/sheet-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { figureInWords, newestInWords } from './sheet-words.tsx'

type Props = {
  frame: Frame
  code: string
  targets: readonly SheetTarget[]
  figures: ReadonlyMap<string, LinkedFigure>
  /** 報告された数を並べるなら、その報告。 */
  report?: ProgressReport | undefined
}

/** 期限・数値目標。一行ずつ、期限の日、いまの数、つながった指標の値を添える。 */
export const TargetList = ({ frame, code, targets, figures, report }: Props) =>
  targets.length === 0 ? (
    <p class="none">
      ― <small>{frame.t('priority-year.no-target')}</small>
    </p>
  ) : (
    <ul class="priority-targets">
      {targets.map((target, at) => (
        <li>
          <Own frame={frame}>{target.text}</Own>
          <Beside frame={frame} code={code} target={target} figures={figures} now={report?.figures[at] ?? null} />
        </li>
      ))}
    </ul>
  )

type BesideProps = Pick<Props, 'frame' | 'code' | 'figures'> & { target: SheetTarget; now: string | null }

const Beside = ({ frame, code, target, figures, now }: BesideProps) => {
  const { t, to, lang } = frame
  const linked = target.indicatorId === null ? undefined : figures.get(target.indicatorId)
  if (target.due === null && now === null && !linked) return null
  return (
    <small class="priority-beside">
      {target.due !== null && <span>{t('priority-year.due', { day: dayInWords(target.due, lang) })}</span>}
      {now !== null && <span>{t('priority-year.figure', { figure: figureInWords(now, target) })}</span>}
      {linked && (
        <span>
          {t('priority-year.indicator')}{' '}
          <a href={to.indicator(code, linked.editionId, linked.indicatorId)}>
            <Own frame={frame}>{linked.name}</Own>
          </a>{' '}
          <Own frame={frame}>{newestInWords(frame, linked)}</Own>
        </span>
      )}
    </small>
  )
}
