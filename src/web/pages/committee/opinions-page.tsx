import type { OpinionLine, OpinionsView } from '#operations/committee/opinions-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { GradeMark } from '../../components/committee/grade-mark.tsx'
import { PlaceWords } from '../../components/committee/place-words.tsx'
import { opinionText, ReferralFacts } from '../../components/committee/referral-words.tsx'
import { Own } from '../../components/own-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: OpinionsView }

export const opinionsPage = (frame: Frame, view: OpinionsView): string =>
  String(<OpinionsPage frame={frame} view={view} />)

/** 意見と対応の一覧。締め切るまでは、企画課だけがみんなの意見を見る。 */
const OpinionsPage = ({ frame, view }: Props) => {
  const { t, to } = frame
  const { referral, edition, lines } = view
  const code = edition.municipality.code
  const title = t('committee.to-table')
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={title}
      wide
      crumbs={[{ words: referral.title, href: to.referral(code, referral.id), own: true }, { words: title }]}
    >
      <p class="sub">
        <Own frame={frame}>{referral.title}</Own>
      </p>
      <ReferralFacts frame={frame} referral={referral} today={view.today} />
      <p class="sub">{t(referral.status === 'closed' ? 'committee.table-lead' : 'committee.table-open')}</p>
      {view.may.answer && view.left > 0 && (
        <p class="screen-only">
          <a class="button primary" href={to.referral(code, referral.id, 'answers')}>
            {t('committee.to-answers')}
          </a>
        </p>
      )}
      {lines.length === 0 ? (
        <p class="empty">{t('committee.answers-none')}</p>
      ) : (
        <Scroll label={title}>
          <table class="plain committee-table">
            <caption class="unseen">{title}</caption>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">{t('committee.place')}</th>
                <th scope="col">{t('committee.member')}</th>
                <th scope="col">{t('committee.paper-text')}</th>
                <th scope="col">{t('committee.answer-kind')}</th>
                <th scope="col">{t('committee.answer-text')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <Line frame={frame} view={view} line={line} number={index + 1} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {referral.status === 'closed' && lines.length > 0 && <Files frame={frame} view={view} />}
    </CommitteeLayout>
  )
}

const Line = ({ frame, view, line, number }: Props & { line: OpinionLine; number: number }) => {
  const { t, to } = frame
  const { opinion, place, answer, paper } = line
  const { edition, referral, graded, may } = view
  return (
    <tr>
      <td class="n">{number}</td>
      <th scope="row">
        <PlaceWords frame={frame} place={place} />
      </th>
      <td>
        <Own frame={frame}>{opinion.memberName}</Own>
        {may.manage && paper && (
          <a
            class="screen-only"
            href={to.referral(edition.municipality.code, referral.id, 'paper', { opinion: opinion.id })}
          >
            {' '}
            {t('committee.paper-change')}
          </a>
        )}
      </td>
      <td class="committee-words">
        {opinion.grade !== null && (
          <>
            <GradeMark frame={frame} scale={graded.scales[opinion.subject?.kind ?? 'node']} code={opinion.grade} />{' '}
          </>
        )}
        <Own frame={frame}>{opinionText(frame, opinion)}</Own>
      </td>
      <td>{answer ? t(`committee.kind-${answer.kind}`) : '―'}</td>
      <td class="committee-words">
        {answer ? <Own frame={frame}>{answer.text}</Own> : t('committee.no-answer')}
        {answer && answer.departmentId !== null && (
          <small>
            {' '}
            <Own frame={frame}>{view.departments.get(answer.departmentId) ?? '―'}</Own>
          </small>
        )}
      </td>
    </tr>
  )
}

const Files = ({ frame, view: { edition, referral } }: Props) => {
  const { t, to } = frame
  const at = (format: string, names: boolean) =>
    to.referral(edition.municipality.code, referral.id, `opinion-table.${format}`, names ? { names: 'yes' } : {})
  return (
    <section class="screen-only" aria-labelledby="files">
      <h2 id="files">{t('committee.files')}</h2>
      {([false, true] as const).map((names) => (
        <p class="committee-files">
          <span id={`files-${names}`}>{t(names ? 'committee.files-named' : 'committee.files-unnamed')}</span>
          {formats(names).map((format) => (
            <a href={at(format, names)} aria-describedby={`files-${names}`}>
              {format === 'csv' || format === 'json'
                ? `${t('committee.data')} ${format.toUpperCase()}`
                : fileNames[format]}
            </a>
          ))}
        </p>
      ))}
    </section>
  )
}

/** データに委員の名は入らないので、名を載せるほうには並べない。 */
const formats = (names: boolean) =>
  names ? (['pdf', 'xlsx', 'docx'] as const) : (['pdf', 'xlsx', 'docx', 'csv', 'json'] as const)

const fileNames = { pdf: 'PDF', xlsx: 'Excel', docx: 'Word' } as const
