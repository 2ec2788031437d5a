/** 地方公共団体。`code` は検査数字つき 6 桁の団体コード（文字列）。 */
export type Municipality = { readonly code: string; readonly name: string }
