import { itemGrades } from '#domain/priority/item-grades.ts'
import type { ProgressReport, ReportStage, SheetItem } from '#domain/priority/priority-sheet.ts'
import { isReported, reportOf } from '#domain/priority/sheet-facts.ts'
import type { Problem } from '#domain/problem.ts'
import type { TypedReport } from '#operations/priority/save-report.ts'
import type { SheetView } from '#operations/priority/sheet-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'
import { LastYear, Lines } from './goal-card.tsx'
import { GradeMark, gradeWords } from './sheet-words.tsx'
import { TargetList } from './target-list.tsx'

/** 項目一つの欄に入れるもの。断られた・先に書かれていたときは、打たれたまま。 */
export type ReportShown = {
  readonly typed?: TypedReport | undefined
  readonly problem?: Problem | undefined
  readonly stale?: ProgressReport | undefined
}

type Props = {
  frame: Frame
  view: SheetView
  item: SheetItem
  stage: ReportStage
  shown: ReportShown
  /** 初めに焦点を置く項目か。 */
  focus: boolean
}

/** 項目一つの報告。左に目標とこれまで、右に書く欄。欄は 文 → 数 → 評価 の順に Tab で進む。 */
export const ReportItem = ({ frame, view, item, stage, shown, focus }: Props) => {
  const { t } = frame
  const done = isReported(item, stage)
  return (
    <fieldset class={done ? 'priority-report done' : 'priority-report'} id={`item-${item.id}`}>
      <legend>
        <Own frame={frame}>{`${item.mark}${item.title}`}</Own>{' '}
        <span class={done ? 'tag' : 'tag to-do'}>
          {t(done ? 'priority-year.report-done' : 'priority-year.report-not-done')}
        </span>
      </legend>
      <div class="priority-report-columns">
        <Known frame={frame} view={view} item={item} stage={stage} />
        <Fields frame={frame} item={item} stage={stage} shown={shown} focus={focus} />
      </div>
    </fieldset>
  )
}

/** 目標と、中間の報告、前の年度。 */
const Known = ({ frame, view, item, stage }: Omit<Props, 'shown' | 'focus'>) => {
  const { t } = frame
  const before = view.before.get(item.id)
  const interim = stage === 'final' ? reportOf(item, 'interim') : undefined
  return (
    <div class="priority-known">
      <h3 class="label">{t('priority-year.targets')}</h3>
      <TargetList
        frame={frame}
        code={view.municipality.code}
        targets={item.targets}
        figures={view.figures}
        report={interim}
      />
      {interim && (
        <>
          <h3 class="label">
            {t('priority-year.report-interim-was')} <GradeMark frame={frame} grade={interim.grade} />
          </h3>
          <Lines frame={frame} lines={interim.lines} />
        </>
      )}
      {before && <LastYear frame={frame} before={before} />}
    </div>
  )
}

const Fields = ({ frame, item, stage, shown: { typed, problem, stale }, focus }: Omit<Props, 'view'>) => {
  const { t } = frame
  const report = reportOf(item, stage)
  const name = `r.${item.id}`
  const error = `${name}.error`
  const lines = typed?.lines ?? report?.lines.join('\n') ?? ''
  const described = problem ? { 'aria-describedby': error } : {}
  return (
    <div class="priority-fields">
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name={`${name}.revision`} value={String((stale ?? report)?.revision ?? 0)} />
      {problem && (
        <p class="error" id={error} role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      {stale && <Stale frame={frame} now={stale} />}
      <div class="field">
        <label for={`${name}.lines`}>{t(`priority-year.report-lines-${stage}`)}</label>
        <textarea id={`${name}.lines`} name={`${name}.lines`} rows={3} autofocus={focus} {...described}>
          {lines}
        </textarea>
      </div>
      {item.targets.map((target, at) =>
        target.value === null && target.indicatorId === null ? null : (
          <div class="field priority-figure-field">
            <label for={`${name}.f${at}`}>
              <Own frame={frame}>{t('priority-year.report-figure', { target: target.text })}</Own>
            </label>
            <span>
              <input
                id={`${name}.f${at}`}
                name={`${name}.f${at}`}
                value={typed?.figures[at] ?? report?.figures[at] ?? ''}
                inputmode="decimal"
                autocomplete="off"
                size={10}
                {...described}
              />{' '}
              {target.unit !== null && <Own frame={frame}>{target.unit}</Own>}
            </span>
          </div>
        ),
      )}
      <fieldset class="priority-grades">
        <legend>{t('priority-year.grade')}</legend>
        {itemGrades.map((grade) => (
          <label>
            <input
              type="radio"
              name={`${name}.grade`}
              value={grade}
              checked={(typed?.grade ?? report?.grade ?? '') === grade}
            />
            <span>
              <span class="letter">{grade}</span> <small>{gradeWords(frame, grade)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** ほかの人が先に書いた、いまの報告。 */
const Stale = ({ frame, now }: { frame: Frame; now: ProgressReport }) => (
  <div class="priority-stale" role="alert">
    <p>
      <strong>{frame.t('priority-year.report-stale')}</strong> <Own frame={frame}>{now.by}</Own>
    </p>
    <Lines frame={frame} lines={now.lines} />
    <GradeMark frame={frame} grade={now.grade} />
  </div>
)
