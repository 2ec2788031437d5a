/**
 * 画面・端末に出すことば。文は目録（catalogue）に日英そろえて置き、ほかの場所は
 * 「どの文か」と「埋める値」だけを運ぶ。値が同じなら文も同じになる。
 */
export type Language = 'ja' | 'en'

/** 一つの文の日英。`{name}` の形の欄に値が入る。 */
export type Wording = { readonly ja: string; readonly en: string }

/** 目録の一冊。主題ごとに `catalogue/*.ts` に分ける。 */
export type Catalogue = Readonly<Record<string, Wording>>

export type Params = Readonly<Record<string, string | number>>

/**
 * 目録の文とその値。`{ code: 'rate-differs', params: { name: '新規創業件数', printed: '75.6%' } }`
 * `also` は後ろに続けて言う文（「（実績は暫定値）」）。括弧や空白も目録の側で持つ。
 */
export type Message = { readonly code: string; readonly params: Params; readonly also?: readonly Message[] }

/** 文の欄に値を入れる。値のない欄は書き手の誤りなので投げる。 */
export const fill = (wording: string, params: Params): string =>
  wording.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key]
    if (value === undefined) throw new Error(`message parameter missing: {${key}} in "${wording}"`)
    return String(value)
  })
