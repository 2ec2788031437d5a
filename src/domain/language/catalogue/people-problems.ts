import type { Catalogue } from '../message.ts'

/** 人・課・招き・機構改革・人事異動で断るわけ。 */
export const peopleProblemWords = {
  'member-absent': {
    ja: 'その利用者は、この市にいません。利用者の一覧から選び直してください',
    en: 'This municipality has no such member. Choose one from the list of people',
  },
  'invitation-member-left': {
    ja: '{name}さんは去った人なので、招けません。戻ってきたのなら、先に「戻す」を押してください',
    en: '{name} has left and cannot be invited. If they are back, press "Bring back" first',
  },
  'invitation-already-in': {
    ja: '{name}さんは、もうログインできます。ログインできないときは、合言葉の作り直しを案内してください',
    en: '{name} can already sign in. If they cannot, help them reset the password',
  },
  'invitation-none-open': {
    ja: '使える招きはもうありません（使われたか、期限が切れています）。要るときは、もう一度招いてください',
    en: 'There is no open invitation any more (used or expired). Invite again if needed',
  },
  'invitation-unknown': {
    ja: 'この招きの番地は使えません。番地が途中で切れていないか確かめ、だめなら管理者に招き直しを頼んでください',
    en: 'This invitation address does not work. Check that it was not cut off; otherwise ask the administrator for a new one',
  },
  'invitation-used': {
    ja: 'この招きはもう使われています。すでに登録した人は、ログインしてください',
    en: 'This invitation has been used already. If you have registered, sign in',
  },
  'invitation-expired': {
    ja: 'この招きは、期限が切れたか取りやめられました。管理者に招き直しを頼んでください',
    en: 'This invitation has expired or was withdrawn. Ask the administrator for a new one',
  },
  'invitation-account-taken': {
    ja: 'いまログインしている口座は、この市では{name}さんのものです。ログアウトしてから、もう一度この番地を開いてください',
    en: 'The account you are signed in with belongs to {name} here. Sign out and open this address again',
  },
} as const satisfies Catalogue
