import type { Catalogue } from '../message.ts'

/** 重点目標・改訂・担当課・印の頁のことば。 */
export const webPlaceWords = {} as const satisfies Catalogue
