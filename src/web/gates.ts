import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'

/**
 * 番地ごとの門。どの頁も送信も、ここに一行があり、してよいことの表（`permissions`）の一つを指す。ない番地では、しるべは開かない。
 * open だれでも（市の一覧、ログイン）。signed-in ログインした人なら、だれでも（自分の口座）。member この市の役を持つ人（自分の仕事・通知）。
 * 課を問う行いでは、門は「どこかの課でできるか」までを見て、その課かどうかは操作が見る。
 */
export type Gate = PermittedAct | 'open' | 'signed-in' | 'member'

/** 通すか、ログインを求めるか、断るか。 */
export type Passage = 'pass' | 'sign-in' | 'forbidden'

/**
 * 門を通れるか。`openToAll` は、見本の市のように、名のらなくても見てよい市。
 *
 * @example passage('round-manage', nobody, false) // → 'sign-in'
 */
export const passage = (gate: Gate, person: Person, openToAll: boolean): Passage => {
  if (gate === 'open') return 'pass'
  const known = person.kind !== 'nobody'
  if (gate === 'signed-in') return known ? 'pass' : 'sign-in'
  if (gate === 'member' && (person.kind === 'workbench' || person.grants.length > 0)) return 'pass'
  if (gate === 'member') return known ? 'forbidden' : 'sign-in'
  if (permits(person, gate) || (gate === 'plan-read' && openToAll)) return 'pass'
  return known ? 'forbidden' : 'sign-in'
}

export const gates: Readonly<Record<string, Gate>> = {
  // 課の入力
  'GET /:code/responses/:response': 'answer-read',
  'GET /:code/responses/:response/items/:item/evidence/:id': 'answer-read',
  'POST /:code/responses/:response/save': 'answer-read',
  'POST /:code/responses/:response/check': 'answer-enter',
  'GET /intake': 'signed-in',
  'GET /:code/intake': 'plan-import',
  'GET /:code/reviews/:id': 'plan-import',
  'GET /:code/reviews/:id/changes': 'plan-import',
  'GET /:code/reviews/:id/columns': 'plan-import',
  'GET /:code/reviews/:id/difference': 'plan-import',
  'GET /:code/adoptions/:id': 'plan-import',
  'GET /:code/adoptions/:id/undo': 'plan-import',
  'GET /:code/plans/:edition/findings': 'plan-read',
  'GET /:code/plans/:edition/reports': 'plan-read',
  'GET /:code/plans/:edition/reports/files/:id': 'plan-read',
  'GET /:code/plans/:edition/reports/files/:id/state': 'plan-read',
  'GET /:code/plans/:edition/reports/files/:id/file': 'plan-read',
  'GET /:code/plans/:edition/reports/data/:file{[a-z-]+\\.(?:csv|json|xlsx)}': 'plan-read',
  'GET /:code/plans/:edition/reports/templates': 'plan-read',
  'GET /:code/plans/:edition/reports/templates/:id': 'plan-read',
  'GET /:code/plans/:edition/reports/templates/:id/filled': 'plan-read',
  'GET /:code/plans/:edition/reports/templates/:id/original': 'plan-read',
  'GET /:code/plans/:edition/reports/starters/:file{[a-z-]+\\.(?:xlsx|docx)}': 'plan-read',
  'GET /:code/plans/:edition/reports/:form/publish': 'report-publish',
  'GET /:code/publications': 'plan-read',
  'GET /:code/publications/:id': 'plan-read',
  'GET /:code/publications/:id/:file{file\\.(?:pdf|xlsx|docx)}': 'plan-read',
  'GET /:code/publications/:id/files/:name': 'plan-read',
  'GET /:code/plans/:edition/reports/:form': 'plan-read',
  'GET /:code/plans/:edition/reports/:form/print': 'plan-read',
  'GET /:code/plans/:edition/reports/:form/:file{file\\.(?:pdf|xlsx|docx)}': 'plan-read',
  'GET /': 'open',
  'GET /:code': 'plan-read',
  'GET /:code/plans/:edition': 'plan-read',
  'GET /:code/plans/:edition/progress': 'plan-read',
  'GET /:code/plans/:edition/indicators/:id': 'plan-read',
  'GET /:code/sources/:sha256': 'plan-read',
  'GET /:code/plans/:edition/summary': 'plan-read',
  'GET /:code/plans/:edition/projects': 'plan-read',
  'GET /:code/plans/:edition/projects/:id': 'plan-read',
  'GET /:code/plans/:edition/priority': 'plan-read',
  'GET /:code/plans/:edition/revision': 'plan-read',
  'GET /:code/departments': 'plan-read',
  'GET /:code/departments/:name': 'plan-read',
  'GET /:code/tags': 'plan-read',
  'GET /:code/tags/:kind': 'plan-read',
  'GET /:code/tags/:kind/:value': 'plan-read',
  'GET /:code/search': 'plan-read',
  'GET /:code/notices': 'member',
  'POST /:code/notices/seen': 'member',
  'GET /:code/settings': 'member',
  'GET /:code/settings/mail': 'settings-change',
  'POST /:code/settings/mail': 'settings-change',
  'POST /:code/settings/mail/test': 'settings-change',
  'GET /:code/responses/:response/sheet.xlsx': 'answer-read',
  'GET /:code/responses/:response/upload': 'answer-read',
  'GET /:code/rounds/:round/sheets.zip': 'round-manage',
  'GET /:code/rounds/:round/sheets': 'round-manage',
  'GET /:code/sheets/:id': 'answer-read',
  'GET /:code/sheets/:id/file': 'answer-read',
  'POST /:code/responses/:response/upload': 'answer-enter',
  'POST /:code/rounds/:round/sheets': 'round-manage',
  'POST /:code/sheets/:id/take': 'answer-enter',
  'POST /:code/sheets/:id/discard': 'answer-enter',
  'GET /:code/rounds': 'round-read',
  'GET /:code/rounds/new': 'round-manage',
  'GET /:code/rounds/:round/edit': 'round-manage',
  'GET /:code/rounds/:round/preview': 'round-manage',
  'GET /:code/rounds/:round': 'round-read',
  'GET /:code/rounds/:round/close': 'round-manage',
  'POST /:code/rounds/new': 'round-manage',
  'POST /:code/rounds/:round/edit': 'round-manage',
  'POST /:code/rounds/:round/open': 'round-manage',
  'POST /:code/rounds/:round/schedule': 'round-manage',
  'POST /:code/rounds/:round/unschedule': 'round-manage',
  'POST /:code/rounds/:round/remove': 'round-manage',
  'POST /:code/rounds/:round/remind': 'round-manage',
  'POST /:code/rounds/:round/extend': 'round-manage',
  'POST /:code/rounds/:round/add': 'round-manage',
  'POST /:code/rounds/:round/close': 'round-manage',
  'POST /:code/rounds/:round/reopen': 'round-manage',
  'POST /years': 'open',
  'POST /intake': 'signed-in',
  'POST /:code/intake': 'plan-import',
  'POST /:code/reviews/:id/edit': 'plan-import',
  'POST /:code/reviews/:id/undo': 'plan-import',
  'POST /:code/reviews/:id/form': 'plan-import',
  'POST /:code/reviews/:id/heading': 'plan-import',
  'POST /:code/reviews/:id/move': 'plan-import',
  'POST /:code/reviews/:id/discard': 'plan-import',
  'POST /:code/reviews/:id/reopen': 'plan-import',
  'POST /:code/reviews/:id/name': 'plan-import',
  'POST /:code/reviews/:id/columns': 'plan-import',
  'POST /:code/reviews/:id/adopt': 'plan-import',
  'POST /:code/adoptions/:id/undo': 'plan-import',
  'POST /:code/plans/:edition/correct': 'plan-import',
  'POST /:code/plans/:edition/findings': 'finding-answer',
  'POST /:code/plans/:edition/reports/files/:id/cancel': 'report-make',
  'POST /:code/plans/:edition/reports/files/:id/delete': 'report-make',
  'POST /:code/plans/:edition/reports/templates': 'report-arrange',
  'POST /:code/plans/:edition/reports/templates/:id/delete': 'report-arrange',
  'POST /:code/plans/:edition/reports/:form/publish': 'report-publish',
  'POST /:code/plans/:edition/reports/named/:id/delete': 'report-arrange',
  'POST /:code/plans/:edition/reports/:form/name': 'report-arrange',
  'POST /:code/plans/:edition/reports/:form/start': 'report-make',
}
