import type { Child } from 'hono/jsx'
import { isOverdue } from '#domain/collection/due.ts'
import { say } from '#domain/language/say.ts'
import type { Problem } from '#domain/problem.ts'
import { dayInWords, daysBetween } from '#domain/year/calendar.ts'
import { everyField } from '../../components/entry/cells.ts'
import { EntryItem } from '../../components/entry/entry-row.tsx'
import { EntrySummary } from '../../components/entry/entry-summary.tsx'
import { cellsInWords, type EntryShown, whenInWords } from '../../components/entry/shown.ts'
import { wordsForScript } from '../../components/entry/words-for-script.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import { yearInSentence, yearShort } from '../../frame.ts'

/** し終えたこと、断り、送られた書き込み。 */
export type EntrySaid = {
  readonly done?: 'saved' | 'submitted' | 'submit' | 'withdraw' | undefined
  /** 全体についての断り（閉じた、提出できない、資料が大きい）。 */
  readonly problems?: readonly Problem[]
  /** 提出しようとして、まだ提出していない。 */
  readonly notSubmitted?: boolean
}

type Props = { shown: EntryShown; said: EntrySaid }

export const entryPage = (props: Props): string => String(<EntryPage {...props} />)

/** 課の入力の頁。台本がなければ一つの送信、あれば打つたびに保存する。 */
const EntryPage = ({ shown, said }: Props) => {
  const { frame, view } = shown
  const { t, to } = frame
  const { municipality, round, response } = view
  const { code } = municipality
  const title = t('entry.title', { department: view.department, round: round.title })
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: t('entry.work'), href: to.work(code) },
        { words: title, own: true },
      )}
      wide
      scripts={view.may.enter ? ['entry'] : []}
    >
      <h1>
        <Own frame={frame}>{title}</Own>
      </h1>
      <Head shown={shown} />
      <Outcome shown={shown} said={said} />
      {view.rows.length === 0 ? (
        <p>{t('entry.no-items')}</p>
      ) : view.may.enter ? (
        <form
          id="entry"
          method="post"
          action={to.responsePart(code, response.id, 'save')}
          enctype="multipart/form-data"
          data-check={to.responsePart(code, response.id, 'check')}
          data-person={frame.person.id ?? frame.person.kind}
          data-words={JSON.stringify(wordsForScript(frame))}
        >
          {/* Enter で送られるのは、初めのボタン。資料を外すボタンより前に置く。 */}
          <button type="submit" name="do" value="save" class="unseen" tabindex={-1}>
            {t('entry.save')}
          </button>
          <div id="entry-kept" class="notice" hidden />
          <div id="entry-news" role="status" />
          <Table shown={shown} />
          <p class="entry-keys screen-only" data-keys hidden>
            {t('entry.keys')}
          </p>
          <Bar shown={shown} said={said} />
        </form>
      ) : (
        <>
          {/* 見るだけの人も、書き込みはできる。 */}
          <form method="post" action={to.responsePart(code, response.id, 'save')} enctype="multipart/form-data">
            <Table shown={shown} />
          </form>
          <Afterwards shown={shown} />
        </>
      )}
      {view.may.enter && <ByExcel shown={shown} />}
    </Layout>
  )
}

/** 締切、差戻しのわけ、案内。 */
const Head = ({ shown: { frame, view } }: Pick<Props, 'shown'>) => {
  const { t, lang } = frame
  const { round, response, due, today, steps } = view
  const returned = response.state === 'returned' ? steps.findLast(({ to }) => to === 'returned') : undefined
  const day = due && dayInWords(due.day, lang)
  const days = due ? daysBetween(today, due.day) : 0
  const code = isOverdue(due, today) ? 'entry.due-past' : days === 0 ? 'entry.due-today' : 'entry.due'
  return (
    <>
      <p class="entry-due">
        <strong id="entry-status">{t(`entry.state-${response.state}`)}</strong>{' '}
        {view.may.enter && due && day && (
          <span class={isOverdue(due, today) ? 'behind' : undefined}>{t(code, { day, days })}</span>
        )}
      </p>
      {returned && (
        <div class="notice" role="note">
          <p>
            <strong>{t('entry.returned')}</strong>
            <Own frame={frame}>
              {returned.reason ?? ''}
              {t('entry.returned-by', { when: `${returned.by} ${whenInWords(returned.at, today)}` })}
            </Own>
          </p>
        </div>
      )}
      {round.guidance.trim() !== '' && (
        <details class="entry-guidance" open={response.state === 'not-started'}>
          <summary>{t('entry.guidance')}</summary>
          <p class="entry-words">
            <Own frame={frame}>{round.guidance}</Own>
          </p>
        </details>
      )}
    </>
  )
}

const Outcome = ({ shown, said }: Props) => {
  const { frame, stale, problems } = shown
  const { t } = frame
  const whole = said.problems ?? []
  if (said.done)
    return (
      <p class="done" role="status">
        {t(`entry.was-${said.done}`)}
      </p>
    )
  if (whole.length === 0 && !stale?.size && !problems?.size) return null
  return (
    <div class="notice" role="alert">
      {said.notSubmitted && (
        <p>
          <strong>{t('entry.not-submitted')}</strong>
        </p>
      )}
      {whole.map((problem) => (
        <p>
          <Spoken frame={frame} words={say(problem, frame.lang)} />
        </p>
      ))}
      {stale && stale.size > 0 && <p>{t('entry.conflicts')}</p>}
      {problems && problems.size > 0 && <p>{t('entry.refused')}</p>}
      {!shown.view.may.enter && <TypedKept shown={shown} />}
    </div>
  )
}

/** もう入力できなくなった頁で、打ったものを見せる（写して使えるように）。 */
const TypedKept = ({ shown: { frame, view, typed } }: Pick<Props, 'shown'>) => {
  const kept = everyField(view).flatMap(({ row, key }) => {
    const cells = typed?.get(key)
    return cells && cells.raw + cells.absence !== '' ? [{ name: row.item.name, cells }] : []
  })
  if (kept.length === 0) return null
  return (
    <>
      <h2>{frame.t('entry.typed-kept')}</h2>
      <dl>
        {kept.map(({ name, cells }) => (
          <>
            <dt>
              <Own frame={frame}>{name}</Own>
            </dt>
            <dd>
              <Spoken frame={frame} words={cellsInWords(frame, cells)} />
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}

const Table = ({ shown }: Pick<Props, 'shown'>) => {
  const { frame, view } = shown
  const { t } = frame
  const { fiscalYear } = view.round
  const rowsOf = (plan: string) => view.rows.filter(({ item }) => item.editionId === plan)
  const gone = view.rows.filter(({ item }) => view.plans.every(({ id }) => id !== item.editionId))
  const several = view.plans.length > 1
  return (
    <table class="entry">
      <caption class="unseen">{t('entry.table', { year: yearInSentence(frame, fiscalYear) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('entry.col-name')}</th>
          <th scope="col" class="n">
            {yearShort(frame, fiscalYear - 1)}
          </th>
          <th scope="col" class="n">
            {t('entry.col-target')}
          </th>
          <th scope="col">{t('entry.col-actual', { year: yearShort(frame, fiscalYear) })}</th>
          <th scope="col" class="n">
            {t('entry.col-rate', { last: yearShort(frame, fiscalYear - 1), year: yearShort(frame, fiscalYear) })}
          </th>
        </tr>
      </thead>
      {view.plans.map(({ id, title }) => (
        <>
          {several && (
            <tbody>
              <tr class="entry-plan">
                <th colspan={5} scope="rowgroup">
                  <Own frame={frame}>{title}</Own>
                </th>
              </tr>
            </tbody>
          )}
          {rowsOf(id).map((row) => (
            <EntryItem shown={shown} row={row} />
          ))}
        </>
      ))}
      {gone.map((row) => (
        <EntryItem shown={shown} row={row} />
      ))}
    </table>
  )
}

/** いつも見えている帯：どこまで入れたか、保存の様子、提出。 */
const Bar = ({ shown: { frame, view }, said }: Props) => (
  <div class="entry-bar">
    <div id="entry-summary">
      <EntrySummary frame={frame} view={view} open={said.notSubmitted === true} />
    </div>
    <p id="entry-state" role="status">
      <span data-no-script>{frame.t('entry.no-script')}</span>
    </p>
    <p class="entry-buttons">
      <button type="submit" name="do" value="save" data-save>
        {frame.t('entry.save')}
      </button>
      {view.may.submit && (
        <button type="submit" name="do" value="submit" class="primary" data-submit>
          {frame.t('entry.submit')}
        </button>
      )}
    </p>
  </div>
)

/** 提出したあと：取り下げ、流れと履歴、次の仕事。 */
const Afterwards = ({ shown: { frame, view } }: Pick<Props, 'shown'>) => {
  const { t, to } = frame
  const { code } = view.municipality
  const { id, revision } = view.response
  return (
    <div class="entry-after screen-only">
      <p>{t(view.may.withdraw ? 'entry.read-submitted' : 'entry.read-only')}</p>
      <div class="buttons">
        {view.may.withdraw && (
          <form method="post" action={to.responsePart(code, id, 'step')}>
            <input type="hidden" name="step" value="withdraw" />
            <input type="hidden" name="revision" value={String(revision)} />
            <button type="submit">{t('entry.withdraw')}</button>
          </form>
        )}
        <a class="button" href={to.responsePart(code, id, 'review')}>
          {t('entry.to-review')}
        </a>
        <a class="button" href={to.work(code)}>
          {t('entry.to-work')}
        </a>
      </div>
    </div>
  )
}

/** この頁に届かない人のための Excel。 */
const ByExcel = ({ shown: { frame, view } }: Pick<Props, 'shown'>): Child => {
  const { t, to } = frame
  const { code } = view.municipality
  const { id } = view.response
  return (
    <details class="entry-excel screen-only">
      <summary>{t('entry.by-excel')}</summary>
      <p>{t('entry.by-excel-about')}</p>
      <p>
        <a href={to.responsePart(code, id, 'upload')}>{t('entry.excel-page')}</a>
      </p>
    </details>
  )
}
