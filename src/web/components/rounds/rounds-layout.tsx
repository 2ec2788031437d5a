import { SubjectLayout, type SubjectPage } from '../subject-layout.tsx'

/** 照会の頁の枠。市 > 照会 > いまの頁。 */
export const RoundsLayout = (page: SubjectPage) => {
  const { frame, municipality } = page
  return <SubjectLayout {...page} home={{ words: frame.t('rounds.title'), href: frame.to.rounds(municipality.code) }} />
}
