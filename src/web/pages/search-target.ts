import type { SearchHit } from '#operations/search-city.ts'
import { isFolded } from '#operations/view-plan.ts'
import { nodeAnchor } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

/** 見つけたものの頁。 */
export const targetHref = ({ to }: Frame, { edition, target }: SearchHit['entry']): string => {
  const code = edition.municipality.code
  switch (target.kind) {
    case 'indicator':
      return to.indicator(code, edition.id, target.id)
    case 'project':
      return to.project(code, edition.id, target.id)
    case 'node':
      // 大きな計画の木では節が畳まれているので、その節だけの一覧表へ。
      return isFolded(edition)
        ? to.progress(code, edition.id, { node: target.id })
        : `${to.plan(code, edition.id)}#${nodeAnchor(target.id)}`
    case 'department':
      return to.departments(code, target.name)
    case 'priority':
      return to.priority(code, edition.id, target.department)
    case 'instruction':
      return to.priority(code, edition.id)
    case 'revision':
      return to.revision(code, edition.id)
    case 'source':
      return to.source(code, target.sha256)
  }
}
