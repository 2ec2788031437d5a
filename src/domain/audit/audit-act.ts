/**
 * 監査記録に残る行い（`record({ act })` の符号）を、主題ごとに。ことばは目録の `audit.act-<符号>`。
 * 試験（`tests/house/audit-acts.test.ts`）が、プログラムの残すどの行いもここにあり、ことばを持つことを確かめる。
 */
export const auditActs = {
  plan: [
    'municipality-added',
    'edition-adopted',
    'edition-updated',
    'source-kept',
    'adoption-undone',
    'actual-revised',
    'actual-versions-added',
    'answers-accepted',
    'finding-answered',
    'finding-answer-withdrawn',
    'mapping-learned',
    'indicators-linked',
    'indicator-unlinked',
  ],
  review: [
    'review-opened',
    'review-edited',
    'review-edit-undone',
    'review-read-again',
    'review-moved',
    'review-adopted',
    'review-discarded',
    'review-reopened',
  ],
  report: [
    'published',
    'report-named',
    'report-name-removed',
    'file-asked',
    'file-made',
    'file-failed',
    'file-cancelled',
    'file-removed',
    'template-kept',
    'template-removed',
  ],
  round: [
    'round-changed',
    'round-removed',
    'response-opened',
    'response-items-added',
    'response-extended',
    'response-moved',
    'response-reorganised',
  ],
  response: [
    'answers-written',
    'evidence-added',
    'evidence-removed',
    'comment-added',
    'response-begin',
    'response-submit',
    'response-withdraw',
    'response-approve',
    'response-approve-for',
    'response-note-seen',
    'response-return-by-head',
    'response-accept',
    'response-return-by-planner',
    'sheet-received',
    'sheet-taken',
    'sheet-discarded',
  ],
  evaluation: [
    'evaluation-year-opened',
    'evaluation-year-closed',
    'evaluation-year-reopened',
    'evaluations-written',
    'evaluations-as-computed',
  ],
  priority: [
    'priority-year-put',
    'priority-sheet-opened',
    'priority-sheet-written',
    'priority-reports-written',
    'priority-sheet-moved',
    'priority-propose',
    'priority-withdraw',
    'priority-confirm',
    'priority-return',
    'priority-report-interim',
    'priority-withdraw-interim',
    'priority-hear-interim',
    'priority-return-interim',
    'priority-report-final',
    'priority-withdraw-final',
    'priority-close',
    'priority-return-final',
    'priority-reopen',
  ],
  instruction: [
    'instruction-given',
    'instruction-answer',
    'instruction-accept',
    'instruction-ask-again',
    'instruction-withdraw',
    'instruction-hand-over',
    'instruction-extend',
  ],
  people: [
    'department-added',
    'department-changed',
    'department-reorganised',
    'member-added',
    'member-changed',
    'membership-added',
    'membership-ended',
    'invitation-made',
    'invitation-used',
    'invitation-revoked',
    'owners-added',
    'owners-ended',
  ],
  login: [
    'signed-in',
    'sign-in-failed',
    'signed-out',
    'sessions-ended',
    'password-changed',
    'password-reset',
    'reset-link-made',
    'two-factor-on',
    'two-factor-off',
    'backup-codes-made',
    'invitation-accepted',
  ],
  notice: ['notice-told', 'notices-seen', 'mail-sent', 'mail-failed'],
  setting: [
    'login-setting-changed',
    'login-setting-removed',
    'mail-setting-changed',
    'municipality-demonstration',
    'municipality-demonstration-ended',
    'municipality-exported',
    'restored',
  ],
} as const

export type AuditGroup = keyof typeof auditActs
export type AuditAct = (typeof auditActs)[AuditGroup][number]

export const auditGroups = Object.keys(auditActs) as readonly AuditGroup[]

/** 主題の名か、行いの符号から、行いの並びを。知らない字なら undefined。 */
export const actsNamed = (text: string): readonly string[] | undefined => {
  if (Object.hasOwn(auditActs, text)) return auditActs[text as AuditGroup]
  return isAuditAct(text) ? [text] : undefined
}

export const isAuditAct = (text: string): text is AuditAct =>
  auditGroups.some((group) => (auditActs[group] as readonly string[]).includes(text))
