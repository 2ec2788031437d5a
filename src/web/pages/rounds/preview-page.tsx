import type { Municipality } from '#domain/people/municipality.ts'
import type { Problem } from '#domain/problem.ts'
import type { RoundPreview } from '#operations/collection/view-rounds.ts'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { OpenForms, type OpenGiven } from '../../components/rounds/open-forms.tsx'
import { PreviewChecks } from '../../components/rounds/preview-checks.tsx'
import { PreviewDepartments } from '../../components/rounds/preview-departments.tsx'
import { RoundStatus, roundFacts, statusWhen } from '../../components/rounds/round-words.tsx'
import { RoundsLayout } from '../../components/rounds/rounds-layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

export type PreviewPageProps = {
  frame: Frame
  municipality: Municipality
  view: RoundPreview
  given: OpenGiven
  refused?: Problem | undefined
}

export const previewPage = (props: PreviewPageProps): string => String(<PreviewPage {...props} />)

/** 開く前の下見。何が、どの課に届くか。欠けたところを先に。 */
const PreviewPage = ({ frame, municipality, view, given, refused }: PreviewPageProps) => {
  const { t, to } = frame
  const { round, plan, editions, units } = view
  const code = municipality.code
  return (
    <RoundsLayout
      frame={frame}
      municipality={municipality}
      title={t('rounds.preview-of', { title: round.title })}
      crumbs={[{ words: t('rounds.preview-title') }]}
    >
      <p class="rounds-head">
        <RoundStatus frame={frame} status={round.status} /> {statusWhen(frame, round)}{' '}
        <a class="screen-only" href={to.roundPart(code, round.id, 'edit')}>
          {t('rounds.fix-edit')}
        </a>
      </p>
      {refused && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={refused} />
        </p>
      )}
      <p class="lead">{leadOf(frame, view)}</p>
      <PreviewChecks frame={frame} code={code} view={view} />
      <OpenForms frame={frame} code={code} view={view} given={given} />
      <PreviewDepartments frame={frame} plan={plan} />
      <section aria-labelledby="content">
        <h2 id="content">{t('rounds.preview-content')}</h2>
        <dl class="rounds-facts">
          {roundFacts(frame, round, editions, units).map(({ label, words }) => (
            <>
              <dt>{t(label)}</dt>
              <dd class="rounds-lines">
                <Spoken frame={frame} words={words} />
              </dd>
            </>
          ))}
        </dl>
      </section>
    </RoundsLayout>
  )
}

const leadOf = ({ t }: Frame, { plan }: RoundPreview): string => {
  const items = plan.departments.flatMap((department) => department.items)
  const of = (kind: 'indicator' | 'project') =>
    new Set(items.filter((item) => item.kind === kind).map(({ subjectId }) => subjectId)).size
  const [departments, indicators, projects] = [plan.departments.length, of('indicator'), of('project')]
  return projects === 0
    ? t('rounds.preview-lead', { departments, indicators })
    : t('rounds.preview-lead-projects', { departments, indicators, projects })
}
