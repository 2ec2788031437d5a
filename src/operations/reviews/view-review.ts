import type { ReviewView } from '#domain/review/review.ts'
import type { SourceDocument } from '#reading/document.ts'
import type { App } from '../app.ts'

export const viewReview = async (_app: App, _code: string, _id: string): Promise<ReviewView | undefined> => undefined

export const reviewDocument = async (_app: App, _code: string, _id: string): Promise<SourceDocument | undefined> =>
  undefined
