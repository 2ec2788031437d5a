import { type EditionScale, type SubjectKind, subjectKinds } from '#domain/evaluation/evaluation.ts'
import { lastYearOf, placedFor } from '#domain/evaluation/scale-in-force.ts'
import { permits } from '#domain/people/permission.ts'
import type { Problem } from '#domain/problem.ts'
import type { ScalesView } from '#operations/evaluation/scales.ts'
import { GradeWord } from '../../components/grades/grade-word.tsx'
import { Own } from '../../components/own-words.tsx'
import { PlanFrame } from '../../components/plan-frame.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Criteria, ScaleTable } from '../../components/scales/scale-table.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { type Frame, type WebCode, yearInSentence } from '../../frame.ts'

export type ScalesSaid = { readonly done?: 'placed' | 'removed' | 'policies' | undefined; readonly problem?: Problem }

type Props = { frame: Frame; view: ScalesView; thisYear: number; said: ScalesSaid }

export const scalesPage = (props: Props): string => String(<ScalesPage {...props} />)

/** 評価区分：何を、いつから、どの区分で評価するか。見直しの決まりと今後の方向性。 */
const ScalesPage = ({ frame, view, thisYear, said }: Props) => {
  const { t } = frame
  const { edition } = view
  const title = t('scales.title')
  return (
    <PlanFrame frame={frame} edition={edition} here="grades" title={title} wide={false}>
      {said.done && (
        <p class="scales-done" role="status">
          {t(`scales.done-${said.done}`)}
        </p>
      )}
      {said.problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={said.problem} />
        </p>
      )}
      <p class="lead">{t('scales.lead')}</p>
      {subjectKinds.map((subject) => (
        <SubjectScale frame={frame} view={view} subject={subject} thisYear={thisYear} />
      ))}
      <Policies frame={frame} view={view} thisYear={thisYear} />
    </PlanFrame>
  )
}

const mayChange = ({ person }: Frame, { edition }: ScalesView): boolean =>
  permits(person, 'scale-change') && !edition.history?.supersededBy

type PartProps = Pick<Props, 'frame' | 'view' | 'thisYear'>

const SubjectScale = ({ frame, view, subject, thisYear }: PartProps & { subject: SubjectKind }) => {
  const { t, to } = frame
  const { edition, scales } = view
  const { code } = edition.municipality
  const own = scales.filter((each) => each.subject === subject)
  const now = placedFor(own, subject, thisYear) ?? own.at(0)
  const others = own.filter((each) => each !== now)
  const heading = `of-${subject}`
  const changes = mayChange(frame, view)
  // 同じことばのリンクが並ぶので、何の区分かを読み上げに足す。
  const named = (words: WebCode) => t('scales.for', { words: t(words), subject: t(`scales.of-${subject}`) })
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t(`scales.of-${subject}`)}</h2>
      {now ? (
        <Placed frame={frame} view={view} placed={now} labelledby={heading} />
      ) : (
        <p class="empty">{t(`scales.none-${subject}`)}</p>
      )}
      {changes && (
        <p class="buttons">
          {now && (
            <a
              class="button"
              href={to.scales(code, edition.id, 'edit', { subject, from: now.fromYear })}
              aria-label={named('scales.edit-this')}
            >
              {t('scales.edit-this')}
            </a>
          )}
          <a
            class={now ? 'button plain' : 'button primary'}
            href={to.scales(code, edition.id, 'presets', { subject })}
            aria-label={named(now ? 'scales.choose-other' : 'scales.choose')}
          >
            {t(now ? 'scales.choose-other' : 'scales.choose')}
          </a>
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('scales.others', { count: others.length })}</summary>
          {others.map((each, at) => (
            <section aria-labelledby={`${heading}-${at}`}>
              <h3 id={`${heading}-${at}`}>{yearsOf(frame, view, each)}</h3>
              <Placed frame={frame} view={view} placed={each} labelledby={`${heading}-${at}`} />
              {changes && (
                <p>
                  <a
                    href={to.scales(code, edition.id, 'edit', { subject, from: each.fromYear })}
                    aria-label={t('scales.for', { words: t('scales.edit-this'), subject: yearsOf(frame, view, each) })}
                  >
                    {t('scales.edit-this')}
                  </a>
                </p>
              )}
            </section>
          ))}
        </details>
      )}
    </section>
  )
}

/** 「2022年度から2024年度まで」 */
const yearsOf = (frame: Frame, { scales }: ScalesView, placed: EditionScale): string => {
  const last = lastYearOf(scales, placed)
  const from = yearInSentence(frame, placed.fromYear)
  return last === null
    ? frame.t('scales.from', { from })
    : frame.t('scales.from-to', { from, to: yearInSentence(frame, last) })
}

type PlacedProps = { frame: Frame; view: ScalesView; placed: EditionScale; labelledby: string }

const Placed = ({ frame, view, placed, labelledby }: PlacedProps) => (
  <>
    <p class="scales-name">
      <b>
        <Own frame={frame}>{placed.scale.name}</Own>
      </b>{' '}
      <span class="sub">{yearsOf(frame, view, placed)}</span>
    </p>
    <ScaleTable frame={frame} scale={placed.scale} labelledby={labelledby} />
    <Criteria frame={frame} scale={placed.scale} />
  </>
)

const Policies = ({ frame, view, thisYear }: PartProps) => {
  const { t, to } = frame
  const { edition, policies, scales } = view
  const scale = placedFor(scales, 'indicator', thisYear)?.scale ?? null
  return (
    <section aria-labelledby="policies">
      <h2 id="policies">{t('scales.policies')}</h2>
      {policies.policies.length === 0 ? (
        <p class="empty">{t('scales.no-policies')}</p>
      ) : (
        <Scroll labelledby="policies">
          <table class="plain scales-table">
            <thead>
              <tr>
                <th scope="col">{t('scales.col-grade')}</th>
                <th scope="col">{t('scales.col-action')}</th>
                <th scope="col">{t('scales.col-words')}</th>
              </tr>
            </thead>
            <tbody>
              {policies.policies.map(({ grade, action, words }) => (
                <tr>
                  <th scope="row">
                    <GradeWord frame={frame} scale={scale} code={grade} />
                  </th>
                  <td>{t(`scales.action-${action}`)}</td>
                  <td>
                    <Own frame={frame}>{words}</Own>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <h3>{t('scales.directions')}</h3>
      {policies.directions.length === 0 ? (
        <p class="empty">{t('scales.no-directions')}</p>
      ) : (
        <dl class="scales-criteria">
          {policies.directions.map(({ label, meaning }) => (
            <div>
              <dt>
                <Own frame={frame}>{label}</Own>
              </dt>
              <dd>
                <Own frame={frame}>{meaning}</Own>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayChange(frame, view) && (
        <p class="buttons">
          <a class="button" href={to.scales(edition.municipality.code, edition.id, 'policies')}>
            {t('scales.edit-policies')}
          </a>
        </p>
      )}
    </section>
  )
}
