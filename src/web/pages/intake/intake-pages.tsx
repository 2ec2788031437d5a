import type { ColumnsPageView } from '#operations/reviews-for-pages/view-columns.ts'
import type { AdoptionPageView, DifferencePageView } from '#operations/reviews-for-pages/view-difference.ts'
import type { IntakeView } from '#operations/reviews-for-pages/view-intake.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import type { Frame } from '../../frame.ts'
import { AdoptionPage, UndoPage } from './adoption-page.tsx'
import { ColumnsPage, type RefusedColumns } from './columns-page.tsx'
import { ConflictPage, type ConflictProps } from './conflict-page.tsx'
import { DifferencePage } from './difference-page.tsx'
import { type IntakeGiven, IntakePage } from './intake-page.tsx'
import { type Given, ReviewPage } from './review-page.tsx'

/** 取込みの頁を HTML の文字にする。頁は値だけで決まる。 */
export const intakePage = (frame: Frame, view: IntakeView, given: IntakeGiven): string =>
  String(<IntakePage frame={frame} view={view} given={given} />)

export const reviewPage = (frame: Frame, page: ReviewPageView, given: Given): string =>
  String(<ReviewPage frame={frame} page={page} given={given} />)

export const conflictPage = (props: ConflictProps): string => String(<ConflictPage {...props} />)

export const columnsPage = (frame: Frame, page: ColumnsPageView, refused?: RefusedColumns): string =>
  String(<ColumnsPage frame={frame} page={page} refused={refused} />)

export const differencePage = (frame: Frame, page: DifferencePageView, refused?: string): string =>
  String(<DifferencePage frame={frame} page={page} refused={refused} />)

export const adoptionPage = (frame: Frame, page: AdoptionPageView): string =>
  String(<AdoptionPage frame={frame} page={page} />)

export const undoPage = (frame: Frame, page: AdoptionPageView): string => String(<UndoPage frame={frame} page={page} />)
