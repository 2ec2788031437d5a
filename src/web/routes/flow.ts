import type { Act, Route } from '../routes.ts'

/** 提出・確認・受理・差戻しと、実績の版の頁。 */
export const flowRoutes: readonly Route[] = []

export const flowActs: readonly Act[] = []
