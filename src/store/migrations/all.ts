import { plans } from './001-plans.ts'
import { audit } from './002-audit.ts'
import { walls } from './003-walls.ts'
import { reviews } from './004-reviews.ts'
import { adoptionCounts } from './005-adoption-counts.ts'
import { reports } from './006-reports.ts'
import { people } from './007-people.ts'
import { collection } from './008-collection.ts'
import { accounts } from './009-accounts.ts'
import { notices } from './010-notices.ts'
import { sheets } from './011-sheets.ts'
import { auditReading } from './012-audit-reading.ts'
import { evaluation } from './013-evaluation.ts'
import { priority } from './014-priority.ts'
import { revisions } from './015-revisions.ts'

/** 一つの移行。番号の順に一度だけ当てる。公開したあとの移行は書き換えず、次の番号を足す。 */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

/** すべての移行。SQL は文字列として持つので、一つのファイルに束ねても失われない。 */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'plans', sql: plans },
  { number: 2, name: 'audit', sql: audit },
  { number: 3, name: 'walls', sql: walls },
  { number: 4, name: 'reviews', sql: reviews },
  { number: 5, name: 'adoption-counts', sql: adoptionCounts },
  { number: 6, name: 'reports', sql: reports },
  { number: 7, name: 'people', sql: people },
  { number: 8, name: 'collection', sql: collection },
  { number: 9, name: 'accounts', sql: accounts },
  { number: 10, name: 'notices', sql: notices },
  { number: 11, name: 'sheets', sql: sheets },
  { number: 12, name: 'audit-reading', sql: auditReading },
  { number: 13, name: 'evaluation', sql: evaluation },
  { number: 14, name: 'priority', sql: priority },
  { number: 15, name: 'revisions', sql: revisions },
]
