import type { Ground } from './revision.ts'

/** よりどころの、頁の欄での書き方。「grade」「opinion:…」「instruction:…」「public-comment」「other」 */
export const groundText = (ground: Ground): string => {
  if (ground.kind === 'opinion') return `opinion:${ground.opinionId}`
  return ground.kind === 'instruction' ? `instruction:${ground.instructionId}` : ground.kind
}

/** 頁の欄から。評価は、その指標に立っている区分（なければ「その他」）。 */
export const groundIn = (text: string, grade: Extract<Ground, { kind: 'grade' }> | null): Ground => {
  const [kind, id = ''] = text.split(':')
  if (kind === 'grade' && grade) return grade
  if (kind === 'opinion' && id !== '') return { kind, opinionId: id }
  if (kind === 'instruction' && id !== '') return { kind, instructionId: id }
  return { kind: kind === 'public-comment' ? kind : 'other' }
}
