import { SubjectLayout, type SubjectPage } from '../subject-layout.tsx'

/** 重点目標の頁の枠。市 > 重点目標 > 年度 > 調書。 */
export const PriorityLayout = (page: SubjectPage) => {
  const { frame, municipality } = page
  return (
    <SubjectLayout
      {...page}
      home={{ words: frame.t('priority-year.title'), href: frame.to.priorityYear(municipality.code) }}
    />
  )
}
