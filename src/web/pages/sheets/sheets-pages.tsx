import type { Problem } from '#domain/problem.ts'
import type { SheetReview } from '#operations/collection/sheet-review.ts'
import type { SheetsOfResponse, SheetsOfRound } from '#operations/collection/sheets-for-pages.ts'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'
import { SheetReviewPage } from './review-page.tsx'
import { RoundSheetsPage } from './round-page.tsx'
import { SendPage } from './send-page.tsx'

/** 回答の Excel の頁を HTML の文字にする。頁は値だけで決まる。 */
export const sendPage = (frame: Frame, view: SheetsOfResponse, refused?: Problem): string =>
  String(<SendPage frame={frame} view={view} refused={refused} />)

export const roundSheetsPage = (frame: Frame, view: SheetsOfRound, refused: readonly Problem[]): string =>
  String(<RoundSheetsPage frame={frame} view={view} refused={refused} />)

export const sheetReviewPage = (frame: Frame, review: SheetReview, notice?: string, given?: Form): string =>
  String(<SheetReviewPage frame={frame} review={review} notice={notice} given={given} />)
