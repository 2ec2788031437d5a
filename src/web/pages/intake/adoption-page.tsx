import type { Child } from 'hono/jsx'
import { momentInWords } from '#domain/year/moment.ts'
import type { AdoptionPageView } from '#operations/reviews-for-pages/view-difference.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { ChangeCounts, ChangesList } from '../../components/review/changes-list.tsx'
import { CorrectButton } from '../../components/review/correct-button.tsx'
import { intakeCrumbs } from '../../components/review/review-frame.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; page: AdoptionPageView }

const RecordFrame = ({ frame, page, title, children }: Props & { title: string; children: Child }) => (
  <Layout
    frame={frame}
    title={title}
    municipality={page.municipality}
    edition={page.edition}
    crumbs={intakeCrumbs(frame, page.municipality, { words: title })}
  >
    <h1>{title}</h1>
    {children}
  </Layout>
)

/** 取り込んだ記録の頁。何がどう変わったか、計画への道、取り消し。 */
export const AdoptionPage = ({ frame, page }: Props) => {
  const { t, to } = frame
  const { municipality, record, edition, shown } = page
  const { code } = municipality
  const title = t(record.undone ? 'adoption.undone' : 'adoption.done')
  const hrefOf = (asked: Readonly<Record<string, string | number>>) =>
    `${to.adoption(code, record.id)}?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`
  return (
    <RecordFrame frame={frame} page={page} title={title}>
      <p class="lead">
        {record.undone ? t(`adoption.undone-${kindOf(record)}`) : t(`adoption.outcome-${record.outcome}`)}{' '}
        {edition && (
          <a href={to.plan(code, edition.id)}>
            <Own frame={frame}>{edition.title}</Own>
          </a>
        )}
      </p>
      <p class="sub">
        {t('adoption.at', { date: momentInWords(record.at) })} <Own frame={frame}>{record.by}</Own>
        {record.undone && (
          <>
            <br />
            {t('adoption.undone-at', { date: momentInWords(record.undone.at) })}{' '}
            <Own frame={frame}>{record.undone.by}</Own>
          </>
        )}
      </p>
      <div class="buttons">
        {record.undone && record.reviewId !== null && (
          <a class="button primary" href={to.review(code, record.reviewId)}>
            {t('adoption.to-review')}
          </a>
        )}
        {!record.undone && edition && (
          <a class="button primary" href={to.plan(code, edition.id)}>
            {t('adoption.to-plan')}
          </a>
        )}
        {!record.undone && edition && <CorrectButton frame={frame} edition={edition} />}
        {record.undoable && (
          <a class="button danger" href={to.adoptionUndo(code, record.id)}>
            {t('adoption.undo')}
          </a>
        )}
        <a class="button" href={to.intake(code)}>
          {t('adoption.another')}
        </a>
      </div>
      {!record.undone && !record.undoable && <p class="sub">{t('adoption.not-newest')}</p>}
      <ChangeCounts tense="did" frame={frame} shown={shown} hrefOf={hrefOf} />
      <ChangesList tense="did" frame={frame} shown={shown} hrefOf={hrefOf} />
    </RecordFrame>
  )
}

const kindOf = ({ outcome }: AdoptionPageView['record']): 'new' | 'updated' => (outcome === 'new' ? 'new' : 'updated')

/** 取り消してよいか確かめる頁。 */
export const UndoPage = ({ frame, page }: Props) => {
  const { t, to } = frame
  const { municipality, record, edition, shown } = page
  const { code } = municipality
  const title = t('adoption.undo-title')
  return (
    <RecordFrame frame={frame} page={page} title={title}>
      <p class="lead">
        {edition && <Own frame={frame}>{edition.title}</Own>} {t(`adoption.undo-${kindOf(record)}`)}
      </p>
      <p>{t('adoption.undo-keeps')}</p>
      <ChangeCounts tense="did" frame={frame} shown={shown} hrefOf={() => to.adoption(code, record.id)} />
      <form method="post" action={to.adoptionUndo(code, record.id)}>
        <p class="buttons">
          <button type="submit" class="danger">
            {t('adoption.undo-do')}
          </button>
          <a class="button" href={to.adoption(code, record.id)}>
            {t('adoption.undo-not')}
          </a>
        </p>
      </form>
    </RecordFrame>
  )
}
