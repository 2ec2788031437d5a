/**
 * 役。planner 企画課（一年を回す）、editor 課の担当者（入力）、approver 課長・部長（決裁）、executive 市長・副市長・本部員（見る・指示する）、
 * reviewer 外部委員（意見）、administrator 管理者（人と設定）、auditor 監査（記録を読む）。市民は役を持たずに見る。
 */
export const roles = ['planner', 'editor', 'approver', 'executive', 'reviewer', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** 課ごとに持つ役。ほかの役は市の全体に働く。 */
export const departmentRoles: readonly Role[] = ['editor', 'approver']

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
