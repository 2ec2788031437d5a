import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actOf, onlyOpen, type Who } from './acting.ts'

type Turned = Result<{ readonly revision: number }>

/** 見直しをやめる。図書も訂正も残り、また開ける。 */
export const discardReview = (app: App, code: string, id: string, who: Who): Promise<Turned> =>
  app.store.write(code, actOf(app, who), async (tx): Promise<Turned> => {
    const open = onlyOpen(await tx.reviews.get(id))
    return open.ok ? done({ revision: await tx.reviews.turn(open.value, 'discarded') }) : open
  })

/** やめた見直しをまた開く。取り込んだものは、取り込みを取り消すと開く。 */
export const reopenReview = (app: App, code: string, id: string, who: Who): Promise<Turned> =>
  app.store.write(code, actOf(app, who), async (tx): Promise<Turned> => {
    const review = await tx.reviews.get(id)
    if (!review) return refused('review-absent')
    if (review.status === 'adopted') return refused('review-already-adopted', { file: review.file })
    if (review.status === 'open') return done({ revision: review.revision })
    return done({ revision: await tx.reviews.turn(review, 'open') })
  })
