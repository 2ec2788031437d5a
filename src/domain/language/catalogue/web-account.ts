import type { Catalogue } from '../message.ts'

/** ログイン・アカウントのことば。 */
export const webAccountWords = {
  'account.login': { ja: 'ログイン', en: 'Sign in' },
  'account.mail': { ja: 'メールアドレス', en: 'Email address' },
  'account.password': { ja: 'パスワード', en: 'Password' },
  'account.do-login': { ja: 'ログイン', en: 'Sign in' },
  'account.forgot': { ja: 'パスワードを忘れたとき', en: 'Forgot your password' },
  'account.no-account': {
    ja: 'まだ使ったことのない人は、市の管理者から届いた招待のリンクを開いてください。',
    en: 'If you have never signed in, open the invitation link from your administrator.',
  },
  'account.providers': { ja: '市の認証でログイン', en: 'Sign in through your municipality' },
  'account.provider': { ja: '{label}（{city}）', en: '{label} ({city})' },
  'account.or-password': { ja: 'パスワードでログイン', en: 'Sign in with a password' },
  'account.ended': { ja: 'ログアウトしました。', en: 'You are signed out.' },
  'account.password-changed-login': {
    ja: 'パスワードを決め直しました。新しいパスワードでログインしてください。',
    en: 'Your password is set. Sign in with the new one.',
  },

  'account.code-title': { ja: '認証アプリの番号', en: 'Code from your authenticator' },
  'account.code-lead': {
    ja: '認証アプリに出ている6桁の番号を入れてください。番号は30秒ごとに変わります。',
    en: 'Enter the six digits your authenticator app shows. They change every 30 seconds.',
  },
  'account.code': { ja: '6桁の番号', en: 'Six-digit code' },
  'account.code-go': { ja: '確かめてログイン', en: 'Confirm and sign in' },
  'account.backup': { ja: '認証アプリが手もとにないとき', en: 'Without your authenticator' },
  'account.backup-lead': {
    ja: '控えておいた番号を一つ入れてください。一つの番号は一度だけ使えます。控えもないときは、市の管理者に頼んでください。',
    en: 'Enter one of the codes you wrote down; each works once. Without those, ask your administrator.',
  },
  'account.backup-code': { ja: '控えの番号', en: 'Backup code' },
  'account.backup-go': { ja: '控えの番号でログイン', en: 'Sign in with a backup code' },
  'account.back-to-login': { ja: 'ログインの頁に戻る', en: 'Back to sign-in' },

  'account.first-title': { ja: '初めの管理者を作る', en: 'Make the first administrator' },
  'account.first-lead': {
    ja: 'この番地は、起動した端末に出たものです。ここで作る人が、この市の管理者になり、ほかの人を招待します。',
    en: 'This link was shown in the terminal. The person made here administers the municipality and invites everyone else.',
  },
  'account.first-who': { ja: 'あなた', en: 'You' },
  'account.name': { ja: '氏名', en: 'Name' },
  'account.mail-hint': {
    ja: 'ログインに使います。メールは送りません。',
    en: 'Used to sign in. No mail is sent.',
  },
  'account.new-password': { ja: '新しいパスワード', en: 'New password' },
  'account.password-hint': {
    ja: '12字以上。記号や数字を混ぜる決まりはありません。長く、ほかで使っていないものにしてください。',
    en: 'At least 12 characters. No rules about symbols or digits: make it long, and use it nowhere else.',
  },
  'account.first-city': { ja: '管理する市町村', en: 'The municipality you administer' },
  'account.choose-city': { ja: '市町村', en: 'Municipality' },
  'account.new-city': { ja: '新しく入れる（下の二つの欄に）', en: 'A new one (fill in both fields below)' },
  'account.sample-city': { ja: '{name}（見本）', en: '{name} (sample)' },
  'account.sample-hint': {
    ja: '見本の市を選ぶと、その市は見本でなくなり、役を選んで試すことはできなくなります。',
    en: 'Choosing a sample city makes it a real one: its demonstration roles can no longer be tried.',
  },
  'account.city-code': { ja: '団体コード（6桁）', en: 'Municipality code (six digits)' },
  'account.city-name': { ja: '市町村名', en: 'Name of the municipality' },
  'account.also-planner': {
    ja: '企画課の仕事（計画の取込み・照会・公表）もする',
    en: 'I also do the planning office’s work (documents, rounds, publication)',
  },
  'account.first-do': { ja: '管理者を作って始める', en: 'Make the administrator and begin' },

  'account.reset-title': { ja: 'パスワードを決め直す', en: 'Set a new password' },
  'account.reset-lead': {
    ja: '登録したメールアドレスを入れてください。市がメールを使っていれば、決め直すためのリンクを送ります。',
    en: 'Enter your email address. If your municipality uses mail, we send a link for setting a new password.',
  },
  'account.reset-do': { ja: 'リンクを送る', en: 'Send the link' },
  'account.reset-sent': { ja: '受け付けました', en: 'Request received' },
  'account.reset-sent-lead': {
    ja: 'そのアドレスのアカウントがあり、市がメールを使っていれば、リンクを送りました。1時間で使えなくなります。',
    en: 'If there is an account for that address and your municipality uses mail, the link is on its way. It works for one hour.',
  },
  'account.reset-ask': {
    ja: '届かないときは、市の管理者に頼んでください。管理者は、あなたの頁から決め直しのリンクを作って渡せます。',
    en: 'If nothing arrives, ask your administrator, who can make such a link on your page and hand it to you.',
  },
  'account.reset-set': { ja: 'このパスワードにする', en: 'Use this password' },
  'account.reset-ends': {
    ja: '決め直すと、このアカウントのログインは、どの端末でもいったん終わります。',
    en: 'Setting it ends every sign-in of this account, on every machine.',
  },
  'account.reset-subject': { ja: '【しるべ】パスワードを決め直すリンク', en: '[Shirube] Set a new password' },
  'account.reset-text': {
    ja: '{name} 様\n\nしるべのパスワードを決め直すためのリンクです。{minutes}分で使えなくなります。\n\n{link}\n\n頼んだ覚えがないときは、何もしないでください。パスワードは変わりません。\n',
    en: 'Dear {name},\n\nOpen this link to set a new password for Shirube. It works for {minutes} minutes.\n\n{link}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n',
  },

  'account.invited-title': { ja: '招待を受ける', en: 'Accept the invitation' },
  'account.invited-lead': {
    ja: '{city}のしるべに、{name}さんとして招待されています。',
    en: 'You are invited to Shirube of {city} as {name}.',
  },
  'account.invited-mail': { ja: 'ログインに使うメールアドレス：{mail}', en: 'You will sign in with: {mail}' },
  'account.invited-do': { ja: 'パスワードを決めて始める', en: 'Set the password and begin' },
  'account.invited-known': {
    ja: 'このメールアドレスのアカウントが、もうあります。ログインすると、そのアカウントで{city}の仕事もできるようになります。',
    en: 'There is already an account for this address. Sign in with it to work for {city} as well.',
  },
  'account.invited-login': { ja: 'ログインして結びつける', en: 'Sign in and connect' },
  'account.invited-join-lead': {
    ja: 'いま {mail} でログインしています。このアカウントを{name}さん（{city}）に結びつけますか。',
    en: 'You are signed in as {mail}. Connect this account to {name} ({city})?',
  },
  'account.invited-join': { ja: 'このアカウントを結びつける', en: 'Connect this account' },
  'account.invited-other': {
    ja: 'ほかの人なら、ログアウトしてから、このリンクをもう一度開いてください。',
    en: 'If that is someone else, sign out and open this link again.',
  },

  'account.title': { ja: 'アカウント', en: 'Your account' },
  'account.signed-in-as': { ja: '{mail} でログインしています。', en: 'Signed in as {mail}.' },
  'account.logout': { ja: 'ログアウト', en: 'Sign out' },
  'account.cities': { ja: '仕事をする市町村', en: 'Where you work' },
  'account.no-cities': {
    ja: 'いまは、どの市町村の利用者でもありません。管理者に尋ねてください。',
    en: 'You are not a member of any municipality now. Ask your administrator.',
  },
  'account.change-password': { ja: 'パスワードを変える', en: 'Change the password' },
  'account.current-password': { ja: 'いまのパスワード', en: 'Current password' },
  'account.change-ends': {
    ja: '変えると、ほかの端末でのログインは終わります。',
    en: 'Changing it ends your sign-ins on other machines.',
  },
  'account.password-changed': {
    ja: 'パスワードを変えました。ほかの端末でのログインは終わりました。',
    en: 'Your password is changed. Sign-ins on other machines have ended.',
  },
  'account.by-provider': {
    ja: 'このアカウントは、市の認証からログインします。パスワードはありません。',
    en: 'This account signs in through your municipality and has no password.',
  },
  'account.two-factor': { ja: '認証アプリ（二要素認証）', en: 'Authenticator app (two-factor)' },
  'account.two-factor-on': {
    ja: '使っています。パスワードのあとに、アプリの番号を尋ねます。',
    en: 'On. After the password you are asked for the app’s code.',
  },
  'account.two-factor-off': {
    ja: '使っていません。使うと、パスワードを知られても、ほかの人は入れません。',
    en: 'Off. With it, knowing your password is not enough to get in.',
  },
  'account.two-factor-turn-on': { ja: '使い始める', en: 'Turn on' },
  'account.two-factor-change': { ja: '控えを作り直す・やめる', en: 'New backup codes, or turn off' },
  'account.two-factor-scan': {
    ja: '1. スマートフォンなどの認証アプリで、この図を読み取ります',
    en: '1. Scan this with your authenticator app',
  },
  'account.two-factor-qr': { ja: '認証アプリで読み取る図', en: 'Code to scan with an authenticator app' },
  'account.two-factor-secret': {
    ja: '読み取れないときは、この字をアプリに入れてください：',
    en: 'If you cannot scan it, type this into the app:',
  },
  'account.two-factor-keep': { ja: '2. 控えの番号を書き留めます', en: '2. Write down the backup codes' },
  'account.two-factor-keep-lead': {
    ja: '認証アプリをなくしたときに、一つずつ使います。印刷して、机の外にしまってください。この頁を離れると、もう見られません。',
    en: 'Each works once if you lose the app. Print them and keep them away from your desk. They are not shown again.',
  },
  'account.two-factor-check': { ja: '3. アプリの番号を入れて、始めます', en: '3. Enter the app’s code to begin' },
  'account.two-factor-do': { ja: '始める', en: 'Begin' },
  'account.two-factor-now-on': {
    ja: '次のログインから、認証アプリの番号を尋ねます。',
    en: 'From your next sign-in you will be asked for the app’s code.',
  },
  'account.two-factor-now-off': { ja: '認証アプリをやめました。', en: 'The authenticator app is off.' },
  'account.two-factor-stop': { ja: '認証アプリをやめる', en: 'Turn the authenticator off' },
  'account.two-factor-do-stop': { ja: 'やめる', en: 'Turn off' },
  'account.backup-renew': { ja: '控えの番号を作り直す', en: 'Make new backup codes' },
  'account.backup-do-renew': { ja: '作り直す', en: 'Make new ones' },
  'account.backup-new': {
    ja: '新しい控えの番号です。前のものは使えなくなりました。',
    en: 'These are your new backup codes. The old ones no longer work.',
  },
  'account.back': { ja: 'アカウントに戻る', en: 'Back to your account' },
  'account.sessions': { ja: 'いまのログイン', en: 'Where you are signed in' },
  'account.session-since': { ja: '始め', en: 'Since' },
  'account.session-until': { ja: '終わり', en: 'Until' },
  'account.session-where': { ja: '端末', en: 'Machine' },
  'account.session-this': { ja: 'この端末', en: 'This device' },
  'account.session-unknown': { ja: '分かりません', en: 'Unknown' },
  'account.end-others': { ja: 'ほかのログインをみな終わらせる', en: 'End all other sign-ins' },
  'account.others-ended': { ja: 'ほかのログインを終わらせました。', en: 'The other sign-ins have ended.' },

  'account.try-title': { ja: '役を選んで試す', en: 'Try a role' },
  'account.try-lead': {
    ja: '{name}は見本です。役を選ぶと、その人としてこの市を使えます。この機械からだけ試せます。書いたことは、この機械の中だけに残ります。',
    en: '{name} is a sample. Choose a role to use it as that person, on this machine only. What you write stays on this machine.',
  },
  'account.try-city': { ja: '市の全体に働く役', en: 'Roles for the whole city' },
  'account.try-department': { ja: '課の役', en: 'Roles of a department' },
  'account.try-choose': { ja: '課', en: 'Department' },
  'account.try-order': {
    ja: '「課の担当者」で書いて提出し、「課長・部長」で確認し、「企画課」で受理する順に試せます。何もすることがなければ、「企画課」で照会か重点目標の年を開いてください。役は、いつでも替えられます。',
    en: 'Write and submit as the department clerk, approve as the department head, then accept as the planning office. If nothing waits, open a round or a year of priority goals as the planning office. You can change roles at any time.',
  },
  'account.try-about-editor': {
    ja: '自分の課の実績と、重点目標・報告を書いて、提出します',
    en: 'writes the department’s figures, priority goals and reports',
  },
  'account.try-about-approver': {
    ja: '課で書いたものを確かめて提出し、直すところがあれば差し戻します',
    en: 'checks and submits what the department wrote, or returns it',
  },
  'account.try-about-planner': {
    ja: '照会と重点目標の年を開き、届いたものを受理し、評価と改訂をまとめて、帳票にします',
    en: 'opens rounds and the year of priority goals, accepts, grades, revises and makes the reports',
  },
  'account.try-about-executive': {
    ja: '重点目標を確認し、ヒアリングで指示を出します',
    en: 'confirms the priority goals and gives instructions in the hearing',
  },
  'account.try-about-reviewer': {
    ja: '付議された計画・指標・評価を見て、意見を書きます',
    en: 'reads what was referred to the committee and gives opinions',
  },
  'account.try-about-administrator': {
    ja: '利用者・課・ログインとメールの設定を決めます',
    en: 'manages people, departments, sign-in and mail',
  },
  'account.try-about-auditor': {
    ja: 'だれが、いつ、何を変えたかの記録を読みます',
    en: 'reads who changed what, and when',
  },
  'account.try-invite': {
    ja: '{name}は見本です。担当者・課長・企画課・市長などの役を選んで、一年の仕事を試せます。',
    en: '{name} is a sample. Choose a role (clerk, head, planning office, mayor…) and try the work of a year.',
  },
  'account.try-change': { ja: '役を替える', en: 'Change role' },
  'account.try-end': { ja: '試すのをやめる', en: 'Stop trying' },
  'account.try-now': { ja: 'いまは{name}です。', en: 'You are now {name}.' },

  'account.settings-title': { ja: 'ログインの設定', en: 'Sign-in settings' },
  'account.settings-lead': {
    ja: '市の認証基盤（OpenID Connect）でログインできるようにします。決めなければ、パスワードのログインだけです。',
    en: 'Let people sign in through your municipality’s identity provider (OpenID Connect). Without it, passwords only.',
  },
  'account.issuer': { ja: '認証基盤の URL（issuer）', en: 'Issuer address' },
  'account.issuer-hint': { ja: 'https:// で始まる URL', en: 'Starts with https://' },
  'account.client-id': { ja: 'クライアント ID', en: 'Client ID' },
  'account.client-secret': { ja: 'クライアントシークレット', en: 'Client secret' },
  'account.client-secret-hint': {
    ja: '封じて保存し、二度と表示しません。空のままなら、前のものを使います。',
    en: 'Kept sealed and never shown again. Leave empty to keep the current one.',
  },
  'account.label': { ja: 'ログインの頁のボタンの名', en: 'Name of the button on the sign-in page' },
  'account.password-allowed': { ja: 'パスワードのログインも認める', en: 'Also allow passwords' },
  'account.password-allowed-hint': {
    ja: '認めないときも、管理者だけはパスワードで入れます（認証基盤が止まったときのため）。',
    en: 'Administrators can always use a password, in case the provider is down.',
  },
  'account.redirect-address': {
    ja: '認証基盤に登録する、戻り先の URL（redirect URI）：',
    en: 'Redirect URI to register with the provider:',
  },
  'account.settings-save': { ja: '保存する', en: 'Save' },
  'account.settings-saved': {
    ja: '保存しました。認証基盤は、正しく答えています。',
    en: 'Saved. The provider answers as it should.',
  },
  'account.settings-saved-but': {
    ja: '保存しましたが、認証基盤を確かめられませんでした。',
    en: 'Saved, but the provider could not be confirmed.',
  },
  'account.settings-remove': { ja: '認証基盤を使うのをやめる', en: 'Stop using the provider' },
  'account.settings-removed': { ja: '認証基盤を使うのをやめました。', en: 'The provider is no longer used.' },
  'account.oidc-title': { ja: 'ログインできませんでした', en: 'Could not sign you in' },

  'sign-in-wrong': {
    ja: 'メールアドレスかパスワードが違います。大文字・小文字と、かな入力を確かめてください',
    en: 'The email address or password is not right. Check capitals and your keyboard layout',
  },
  'too-many-attempts': {
    ja: '誤りが続いたので、しばらく受け付けません。{minutes}分ほど待って、もう一度試してください',
    en: 'Too many attempts. Wait about {minutes} minutes and try again',
  },
  'code-wrong': {
    ja: '番号が違います。アプリにいま出ている番号を入れてください（機械の時計がずれていると合いません）',
    en: 'That code is not right. Enter the one the app shows now (a wrong clock makes it fail)',
  },
  'code-expired': {
    ja: '時間が過ぎたか、誤りが続きました。メールアドレスとパスワードから、もう一度ログインしてください',
    en: 'This took too long, or failed too often. Start again with your email address and password',
  },
  'password-wrong': {
    ja: 'いまのパスワードが違います。もう一度入れてください',
    en: 'The current password is not right. Enter it again',
  },
  'password-too-short': {
    ja: 'パスワードが{count}字です。{least}字以上にしてください',
    en: 'The password has {count} characters. Use at least {least}',
  },
  'password-too-long': {
    ja: 'パスワードが{count}字です。{most}字までにしてください',
    en: 'The password has {count} characters. Use at most {most}',
  },
  'password-one-letter': {
    ja: '同じ字だけのパスワードは、すぐに当てられます。別のものにしてください',
    en: 'A password of one repeated character is guessed at once. Choose another',
  },
  'password-is-name': {
    ja: '名前やメールアドレスそのままのパスワードは、すぐに当てられます。別のものにしてください',
    en: 'A password equal to your name or address is guessed at once. Choose another',
  },
  'person-name-empty': { ja: '氏名を入れてください', en: 'Enter a name' },
  'city-name-empty': { ja: '市町村名を入れてください', en: 'Enter the name of the municipality' },
  'mail-unreadable': {
    ja: '「{given}」はメールアドレスとして読めません。name@example.lg.jp の形で入れてください',
    en: '"{given}" does not read as an email address. Use the form name@example.lg.jp',
  },
  'account-mail-taken': {
    ja: 'このメールアドレスのアカウントが、もうあります。ログインしてください',
    en: 'There is already an account for this address. Sign in with it',
  },
  'first-link-unknown': {
    ja: 'このリンクは使えません。管理者がもういるか、しるべを起動し直したのでリンクが改まりました。端末に出ている新しいリンクを開いてください',
    en: 'This link does not work: there is an administrator already, or Shirube was restarted and the link changed. Open the new link from the terminal',
  },
  'reset-link-unknown': {
    ja: 'このリンクは使えません。もう使ったか、時間が過ぎました。もう一度、リンクを頼んでください',
    en: 'This link does not work: it was used, or its time has passed. Ask for a new one',
  },
  'reset-no-account': {
    ja: '{name}さんは、まだ招待に応じていないか、もう去っています。招待し直してください',
    en: '{name} has not accepted an invitation yet, or has left. Invite them again',
  },
  'reset-two-cities': {
    ja: '{name}さんは、ほかの市町村でも同じアカウントを使っているので、この市だけでは決め直せません。しるべを動かしている人に頼んでください',
    en: '{name} uses the same account in another municipality, so it cannot be reset from here. Ask whoever runs this Shirube',
  },
  'two-factor-already-on': { ja: '認証アプリは、もう使っています', en: 'The authenticator app is already on' },
  'two-factor-is-off': {
    ja: '認証アプリは使っていません。初めから設定してください',
    en: 'The authenticator app is off. Set it up from the beginning',
  },
  'account-without-password': {
    ja: 'このアカウントにはパスワードがありません。市の認証からログインしてください',
    en: 'This account has no password. Sign in through your municipality',
  },
  'account-not-now': {
    ja: 'いまはできませんでした。頁を開き直して、もう一度試してください',
    en: 'That could not be done now. Reload the page and try again',
  },
  'invitation-needs-own-login': {
    ja: 'よその市の認証でログインしています。ログアウトしてから、このリンクをもう一度開いてください',
    en: 'You are signed in through another municipality. Sign out and open this link again',
  },
  'demonstration-not-here': {
    ja: 'この市は見本ではないので、役を選んで試すことはできません。ログインしてください',
    en: 'This city is not a sample, so roles cannot be tried. Sign in instead',
  },
  'demonstration-department': { ja: '課を選んでください', en: 'Choose a department' },
  'oidc-not-set': {
    ja: 'この市は、認証基盤を使っていません。パスワードでログインしてください',
    en: 'This municipality does not use an identity provider. Sign in with your password',
  },
  'oidc-unreachable': {
    ja: '認証基盤（{issuer}）が答えません（{reason}）。しばらくして試すか、パスワードでログインしてください。続くときは管理者に知らせてください',
    en: 'The identity provider ({issuer}) does not answer ({reason}). Try later or use your password; tell your administrator if it goes on',
  },
  'oidc-issuer-differs': {
    ja: '認証基盤は {found} と名乗り、設定の {issuer} と違います。設定の URL を直してください',
    en: 'The provider calls itself {found}, not {issuer}. Correct the address in the settings',
  },
  'oidc-issuer-unreadable': {
    ja: '「{given}」は URL として読めません。https:// から入れてください',
    en: '"{given}" does not read as an address. Start with https://',
  },
  'oidc-issuer-plain': {
    ja: '「{given}」は https ではありません。暗号化しない URL は使えません',
    en: '"{given}" is not https. Unencrypted addresses are not accepted',
  },
  'oidc-client-empty': { ja: 'クライアント ID を入れてください', en: 'Enter the client ID' },
  'oidc-secret-empty': {
    ja: 'クライアントシークレットを入れてください（認証基盤の URL を変えたときは、入れ直してください）',
    en: 'Enter the client secret (again, if the issuer address changed)',
  },
  'oidc-label-empty': { ja: 'ボタンの名を入れてください', en: 'Enter a name for the button' },
  'oidc-secret-lost': {
    ja: '認証基盤の秘密が読めません（しるべの鍵が変わりました）。管理者が設定の頁で入れ直してください',
    en: 'The provider’s secret cannot be read (the key of this Shirube changed). An administrator must enter it again',
  },
  'oidc-mail-unverified': {
    ja: '認証基盤は、あなたのメールアドレスを確かめていません。認証基盤の担当者に頼んでください',
    en: 'The provider has not verified your email address. Ask whoever runs it',
  },
  'oidc-no-member': {
    ja: '{mail} は、この市の利用者ではありません。市の管理者に、このアドレスで招待してもらってください',
    en: '{mail} is not a member here. Ask your administrator to invite this address',
  },
  'oidc-mail-has-account': {
    ja: '{mail} のアカウントが、もうあります。そのアカウントでログインしてから、招待のリンクを開いて結びつけてください',
    en: '{mail} already has an account. Sign in with it, then open your invitation to connect it',
  },
  'oidc-other-account': {
    ja: '{mail} は、ほかの人のアカウントに結びついています。市の管理者に知らせてください',
    en: '{mail} is connected to someone else’s account. Tell your administrator',
  },
  'oidc-state': {
    ja: 'ログインの途中で時間が過ぎたか、別の窓で始め直しました。もう一度、ログインの頁から始めてください',
    en: 'The sign-in took too long or was restarted in another window. Start again from the sign-in page',
  },
  'oidc-cancelled': {
    ja: '認証基盤で取りやめました。ログインの頁から、もう一度始められます',
    en: 'The sign-in was cancelled. You can start again from the sign-in page',
  },
  'oidc-failed': {
    ja: '認証基盤とのやりとりがうまくいきませんでした（{reason}）。もう一度試し、続くときは管理者に知らせてください',
    en: 'The exchange with the provider failed ({reason}). Try again; tell your administrator if it goes on',
  },

  'serve.first-link': {
    ja: '管理者がまだいません。初めの管理者は、次の番地で作ります（一度だけ使え、起動し直すと改まります）：',
    en: 'There is no administrator yet. Make the first one at this address (usable once, new at every start):',
  },
  'serve.no-account-yet': {
    ja: '利用者がまだいないので、ほかの機械からは見えないようにしています。--host と SHIRUBE_ORIGIN を外して起動し、初めの管理者を作ってから、もう一度起動してください。',
    en: 'There is no account yet, so Shirube will not be visible from other machines. Start without --host and SHIRUBE_ORIGIN, make the first administrator, then start again.',
  },
  'serve.wrong-origin': {
    ja: '環境変数 SHIRUBE_ORIGIN の「{given}」は URL として読めません。https://shirube.example.lg.jp の形で入れてください。',
    en: 'SHIRUBE_ORIGIN "{given}" does not read as an address. Use the form https://shirube.example.lg.jp',
  },
  'serve.host-unusable': {
    ja: '番地 {host} では開けません（この機械の番地ではありません）。--host を確かめてください。',
    en: 'Cannot open at {host}: it is not an address of this machine. Check --host.',
  },
} as const satisfies Catalogue
