import type { Subject } from '#domain/evaluation/evaluation.ts'

/** 計画の全体についての意見の名。 */
export const wholePlan = 'plan'

/** 意見を言うところの短い名（欄の名・頁の中の名）。`subjectKey({ kind: 'node', id })` → `node:…`、全体なら `plan` */
export const subjectKey = (subject: Subject | null): string =>
  subject === null ? wholePlan : `${subject.kind}:${subject.id}`

/** 短い名から、評価するものに。全体か、読めない名なら undefined。 */
export const subjectIn = (key: string): Subject | undefined => {
  const [, kind, id] = /^(indicator|project|node):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key) ?? []
  return kind !== undefined && id !== undefined ? { kind: kind as Subject['kind'], id } : undefined
}
