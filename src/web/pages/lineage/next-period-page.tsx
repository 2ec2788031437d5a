import { nationalFrames } from '#domain/plan/national-frame.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { NextPeriodForm } from '#operations/lineage/start-next-period.ts'
import { Layout } from '../../components/layout.tsx'
import { KeepTree } from '../../components/lineage/keep-tree.tsx'
import { Refused } from '../../components/lineage/link-form.tsx'
import { Own } from '../../components/own-words.tsx'
import { planCrumbs } from '../../crumb-trail.ts'
import { type Frame, periodInWords } from '../../frame.ts'

/** 欄に打たれたもの（年度は字のまま）。 */
export type NextPeriodTyped = {
  readonly title: string
  readonly firstYear: string
  readonly lastYear: string
  readonly frame: string
  readonly purpose: string
  readonly reason: string
  readonly dropped: readonly string[]
}

type Props = { frame: Frame; form: NextPeriodForm; typed: NextPeriodTyped; problem?: Problem | undefined }

export const nextPeriodPage = (frame: Frame, form: NextPeriodForm, typed: NextPeriodTyped, problem?: Problem): string =>
  String(<NextPeriodPage frame={frame} form={form} typed={typed} problem={problem} />)

/** 次の期を始める：題と期間と国の総合戦略、続けるもの。決めるまで、いまの計画は何も変わらない。 */
const NextPeriodPage = ({ frame, form, typed, problem }: Props) => {
  const { edition, baselines, open } = form
  const { code } = edition.municipality
  const { t, to } = frame
  const title = t('lineage.next-title')
  const empty = [...baselines.values()].filter(({ figure }) => figure === null).length
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition, title)}
    >
      <h1>{title}</h1>
      <p class="lead">
        <Own frame={frame}>{edition.title}</Own>
      </p>
      {problem && <Refused frame={frame} words={problemInWords(problem, frame.lang)} />}
      {open && (
        <p class="notice">
          {t('lineage.next-open-lead')}{' '}
          <a href={to.planRevision(code, open.id)}>
            <Own frame={frame}>{open.title}</Own>
          </a>
        </p>
      )}
      <p class="sub">{t('lineage.next-lead')}</p>
      <form method="post" action={to.nextPeriod(code, edition.id)}>
        <Heading frame={frame} typed={typed} />
        <section aria-labelledby="keep">
          <h2 id="keep">{t('lineage.keep')}</h2>
          <p class="sub">
            {t('lineage.keep-lead')} {empty > 0 && t('lineage.baselines-empty', { count: empty })}
          </p>
          <KeepTree frame={frame} content={edition.content} baselines={baselines} dropped={new Set(typed.dropped)} />
          <div class="field">
            <label for="next-reason">{t('lineage.drop-reason')}</label>
            <input id="next-reason" name="reason" value={typed.reason} maxlength={1000} autocomplete="off" />
          </div>
        </section>
        <p class="buttons">
          <button type="submit" class="primary">
            {t('lineage.next-do')}
          </button>
        </p>
      </form>
    </Layout>
  )
}

const Heading = ({ frame, typed }: Pick<Props, 'frame' | 'typed'>) => {
  const { t } = frame
  return (
    <>
      <div class="field">
        <label for="next-title">{t('lineage.next-name')}</label>
        <input id="next-title" name="title" value={typed.title} required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <span class="label" id="next-years">
          {t('lineage.next-years')}
        </span>
        <p class="hint" id="next-years-hint">
          {t('lineage.next-years-hint')}
        </p>
        <span class="lineage-years">
          <YearField name="firstYear" label={t('lineage.next-first')} value={typed.firstYear} />
          <span aria-hidden="true">～</span>
          <YearField name="lastYear" label={t('lineage.next-last')} value={typed.lastYear} />
        </span>
      </div>
      <div class="field">
        <label for="next-frame">{t('lineage.national')}</label>
        <select id="next-frame" name="frame">
          <option value="">{t('lineage.no-frame')}</option>
          {nationalFrames.map((national) => (
            <option value={national.code} selected={national.code === typed.frame}>
              {national.title[frame.lang]}
              {national.firstYear !== null && ` ${periodInWords(frame, national.firstYear, national.lastYear)}`}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="next-purpose">{t('lineage.next-purpose')}</label>
        <textarea id="next-purpose" name="purpose" maxlength={2000}>
          {typed.purpose}
        </textarea>
      </div>
    </>
  )
}

const YearField = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <input
    name={name}
    value={value}
    aria-label={label}
    aria-describedby="next-years-hint"
    maxlength={20}
    size={10}
    required
    autocomplete="off"
  />
)
