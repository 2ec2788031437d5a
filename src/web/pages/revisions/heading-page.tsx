import type { Edition } from '#domain/plan/edition.ts'
import { nationalFrames } from '#domain/plan/national-frame.ts'
import type { Problem } from '#domain/problem.ts'
import type { Revision, RevisionHeading } from '#domain/revision/revision.ts'
import { yearWords } from '#domain/revision/typed-entry.ts'
import type { RevisionGiven } from '#operations/revision/start-revision.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { cityPlaceCrumbs, planCrumbs } from '../../crumb-trail.ts'
import { type Frame, yearInWords } from '../../frame.ts'

/** 見出しの欄に打たれたもの。 */
export type HeadingTyped = Omit<RevisionGiven, 'kind'>

type Props = {
  frame: Frame
  base: Edition
  /** 直す案。新しく始めるなら null。 */
  revision: Revision | null
  /** 選べる評価の年度（新しい順）。 */
  years: readonly number[]
  typed: HeadingTyped
  /** 頁に見せている見出しの印。 */
  mark: string
  problem?: Problem | undefined
  /** 直しているあいだに、ほかの人が改めた見出し。 */
  meanwhile?: Revision | undefined
}

export const headingPage = (props: Props): string => String(<HeadingPage {...props} />)

/** 改訂を始める、案の見出しを改める。 */
const HeadingPage = ({ frame, base, revision, years, typed, mark, problem, meanwhile }: Props) => {
  const { t, to } = frame
  const { code } = base.municipality
  const title = t(revision ? 'revisions.heading-title' : 'revisions.start-title')
  return (
    <Layout
      frame={frame}
      title={`${title} ${base.title}`}
      municipality={base.municipality}
      edition={revision ? undefined : base}
      crumbs={
        revision
          ? cityPlaceCrumbs(
              frame,
              base.municipality,
              { words: t('revisions.title'), href: to.revisions(code) },
              { words: revision.title, href: to.planRevision(code, revision.id), own: true },
              { words: title },
            )
          : planCrumbs(frame, base, title)
      }
    >
      <h1>{title}</h1>
      <p class="lead">
        {t('revisions.base')} <Own frame={frame}>{base.title}</Own>
      </p>
      {!revision && <p class="sub">{t('revisions.start-lead')}</p>}
      {problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      {meanwhile && (
        <p class="notice" role="alert">
          {t('revisions.heading-meanwhile')}{' '}
          <Own frame={frame}>
            {meanwhile.title}　{yearWords(meanwhile.firstYear)}～{yearWords(meanwhile.lastYear)}　{meanwhile.purpose}
          </Own>
        </p>
      )}
      <form
        method="post"
        action={revision ? to.planRevision(code, revision.id, 'heading') : to.startRevision(code, base.id)}
      >
        <input type="hidden" name="mark" value={mark} />
        <Fields frame={frame} years={years} typed={typed} />
        <p class="buttons">
          <button type="submit" class="primary">
            {t(revision ? 'revisions.save' : 'revisions.start-do')}
          </button>
        </p>
      </form>
    </Layout>
  )
}

const Fields = ({ frame, years, typed }: Pick<Props, 'frame' | 'years' | 'typed'>) => {
  const { t } = frame
  return (
    <>
      <div class="field">
        <label for="title">{t('revisions.plan-title')}</label>
        <input id="title" name="title" value={typed.title} required maxlength={200} autocomplete="off" />
      </div>
      <fieldset class="rev-years">
        <legend>{t('revisions.period')}</legend>
        <label>
          {t('revisions.first-year')}{' '}
          <input name="firstYear" value={typed.firstYear} size={10} maxlength={20} autocomplete="off" />
        </label>
        <label>
          {t('revisions.last-year')}{' '}
          <input name="lastYear" value={typed.lastYear} size={10} maxlength={20} autocomplete="off" />
        </label>
      </fieldset>
      <div class="field">
        <label for="gradedYear">{t('revisions.graded-year')}</label>
        <p class="hint" id="hint-gradedYear">
          {t(years.length === 0 ? 'revisions.graded-year-none' : 'revisions.graded-year-hint')}
        </p>
        <select id="gradedYear" name="gradedYear" aria-describedby="hint-gradedYear">
          <option value="">{t('revisions.graded-year-no')}</option>
          {years.map((year) => (
            <option value={String(year)} selected={String(year) === typed.gradedYear}>
              {yearInWords(frame, year)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="purpose">{t('revisions.purpose')}</label>
        <p class="hint" id="hint-purpose">
          {t('revisions.purpose-hint')}
        </p>
        <textarea id="purpose" name="purpose" maxlength={2000} aria-describedby="hint-purpose">
          {typed.purpose}
        </textarea>
      </div>
      <div class="field">
        <label for="frame">{t('lineage.national')}</label>
        <select id="frame" name="frame">
          <option value="">{t('lineage.no-frame')}</option>
          {nationalFrames.map((national) => (
            <option value={national.code} selected={national.code === typed.frame}>
              {national.title[frame.lang]}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

/** 見出しを、欄の字に。 */
export const typedHeading = ({
  title,
  firstYear,
  lastYear,
  frame,
  gradedYear,
  purpose,
}: RevisionHeading): HeadingTyped => ({
  title,
  firstYear: yearWords(firstYear),
  lastYear: yearWords(lastYear),
  frame: frame ?? '',
  gradedYear: gradedYear === null ? '' : String(gradedYear),
  purpose,
})
