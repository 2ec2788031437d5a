import type { ReferralLine, ReferralsView } from '#operations/committee/referrals-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { ReferralFacts } from '../../components/committee/referral-words.tsx'
import { Own } from '../../components/own-words.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: ReferralsView }

export const referralsPage = (frame: Frame, view: ReferralsView): string =>
  String(<ReferralsPage frame={frame} view={view} />)

/** 付議の一覧。委員には、見せられたものだけ。 */
const ReferralsPage = ({ frame, view }: Props) => {
  const { t, to } = frame
  const { municipality, lines, manages } = view
  return (
    <CommitteeLayout frame={frame} municipality={municipality} title={t('committee.title')}>
      <p class="sub">{t('committee.lead')}</p>
      {manages && (
        <p class="buttons">
          <a class="button primary" href={to.referral(municipality.code, 'new')}>
            {t('committee.new')}
          </a>
        </p>
      )}
      {lines.length === 0 ? (
        <p class="empty">{t(manages ? 'committee.none' : 'committee.none-for-reviewer')}</p>
      ) : (
        <ul class="committee-list">
          {lines.map((line) => (
            <Line frame={frame} view={view} line={line} />
          ))}
        </ul>
      )}
    </CommitteeLayout>
  )
}

const Line = ({ frame, view, line }: Props & { line: ReferralLine }) => {
  const { t, to } = frame
  const { referral, plan, opinions, waiting } = line
  const { code } = view.municipality
  return (
    <li>
      <p class="committee-name">
        <a href={to.referral(code, referral.id)}>
          <Own frame={frame}>{referral.title}</Own>
        </a>{' '}
        <small>
          <Own frame={frame}>{plan}</Own>
        </small>
      </p>
      <ReferralFacts frame={frame} referral={referral} today={view.today} />
      <p class="committee-facts">
        <span>{t('committee.count', { count: opinions })}</span>
        {waiting > 0 && (
          <a href={to.referral(code, referral.id, 'answers')}>{t('committee.count-waiting', { count: waiting })}</a>
        )}
      </p>
    </li>
  )
}
