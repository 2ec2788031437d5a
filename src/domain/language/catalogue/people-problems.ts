import type { Catalogue } from '../message.ts'

/** 人・課・招待・機構改革・人事異動で断るわけ。 */
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
    ja: '{name}さんは、もうログインできます。ログインできないときは、パスワードの作り直しを案内してください',
    en: '{name} can already sign in. If they cannot, help them reset the password',
  },
  'invitation-none-open': {
    ja: '使える招待はもうありません（使われたか、期限が切れています）。要るときは、もう一度招待してください',
    en: 'There is no open invitation any more (used or expired). Invite again if needed',
  },
  'invitation-unknown': {
    ja: 'この招待のリンクは使えません。リンクが途中で切れていないか確かめ、だめなら管理者に、もう一度招待してもらってください',
    en: 'This invitation address does not work. Check that it was not cut off; otherwise ask the administrator for a new one',
  },
  'invitation-used': {
    ja: 'この招待はもう使われています。すでに登録した人は、ログインしてください',
    en: 'This invitation has been used already. If you have registered, sign in',
  },
  'invitation-expired': {
    ja: 'この招待は、期限が切れたか取りやめられました。管理者に、もう一度招待してもらってください',
    en: 'This invitation has expired or was withdrawn. Ask the administrator for a new one',
  },
  'invitation-account-taken': {
    ja: 'いまログインしているアカウントは、この市では{name}さんのものです。ログアウトしてから、もう一度このリンクを開いてください',
    en: 'The account you are signed in with belongs to {name} here. Sign out and open this address again',
  },

  'member-name-needed': { ja: '氏名を入れてください', en: 'Enter a name' },
  'member-mail-wrong': {
    ja: '「{mail}」はメールアドレスの形ではありません。打ち間違いがないか確かめてください（メールがなければ空に）',
    en: '"{mail}" is not a mail address. Check it, or leave it empty if there is none',
  },
  'member-mail-taken': {
    ja: 'メール {mail} は、{name}さんのものです。別のアドレスにするか、同じ人なら{name}さんの頁で役を足してください',
    en: 'The mail {mail} belongs to {name}. Use another address, or if it is the same person add a role on the page of {name}',
  },
  'member-changed-meanwhile': {
    ja: '直しているあいだに、ほかの人が変えました。いまは 氏名「{name}」・メール「{mail}」・内線「{phone}」です。打ったものは欄に残してあります。それでよければ、もう一度「直す」を押してください',
    en: 'Someone else changed this meanwhile. It is now: name "{name}", mail "{mail}", phone "{phone}". What you typed is kept; press "Change" again to use it',
  },
  'role-day-wrong': { ja: '日を「2026-04-01」の形で入れてください', en: 'Enter the day as 2026-04-01' },
  'role-days-reversed': {
    ja: '終わりの日が、初めの日より前です。どちらかを直してください',
    en: 'The last day is before the first. Correct one of them',
  },
  'role-needs-department': {
    ja: 'この役には課が要ります。その日にある課を選んでください',
    en: 'This role needs a department. Choose one that exists on that day',
  },
  'role-held-already': { ja: '{name}さんは、その役をもう持っています', en: '{name} already holds this role' },
  'role-acting-needs-end': {
    ja: '代理には終わりの日が要ります。分からなければ年度の終わりの日にしておき、早く終わったら、その日までとしてください',
    en: 'An acting role needs a last day. If unknown, use the end of the fiscal year and shorten it later',
  },
  'absence-needs-start': { ja: '不在の初めの日を入れてください', en: 'Enter the first day of absence' },
  'last-administrator': {
    ja: '管理者が一人もいなくなるので、できません。先に別の人に管理者の役を与えてください',
    en: 'No administrator would be left, so this was not done. Give the role to someone else first',
  },

  'roster-no-header': {
    ja: '一行目に見出し（氏名,メール,役,課,内線）がありません。見本のCSVの一行目を写してください',
    en: 'The first line has no headings (氏名,メール,役,課,内線). Copy the first line of the sample CSV',
  },
  'roster-no-name': { ja: '{line}行目：氏名がありません', en: 'Line {line}: no name' },
  'roster-bad-mail': {
    ja: '{line}行目：「{mail}」はメールアドレスの形ではありません',
    en: 'Line {line}: "{mail}" is not a mail address',
  },
  'roster-no-role': {
    ja: '{line}行目：役がありません。企画課・担当者・課長・部長・市長・外部委員・管理者・監査 のどれかを入れてください',
    en: 'Line {line}: no role. Use 企画課, 担当者, 課長, 部長, 市長, 外部委員, 管理者 or 監査 (or planner, editor, approver …)',
  },
  'roster-unknown-role': {
    ja: '{line}行目：役「{role}」が分かりません。企画課・担当者・課長・部長・市長・外部委員・管理者・監査 のどれかにしてください',
    en: 'Line {line}: unknown role "{role}". Use 企画課, 担当者, 課長, 部長, 市長, 外部委員, 管理者 or 監査 (or planner, editor, approver …)',
  },
  'roster-no-department': {
    ja: '{line}行目：{name}さんの課がありません。担当者と課長・部長には課が要ります',
    en: 'Line {line}: no department for {name}. Clerks and heads need one',
  },
  'roster-unknown-department': {
    ja: '{line}行目：課「{department}」はありません。名を確かめるか、先に「課」の頁で足してください',
    en: 'Line {line}: there is no department "{department}". Check the name, or add it on the page of departments first',
  },
  'roster-several-departments': {
    ja: '{line}行目：課「{department}」は二つ以上あります。「部／課」と書いてください',
    en: 'Line {line}: there are several departments "{department}". Write 部／課',
  },
  'roster-mail-twice': {
    ja: '{line}行目：メール {mail} が、{first}行目の{other}さんと同じです（この行は{name}さん）。兼務なら氏名をそろえ、別の人ならメールを直してください',
    en: 'Line {line}: mail {mail} is also that of {other} on line {first} (this line is {name}). Make the names agree if it is one person, otherwise correct the mail',
  },
  'roster-several-people': {
    ja: '{line}行目：{name}さんという人が二人以上います。メールを書いて、どの人かを示してください',
    en: 'Line {line}: there are several people called {name}. Add the mail to say which one',
  },
  'roster-left': {
    ja: '{line}行目：{name}さんは去った人です。戻ったのなら、その人の頁で「戻す」を押してから取り込んでください',
    en: 'Line {line}: {name} has left. If they are back, press "Bring back" on their page first',
  },
  'roster-file-needed': { ja: '名簿のファイルを選んでください', en: 'Choose the roster file' },

  'department-name-needed': { ja: '課の名を入れてください', en: 'Enter the name of the department' },
  'department-day-wrong': {
    ja: '日を「2026-04-01」の形で入れてください。打ったものは、そのまま残してあります',
    en: 'Enter the day as 2026-04-01. What you typed is kept',
  },
  'department-parent-absent': {
    ja: 'その日には、選んだ上の課がありません。日か、上の課を選び直してください',
    en: 'The chosen upper department does not exist on that day. Change the day or the department',
  },
  'department-no-such-parent': {
    ja: '上の課「{name}」が見つかりません（なければ空に、同じ名があれば「部／課」と）。候補から選んでください',
    en: 'There is no single department "{name}" to put it under. Choose from the suggestions (empty for the top)',
  },
  'department-already-there': {
    ja: '「{name}」は、同じ上の課の下にもうあります',
    en: '"{name}" already exists under the same department',
  },
  'department-absent': {
    ja: 'その課はありません。課の頁を開き直してください',
    en: 'There is no such department. Open the page again',
  },
  'start-nothing-chosen': { ja: '作る課を一つは選んでください', en: 'Choose at least one department to make' },

  'reorganisation-nothing': {
    ja: '変わる課がありません。一つは選んでください',
    en: 'Nothing changes. Choose at least one department',
  },
  'reorganisation-circle': {
    ja: '部と課の上下が輪になるので、できません。付け替えの行き先を見直してください',
    en: 'Departments would stand in a circle. Look again at what moves under what',
  },
  'reorganisation-department-gone': {
    ja: 'この課は、その日にはありません。日を変えたときは、もう一度行を選んでください',
    en: 'This department does not exist on that day. Choose the rows again after changing the day',
  },
  'reorganisation-too-early': {
    ja: '「{name}」は{day}に始まった課なので、その日より後の日にしてください',
    en: '"{name}" began on {day}. Choose a later day',
  },
  'reorganisation-rename-needs-name': {
    ja: '「{name}」の新しい名を入れてください',
    en: 'Enter the new name of "{name}"',
  },
  'reorganisation-merge-needs-name': {
    ja: '「{name}」の統合の行き先を入れてください',
    en: 'Enter where "{name}" is merged into',
  },
  'reorganisation-same-name': {
    ja: '新しい名が、いまの名と同じです。変わらないなら「そのまま」にしてください',
    en: 'The new name is the present one. Choose "Stays" if nothing changes',
  },
  'reorganisation-split-needs-two': {
    ja: '「{name}」を分ける先を、二つ以上、「、」で区切って入れてください',
    en: 'Enter at least two names for the parts of "{name}", separated by 、',
  },
  'reorganisation-name-twice': {
    ja: '「{name}」は二つ以上あります。「部／課」と書いてください',
    en: 'There are several "{name}". Write 部／課',
  },
  'reorganisation-name-taken': {
    ja: '「{name}」は、もうあります。その課に合わせるのなら「統合」を選んでください',
    en: '"{name}" already exists. Choose "Merged into" to join it',
  },
  'reorganisation-already-there': {
    ja: '新しく置く課の「{name}」は、もうあります',
    en: 'The new department "{name}" already exists',
  },
  'reorganisation-no-such-department': {
    ja: '引き継ぐ課「{name}」がありません。あとに続く課か、この改革でできる課の名を入れてください',
    en: 'There is no department "{name}" to take over. Enter one that continues or is made by this reorganisation',
  },
  'reorganisation-needs-successor': {
    ja: '「{name}」は、指標（{count}件）か開いている照会の回答を持っています。引き継ぐ課を入れてください',
    en: '"{name}" owns indicators ({count}) or an open response. Enter who takes over',
  },
  'reorganisation-changed-meanwhile': {
    ja: '確かめているあいだに、課・人・担当のどれかが変わりました。いまの姿で確かめ直したので、もう一度見てから行ってください',
    en: 'Departments, people or owners changed meanwhile. This is checked anew; look again before applying',
  },

  'transfer-nothing': {
    ja: '異動する人がいません。一人は選んでください',
    en: 'Nobody moves. Choose at least one person',
  },
  'transfer-member-gone': { ja: '{name}さんは、もう去った人です', en: '{name} has already left' },
  'transfer-needs-role': { ja: '{name}さんの新しい役を選んでください', en: 'Choose the new role of {name}' },
  'transfer-needs-department': {
    ja: '{name}さんの新しい課が、その日にはありません。候補から選んでください',
    en: 'The new department of {name} does not exist on that day. Choose from the suggestions',
  },
  'transfer-unknown-department': {
    ja: '{name}さんの新しい課「{words}」がありません。候補から選んでください',
    en: 'There is no department "{words}" for {name}. Choose from the suggestions',
  },
  'transfer-several-departments': {
    ja: '{name}さんの新しい課「{words}」は二つ以上あります。「部／課」と書いてください',
    en: 'There are several departments "{words}" for {name}. Write 部／課',
  },
  'transfer-unknown-successor': {
    ja: '{name}さんから引き継ぐ「{words}」という人がいません。候補から選んでください',
    en: 'There is nobody called "{words}" to take over from {name}. Choose from the suggestions',
  },
  'transfer-several-successors': {
    ja: '{name}さんから引き継ぐ「{words}」という人が二人以上います。メールで書いてください',
    en: 'There are several people called "{words}" to take over from {name}. Write the mail',
  },
  'transfer-own-successor': {
    ja: '{name}さんは、自分の仕事を自分で引き継ぐことになっています。課だけが変わり指標は持ち続けるなら、引き継ぐ人を空にして、担当の頁で決めてください',
    en: '{name} would take over from themselves. Leave the field empty and set owners on the page of owners',
  },
  'transfer-successor-leaves': {
    ja: '{name}さんから引き継ぐ人も去ることになっています。別の人を選んでください',
    en: 'The person taking over from {name} leaves too. Choose someone else',
  },
  'transfer-acting-impossible': {
    ja: '{name}さんを代理にできません（去る人か、その日にない課です）。選び直してください',
    en: '{name} cannot be acting (leaves, or the department does not exist then). Choose again',
  },
  'transfer-acting-ends-early': {
    ja: '代理の終わりの日が、異動の日より前です。直してください',
    en: 'The last day of acting is before the transfer. Correct it',
  },
  'transfer-city-role': {
    ja: '市の全体の役（企画課・管理者など）を与えられるのは管理者だけです。課の役にするか、管理者に頼んでください',
    en: 'Only an administrator may give roles for the whole city. Choose a department role or ask the administrator',
  },
  'transfer-changed-meanwhile': {
    ja: '確かめているあいだに、人か担当が変わりました。いまの姿で確かめ直したので、もう一度見てから行ってください',
    en: 'People or owners changed meanwhile. This is checked anew; look again before applying',
  },

  'owners-none-chosen': { ja: '指標を一つは選んでください', en: 'Choose at least one indicator' },
  'owners-no-department': {
    ja: '担当の課を選んでください（その日にある課に限ります）',
    en: 'Choose a department that exists on that day',
  },
  'owners-member-absent': {
    ja: 'その担当者は、もういません。選び直してください',
    en: 'That person is no longer here. Choose again',
  },
} as const satisfies Catalogue
