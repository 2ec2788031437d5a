import type { PlanDraft } from './draft.ts'
import type { Edition } from './edition.ts'

/** 版を、突合が読む案の形にする。出典は新しいもの一つ。 */
export const asDraft = ({
  municipality,
  content,
  sources,
  title,
  kind,
  form,
  firstYear,
  lastYear,
}: Edition): PlanDraft => ({
  format: 'shirube-draft/1',
  source: { file: sources[0]?.file ?? '', sha256: sources[0]?.sha256 ?? '' },
  municipality,
  plan: { title, kind, form, firstYear, lastYear },
  ...content,
})
