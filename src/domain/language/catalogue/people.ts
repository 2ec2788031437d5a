import type { Catalogue } from '../message.ts'

/** 地方公共団体・部署のことば。 */
export const peopleWords = {
  'municipality-code-shape': {
    ja: '団体コード「{text}」は6桁の数字ではありません。検査数字を含む6桁で入れてください（例：152081）',
    en: 'Municipality code "{text}" is not six digits. Enter all six, check digit included (for example 152081)',
  },
  'municipality-code-prefecture': {
    ja: '団体コード「{text}」の初めの2桁は都道府県（01～47）ではありません。総務省の団体コード一覧で確かめてください',
    en: 'The first two digits of "{text}" are not a prefecture (01–47). Check the official list of codes',
  },
  'municipality-code-check-digit': {
    ja: '団体コード「{text}」は検査数字が合いません。初めの5桁が正しければ {expected} です。打ち間違いがないか確かめてください',
    en: 'The check digit of "{text}" does not fit. If the first five digits are right, the code is {expected}. Check for a slip',
  },
  'not-permitted': {
    ja: 'この役ではできません。できる人（企画課や管理者）に頼むか、役を持つ人としてログインし直してください',
    en: 'Your role does not allow this. Ask someone who may (the planning office or an administrator), or sign in as them',
  },
  'city-not-yours': {
    ja: '団体コード {code} の市に取り込める役ではありません。その市の企画課か管理者に頼んでください',
    en: 'You may not import into municipality {code}. Ask its planning office or administrator',
  },
  'sign-in-needed': {
    ja: 'ログインしていないか、ログインの時間が切れました。ログインし直すと、続きから始められます',
    en: 'You are not signed in, or your sign-in has expired. Sign in again to go on from here',
  },
  'role-planner': { ja: '企画課', en: 'Planning office' },
  'role-editor': { ja: '課の担当者', en: 'Department clerk' },
  'role-approver': { ja: '課長・部長', en: 'Department head' },
  'role-executive': { ja: '市長・副市長・本部員', en: 'Executive' },
  'role-reviewer': { ja: '外部委員', en: 'Committee member' },
  'role-administrator': { ja: '管理者', en: 'Administrator' },
  'role-auditor': { ja: '監査', en: 'Auditor' },
} as const satisfies Catalogue
