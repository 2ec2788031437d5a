import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { type TypedSheet, typedSheet } from '#domain/priority/read-sheet.ts'
import type { Problem } from '#domain/problem.ts'
import type { SheetView } from '#operations/priority/sheet-view.ts'
import { EditGoal } from '../../components/priority-year/edit-goal.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { Returned } from '../../components/priority-year/returned.tsx'
import { SheetConflict } from '../../components/priority-year/sheet-conflict.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { type Frame, yearInWords } from '../../frame.ts'

/** 頁の外から来るもの。 */
export type EditGiven = {
  /** 保存したところ。 */
  readonly saved?: boolean
  /** 新しい欄に焦点を置く目標。 */
  readonly focus?: number | undefined
  /** 断られたときに打たれていたもの。 */
  readonly typed?: TypedSheet
  readonly troubles?: readonly Problem[]
  /** 先に書かれていた、いまの調書。 */
  readonly conflict?: PrioritySheet
}

type Props = { frame: Frame; view: SheetView; given: EditGiven }

export const editPage = (frame: Frame, view: SheetView, given: EditGiven = {}): string =>
  String(<EditPage frame={frame} view={view} given={given} />)

const blankGoal = { id: '', title: '', items: [] }

/** 目標と項目を書く。台本がなくても、足す・動かす・消すができ、押すたびに書いたものが保存される。 */
const EditPage = ({ frame, view, given }: Props) => {
  const { municipality, sheet, department, year, linkable } = view
  const { t, to } = frame
  const { code } = municipality
  const names = new Map(linkable.map(({ id, label }) => [id, label]))
  const indicatorName = (id: string) => names.get(id) ?? ''
  const typed = given.typed ?? typedSheet(sheet, indicatorName)
  const words = yearInWords(frame, year.year)
  return (
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={t('priority-year.edit-title', { year: words, department })}
      crumbs={[
        { words: t('priority-year.of-year', { year: words }), href: to.priorityYear(code, year.year) },
        { words: department, href: to.prioritySheet(code, sheet.id), own: true },
        { words: t('priority-year.edit') },
      ]}
      wide
    >
      {given.saved && (
        <p class="flow-done" role="status">
          {t('priority-year.saved')}
        </p>
      )}
      <Troubles frame={frame} troubles={given.troubles ?? []} />
      {given.conflict && (
        <SheetConflict frame={frame} code={code} now={given.conflict} typed={typed} indicatorName={indicatorName} />
      )}
      <Returned frame={frame} sheet={sheet} />
      <p class="sub">{t('priority-year.edit-lead')}</p>
      <form method="post" action={to.prioritySheet(code, sheet.id, 'edit')} class="priority-edit">
        <input type="hidden" name="revision" value={String((given.conflict ?? sheet).revision)} />
        {/* Enter で送られるのは、初めのボタン。消すボタンより前に置く。 */}
        <button type="submit" name="do" value="save" class="unseen" tabindex={-1}>
          {t('priority-year.save')}
        </button>
        {[...typed, blankGoal].map((goal, at) => (
          <EditGoal frame={frame} goal={goal} at={at} goals={typed.length} focus={given.focus} />
        ))}
        <datalist id="indicators">
          {linkable.map(({ label }) => (
            <option value={label} />
          ))}
        </datalist>
        <div class="priority-bar">
          <button type="submit" name="do" value="leave" class="primary">
            {t('priority-year.save-leave')}
          </button>
          <button type="submit" name="do" value="save">
            {t('priority-year.save')}
          </button>
        </div>
      </form>
    </PriorityLayout>
  )
}

/** 保存しなかったわけ。書いたものは欄に残っている。 */
const Troubles = ({ frame, troubles }: { frame: Frame; troubles: readonly Problem[] }) =>
  troubles.length === 0 ? null : (
    <section class="notice" role="alert" aria-labelledby="troubles">
      <h2 id="troubles">{frame.t('priority-year.fix')}</h2>
      <ul>
        {troubles.map((problem) => (
          <li>
            <ProblemWords frame={frame} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  )
