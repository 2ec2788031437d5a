import { part, query } from './address-parts.ts'

type Asked = Readonly<Record<string, string | number | undefined>>

/** 一年の仕事の番地：ログイン、人と課、照会、入力、確認、通知、監査。 */
export const yearAddresses = (root: string) => {
  const city = (code: string) => `${root}/${code}`
  const round = (code: string, id: string) => `${city(code)}/rounds/${part(id)}`
  const response = (code: string, id: string) => `${city(code)}/responses/${part(id)}`
  return {
    login: (next?: string) => `${root}/login${query({ next })}`,
    logout: () => `${root}/logout`,
    /** 初めの管理者を作る頁。合言葉は端末に出る。 */
    first: (token: string) => `${root}/first/${part(token)}`,
    /** 合言葉を忘れたとき。 */
    reset: (token?: string) => `${root}/reset${token === undefined ? '' : `/${part(token)}`}`,
    /** 自分の口座（合言葉・二要素・ほかの機械のログイン）。 */
    account: (act?: string) => `${root}/account${act === undefined ? '' : `/${part(act)}`}`,
    invitation: (code: string, token: string) => `${city(code)}/invitations/${part(token)}`,
    /** 見本で役を選んで試す（POST）。 */
    demonstration: (code: string) => `${city(code)}/demonstration`,
    oidc: (code: string) => `${city(code)}/oidc`,
    /** あなたの仕事（待っているもの）。 */
    work: (code: string) => `${city(code)}/work`,
    people: (code: string, id?: string, asked: Asked = {}) =>
      `${city(code)}/people${id === undefined ? '' : `/${part(id)}`}${query(asked)}`,
    personAct: (code: string, id: string, act: string) => `${city(code)}/people/${part(id)}/${part(act)}`,
    /** 課の木。 */
    organisation: (code: string, asked: Asked = {}) => `${city(code)}/organisation${query(asked)}`,
    /** 機構改革。 */
    organisationChange: (code: string, asked: Asked = {}) => `${city(code)}/organisation/change${query(asked)}`,
    /** 人事異動。 */
    transfer: (code: string, asked: Asked = {}) => `${city(code)}/transfer${query(asked)}`,
    /** 指標の担当。 */
    owners: (code: string, asked: Asked = {}) => `${city(code)}/owners${query(asked)}`,
    rounds: (code: string) => `${city(code)}/rounds`,
    newRound: (code: string) => `${city(code)}/rounds/new`,
    /** 進行表。 */
    round: (code: string, id: string, asked: Asked = {}) => `${round(code, id)}${query(asked)}`,
    /** 照会の頁と働きかけ。`name` は edit・preview・open・schedule・remind・close・reopen・accept… */
    roundPart: (code: string, id: string, name: string, asked: Asked = {}) =>
      `${round(code, id)}/${part(name)}${query(asked)}`,
    /** 課の入力の頁。 */
    response: (code: string, id: string, asked: Asked = {}) => `${response(code, id)}${query(asked)}`,
    /** 回答の頁と働きかけ。`name` は save・check・review・step・sheet.xlsx・upload・extend… */
    responsePart: (code: string, id: string, name: string, asked: Asked = {}) =>
      `${response(code, id)}/${part(name)}${query(asked)}`,
    evidence: (code: string, response_: string, item: string, id?: string) =>
      `${response(code, response_)}/items/${part(item)}/evidence${id === undefined ? '' : `/${part(id)}`}`,
    /** 届いた回答の Excel を、取り込む前に確かめる頁。 */
    sheet: (code: string, id: string, act?: string) =>
      `${city(code)}/sheets/${part(id)}${act === undefined ? '' : `/${part(act)}`}`,
    /** 実績の版（速報・確定・遡及修正）。 */
    actuals: (code: string, edition: string, indicator: string, asked: Asked = {}) =>
      `${city(code)}/plans/${part(edition)}/indicators/${part(indicator)}/actuals${query(asked)}`,
    notices: (code: string, asked: Asked = {}) => `${city(code)}/notices${query(asked)}`,
    noticesSeen: (code: string) => `${city(code)}/notices/seen`,
    audit: (code: string, asked: Asked = {}) => `${city(code)}/audit${query(asked)}`,
    auditFile: (code: string, format: string, asked: Asked = {}) =>
      `${city(code)}/audit/file.${part(format)}${query(asked)}`,
    /** 設定。`name` は login（OIDC）・mail・backup。 */
    citySettings: (code: string, name?: string) =>
      `${city(code)}/settings${name === undefined ? '' : `/${part(name)}`}`,
  }
}
