import { SubjectLayout, type SubjectPage } from '../subject-layout.tsx'

/** 外部の会議の頁の枠。市 > 外部の会議 > いまの頁。 */
export const CommitteeLayout = (page: SubjectPage) => {
  const { frame, municipality } = page
  return (
    <SubjectLayout
      {...page}
      home={{ words: frame.t('committee.title'), href: frame.to.referrals(municipality.code) }}
    />
  )
}
