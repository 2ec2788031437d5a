import type { Change } from '#domain/plan/difference.ts'

const aboutOf = ({ kind, id, name, change }: Change) => ({ kind, id, name, change })

/** 監査記録の「前」: 変わった欄の前の値、載らなくなった行そのもの。 */
export const earlierSide = (change: Change) => ({
  ...aboutOf(change),
  ...(change.change === 'gone' && { was: change.before }),
  ...(change.change === 'changed' && {
    fields: change.fields.map(({ field, year, before }) => ({ field, year, value: before })),
  }),
})

/** 監査記録の「後」: 変わった欄の後の値、新しい行そのもの。 */
export const laterSide = (change: Change) => ({
  ...aboutOf(change),
  ...(change.change === 'new' && { is: change.after }),
  ...(change.change === 'changed' && {
    fields: change.fields.map(({ field, year, after }) => ({ field, year, value: after })),
  }),
})
