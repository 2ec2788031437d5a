import type { Catalogue } from '../message.ts'

/** 通知とメールのことば。 */
export const webNoticesWords = {
  'notices.title': { ja: '通知', en: 'Notices' },
  'notices.lead': {
    ja: 'あなたに届いた知らせです。新しいものから並びます。',
    en: 'What has been told to you, newest first.',
  },
  'notices.lead-city': {
    ja: '市のすべての知らせと、だれに届いたかです。新しいものから並びます。',
    en: 'Everything told in this city and to whom, newest first.',
  },
  'notices.mine': { ja: '自分に届いたもの', en: 'To me' },
  'notices.city': { ja: '市のすべて', en: 'All of the city' },
  'notices.which': { ja: '見る通知', en: 'Notices shown' },
  'notices.unread': { ja: '未読', en: 'Unread' },
  'notices.unread-count': { ja: '未読が{count}件あります。', en: '{count} unread.' },
  'notices.see-all': { ja: 'すべて読んだことにする', en: 'Mark all as read' },
  'notices.none': {
    ja: 'まだ通知はありません。照会が始まったとき、締切の7日前・3日前・1日前、回答が提出されたり、差し戻されたり、受理されたりしたときに、ここに届きます。',
    en: 'Nothing yet. You are told here when a round opens, 7, 3 and 1 days before a deadline, and when a response is submitted, returned or accepted.',
  },
  'notices.older': { ja: '前の通知を見る', en: 'Older notices' },
  'notices.newest': { ja: '新しい通知に戻る', en: 'Back to the newest' },
  'notices.to': { ja: '届いた人：', en: 'Told to: ' },
  'notices.seen': { ja: '（既読）', en: '(read)' },
  'notices.to-nobody': {
    ja: '受け取れる人がいません。利用者を決めてください。',
    en: 'No one could be told. Please name the people responsible.',
  },
  'notices.set-people': { ja: '利用者を決める', en: 'Name people' },
  'notices.fallback-approver': {
    ja: '課の担当者がいないため、課長に届きました。',
    en: 'The section has no clerk who can be reached, so its head is told.',
  },
  'notices.fallback-planner': {
    ja: '課に受け取れる人がいないため、企画課に届きました。',
    en: 'No one in the section can be reached, so the planning office is told.',
  },
  'notices.fallback-administrator': {
    ja: '課にも企画課にも受け取れる人がいないため、管理者に届きました。',
    en: 'No one in the section or the planning office can be reached, so the administrator is told.',
  },
  'notices.kind-round-opened': {
    ja: '照会が始まりました。回答を入力してください。',
    en: 'The round is open. Please enter your figures.',
  },
  'notices.kind-round-reopened': {
    ja: '閉じた照会が、もう一度開きました。',
    en: 'The closed round is open again.',
  },
  'notices.kind-round-closed': {
    ja: '照会を閉じました。回答はもう変えられません。',
    en: 'The round is closed. Responses can no longer be changed.',
  },
  'notices.kind-reminder': {
    ja: '企画課から、回答のお願いです。',
    en: 'The planning office asks for your response.',
  },
  'notices.kind-submitted': {
    ja: '回答が提出されました。確認をお願いします。',
    en: 'A response was submitted. Please check it.',
  },
  'notices.kind-approved': {
    ja: '課長の確認が済みました。受理をお願いします。',
    en: 'The head has approved. Please accept it.',
  },
  'notices.kind-returned': {
    ja: '回答が差し戻されました。直して、もう一度提出してください。',
    en: 'The response was returned. Please correct it and submit again.',
  },
  'notices.kind-accepted': {
    ja: '回答が受理されました。することはもうありません。',
    en: 'The response was accepted. There is nothing more to do.',
  },
  'notices.kind-withdrawn': { ja: '提出が取り下げられました。', en: 'The submission was withdrawn.' },
  'notices.kind-extended': { ja: '入力の締切が延びました。', en: 'The deadline for entry was extended.' },
  'notices.kind-invited': { ja: 'しるべの利用者になりました。', en: 'You are now a user of Shirube.' },
  'notices.kind-due-soon-enter': {
    ja: '入力の締切まで、あと{days}日です。',
    en: 'Days left to enter figures: {days}.',
  },
  'notices.kind-due-today-enter': { ja: '今日が入力の締切です。', en: 'Figures are due today.' },
  'notices.kind-overdue-enter': {
    ja: '入力の締切を{days}日過ぎています。照会が閉じるまでは、入力して提出できます。',
    en: 'Days past the deadline for entry: {days}. You can still enter and submit until the round is closed.',
  },
  'notices.kind-due-soon-approve': {
    ja: '課長の確認の締切まで、あと{days}日です。確認をお願いします。',
    en: 'Days left for the head to check: {days}. Please check it.',
  },
  'notices.kind-due-today-approve': {
    ja: '今日が課長の確認の締切です。確認をお願いします。',
    en: 'The check by the head is due today. Please check it.',
  },
  'notices.kind-overdue-approve': {
    ja: '課長の確認の締切を{days}日過ぎています。確認をお願いします。',
    en: 'Days past the deadline for the head to check: {days}. Please check it.',
  },
  'notices.kind-due-soon-accept': {
    ja: '受理の締切まで、あと{days}日です。受理を待つ回答が{count}件あります。',
    en: 'Days left to accept: {days}. Responses waiting to be accepted: {count}.',
  },
  'notices.kind-due-today-accept': {
    ja: '今日が受理の締切です。受理を待つ回答が{count}件あります。',
    en: 'Acceptance is due today. Responses waiting to be accepted: {count}.',
  },
  'notices.kind-overdue-accept': {
    ja: '受理の締切を{days}日過ぎています。受理を待つ回答が{count}件あります。',
    en: 'Days past the deadline to accept: {days}. Responses waiting to be accepted: {count}.',
  },
  'notices.until': { ja: '締切は{day}です。', en: ' Due {day}.' },
  'notices.because': { ja: 'わけ：{words}', en: ' Reason: {words}' },
  'notices.note': { ja: '「{words}」', en: ' “{words}”' },

  'notices.mail-subject': { ja: '【{city}】{round}：知らせ{count}件', en: '[{city}] {round}: {count} notices' },
  'notices.mail-subject-many': {
    ja: '【{city}】{round}ほか：知らせ{count}件',
    en: '[{city}] {round} and others: {count} notices',
  },
  'notices.mail-subject-plain': {
    ja: '【{city}】しるべの知らせ{count}件',
    en: '[{city}] {count} notices from Shirube',
  },
  'notices.mail-dear': { ja: '{name} 様', en: 'Dear {name},' },
  'notices.mail-lead': {
    ja: 'しるべに、まだ読まれていない知らせが{count}件あります。',
    en: 'You have {count} unread notices in Shirube.',
  },
  'notices.mail-other': { ja: 'そのほか', en: 'Others' },
  'notices.mail-rest': {
    ja: 'ほかに{count}件あります。しるべの通知の頁で見られます。',
    en: 'And {count} more, on the page of notices.',
  },
  'notices.mail-page': { ja: '通知の頁：{address}', en: 'Notices: {address}' },
  'notices.mail-foot': {
    ja: '{city} 標（しるべ）から、自動で送っています。一日に一通までです。このメールには返信できません。',
    en: 'Sent automatically by Shirube of {city}, at most once a day. Please do not reply.',
  },

  'notices.settings': { ja: '設定', en: 'Settings' },
  'notices.settings-lead': { ja: 'この市のしるべの設定です。', en: 'Settings of this city.' },
  'notices.settings-people': { ja: '利用者', en: 'People' },
  'notices.settings-people-lead': {
    ja: 'だれが何をするか。招待する、代理を立てる、去る日を決める。',
    en: 'Who does what: invite, appoint a deputy, set the day someone leaves.',
  },
  'notices.settings-organisation': { ja: '課', en: 'Departments' },
  'notices.settings-organisation-lead': {
    ja: '部と課。機構改革もここから。',
    en: 'Divisions and sections; reorganisations start here.',
  },
  'notices.settings-owners': { ja: '指標の担当', en: 'Owners of indicators' },
  'notices.settings-owners-lead': { ja: 'どの指標をどの課が受け持つか。', en: 'Which section owns which indicator.' },
  'notices.settings-login': { ja: 'ログインの設定', en: 'Sign-in settings' },
  'notices.settings-login-lead': {
    ja: '庁内の認証（OIDC）でログインできるようにする。',
    en: 'Let people sign in through the city’s own identity provider (OIDC).',
  },
  'notices.settings-mail': { ja: '通知のメール', en: 'Mail' },
  'notices.settings-mail-lead': {
    ja: '知らせを、一日に一通までメールでも送る。はじめは送らない。',
    en: 'Send notices by mail too, at most once a day. Off at first.',
  },
  'notices.settings-mail-troubles': {
    ja: '送れていないメールが{count}通あります。開いて、わけを見てください。',
    en: 'Mails that could not be sent: {count}. Open this to see why.',
  },
  'notices.settings-backup': { ja: '書き出しと控え', en: 'Export and backup' },
  'notices.settings-backup-lead': {
    ja: '市のすべてを一つのファイルに書き出す。',
    en: 'Write everything of the city to one file.',
  },
  'notices.settings-audit': { ja: '監査記録', en: 'Audit trail' },
  'notices.settings-audit-lead': { ja: 'だれが、いつ、何をしたか。', en: 'Who did what, and when.' },
  'notices.settings-nothing': {
    ja: 'あなたの役で変えられる設定はありません。変えたいことは、市の管理者に伝えてください。',
    en: 'There is nothing your role may change. Please ask the administrator of the city.',
  },

  'notices.mail-title': { ja: '通知のメール', en: 'Mail' },
  'notices.mail-about': {
    ja: '読まれていない知らせを、毎朝8時30分に、一人に一通だけまとめて送ります。招待と、パスワードの決め直しのメールは、すぐに送ります。送らなくても、知らせは通知の頁でいつでも読めます。',
    en: 'Unread notices are sent in one mail per person at 8:30 in the morning. Invitations and password resets are sent at once. Without mail, every notice can still be read on the page of notices.',
  },
  'notices.mail-is-on': { ja: 'いま、メールを送っています。', en: 'Mail is on.' },
  'notices.mail-is-off': {
    ja: 'いま、メールは送っていません。どのサーバーにもつながりません。',
    en: 'Mail is off. No server is contacted.',
  },
  'notices.mail-enabled': { ja: '通知をメールで送る', en: 'Send notices by mail' },
  'notices.mail-enabled-hint': {
    ja: '送りはじめたあとの知らせだけを送ります。',
    en: 'Only notices told after this is turned on are sent.',
  },
  'notices.mail-server': { ja: 'メールのサーバー', en: 'Mail server' },
  'notices.mail-server-shared': {
    ja: 'しるべを動かす人が決めたサーバー（{host}）',
    en: 'The server set by the operator of Shirube ({host})',
  },
  'notices.mail-server-own': { ja: '下に書くサーバー', en: 'The server below' },
  'notices.mail-host': { ja: 'サーバー名', en: 'Host' },
  'notices.mail-host-hint': { ja: '例：mail.city.example.lg.jp', en: 'For example mail.city.example.lg.jp' },
  'notices.mail-port': { ja: 'ポート', en: 'Port' },
  'notices.mail-port-hint': {
    ja: 'ふつうは 587。はじめから暗号化するなら 465。',
    en: 'Usually 587, or 465 when encrypted from the start.',
  },
  'notices.mail-security': { ja: '暗号化', en: 'Encryption' },
  'notices.mail-security-starttls': { ja: 'つないでから暗号化する（STARTTLS）', en: 'After connecting (STARTTLS)' },
  'notices.mail-security-tls': { ja: 'はじめから暗号化する（TLS）', en: 'From the start (TLS)' },
  'notices.mail-security-none': {
    ja: '暗号化しない（庁内だけの古いサーバー。パスワードもそのまま流れます）',
    en: 'None (an old server inside the office; the password travels in the clear)',
  },
  'notices.mail-user': { ja: 'ユーザー名（要らなければ空）', en: 'User name (leave empty if not needed)' },
  'notices.mail-password': { ja: 'パスワード', en: 'Password' },
  'notices.mail-password-kept': {
    ja: '預かっています。変えるときだけ書いてください。預かったパスワードは、もう見られません。サーバーかユーザー名を変えるときは、もう一度書いてください。',
    en: 'One is kept. Write here only to change it; the one kept cannot be shown. Write it again when the host or the user name changes.',
  },
  'notices.mail-password-none': {
    ja: '鍵をかけて預かり、もう見せません。要らなければ空のままで。',
    en: 'It is kept sealed and not shown again. Leave empty if not needed.',
  },
  'notices.mail-password-forget': { ja: '預けたパスワードを消す', en: 'Forget the password kept' },
  'notices.mail-from': { ja: '差出人のアドレス', en: 'Sender address' },
  'notices.mail-from-hint': {
    ja: '例：kikaku@city.example.lg.jp。差出人の名は市の名になります。',
    en: 'For example kikaku@city.example.lg.jp. The name of the sender is the city.',
  },
  'notices.mail-save': { ja: '保存する', en: 'Save' },
  'notices.mail-saved': { ja: '保存しました。', en: 'Saved.' },
  'notices.mail-test': { ja: '試しに一通送る', en: 'Send a test mail' },
  'notices.mail-test-lead': {
    ja: '保存した設定で、いま一通送ります。通知を送らない設定のままでも試せます。',
    en: 'Sends one mail now with the settings saved, even while notices are off.',
  },
  'notices.mail-test-to': { ja: '送る先', en: 'To' },
  'notices.mail-test-send': { ja: '送ってみる', en: 'Send' },
  'notices.mail-test-sent': {
    ja: '{to} に送りました。届かなければ、迷惑メールの箱を見てください。',
    en: 'Sent to {to}. If it does not arrive, look in the junk folder.',
  },
  'notices.mail-test-failed': { ja: '送れませんでした。', en: 'It could not be sent.' },
  'notices.mail-log': { ja: '送ったメール', en: 'Mails sent' },
  'notices.mail-log-none': { ja: 'まだ一通も送っていません。', en: 'None yet.' },
  'notices.mail-status-waiting': { ja: '待っています', en: 'Waiting' },
  'notices.mail-status-retry': {
    ja: '送れていません。{at} にもう一度試します。',
    en: 'Not sent yet. It is tried again at {at}.',
  },
  'notices.mail-status-sending': { ja: '送っています', en: 'Sending' },
  'notices.mail-status-sent': { ja: '送りました', en: 'Sent' },
  'notices.mail-status-failed': { ja: '諦めました', en: 'Given up' },
  'notices.mail-kind-digest': { ja: '一日のまとめ', en: 'Daily digest' },
  'notices.mail-kind-now': { ja: '招待・パスワード', en: 'Invitation or password' },
  'notices.mail-kind-test': { ja: '試し', en: 'Test' },

  'notices.mail-off': {
    ja: 'この市は、メールを送らない設定です。リンクを写して、ほかの方法で渡してください。送るには、管理者が設定の「通知のメール」で始めます。',
    en: 'This city does not send mail. Copy the address and pass it on in another way, or ask the administrator to turn mail on in the settings.',
  },
  'notices.mail-host-needed': {
    ja: 'メールのサーバー名がありません。設定の「通知のメール」でサーバー名を書いてください。',
    en: 'The host of the mail server is missing. Please write it in the mail settings.',
  },
  'notices.mail-host-unreadable': {
    ja: 'サーバー名「{host}」は使えません。mail.example.lg.jp のような名か、数字の番地を書いてください。',
    en: 'The host “{host}” cannot be used. Write a name such as mail.example.lg.jp, or an IP address.',
  },
  'notices.mail-port-unreadable': {
    ja: 'ポートは、1から65535までの数で書いてください。ふつうは587です。',
    en: 'The port must be a number from 1 to 65535, usually 587.',
  },
  'notices.mail-from-needed': {
    ja: '差出人のアドレスがありません。設定の「通知のメール」で書いてください。',
    en: 'The sender address is missing. Please write it in the mail settings.',
  },
  'notices.mail-from-unreadable': {
    ja: '差出人のアドレスが読めません。kikaku@city.example.lg.jp のように、一つだけ書いてください。',
    en: 'The sender address cannot be read. Write one address such as kikaku@city.example.lg.jp.',
  },
  'notices.mail-user-unreadable': {
    ja: 'ユーザー名に、使えない字があります。書き直してください。',
    en: 'The user name has characters that cannot be used. Please write it again.',
  },
  'notices.mail-to-unreadable': {
    ja: '宛先が読めません。name@example.lg.jp のように、一つだけ書いてください。',
    en: 'The address cannot be read. Write one address such as name@example.lg.jp.',
  },
  'notices.mail-shared-missing': {
    ja: 'しるべを動かす人が、メールのサーバー（SHIRUBE_SMTP_URL）を決めていません。決めてもらうか、「下に書くサーバー」を選んでください。',
    en: 'The operator has not set a mail server (SHIRUBE_SMTP_URL). Ask for it, or choose “the server below”.',
  },
  'notices.mail-shared-unreadable': {
    ja: 'SHIRUBE_SMTP_URL が読めません。smtp://利用者:パスワード@サーバー:587 の形で書き、しるべを起動し直してもらってください。',
    en: 'SHIRUBE_SMTP_URL cannot be read. It must look like smtp://user:password@host:587; Shirube must be restarted after the change.',
  },
  'notices.mail-password-sealed': {
    ja: '預かったパスワードの鍵が変わり、開けません。設定の「通知のメール」で、パスワードをもう一度書いてください。',
    en: 'The key that sealed the password has changed. Please write the password again in the mail settings.',
  },
  'notices.mail-login-refused': {
    ja: 'サーバー {host} が、ユーザー名かパスワードを受け付けませんでした。もう一度確かめてください。（{said}）',
    en: 'The server {host} did not accept the user name or the password. Please check them. ({said})',
  },
  'notices.mail-no-such-host': {
    ja: 'サーバー {host} が見つかりません。名の綴りを確かめてください。庁内の名なら、しるべを動かす機械から引けるかを確かめてください。',
    en: 'The server {host} was not found. Check the spelling, and that the machine running Shirube can resolve the name.',
  },
  'notices.mail-unreachable': {
    ja: 'サーバー {host} のポート {port} につながりません。ポートの番号と、しるべを動かす機械からの通信が許されているかを確かめてください。（{said}）',
    en: 'Port {port} of {host} cannot be reached. Check the port and that the machine running Shirube may connect. ({said})',
  },
  'notices.mail-no-answer': {
    ja: 'サーバー {host} のポート {port} が答えません。ポートの番号と暗号化の選び方を確かめてください（465 なら「はじめから」）。',
    en: 'Port {port} of {host} does not answer. Check the port and the encryption (465 means from the start).',
  },
  'notices.mail-no-tls': {
    ja: 'サーバー {host} と暗号化のしかたが合いません。「暗号化」を選び直してください（587 なら「つないでから」、465 なら「はじめから」）。（{said}）',
    en: 'The encryption does not suit {host}. Choose another (587: after connecting; 465: from the start). ({said})',
  },
  'notices.mail-certificate': {
    ja: 'サーバー {host} の証明書を確かめられません。庁内の認証局なら、しるべを動かす人に NODE_EXTRA_CA_CERTS で教えてもらってください。（{said}）',
    en: 'The certificate of {host} cannot be verified. For a private authority, ask the operator to set NODE_EXTRA_CA_CERTS. ({said})',
  },
  'notices.mail-address-refused': {
    ja: 'サーバーが、宛先か差出人のアドレスを断りました。綴りと、差出人として使ってよいアドレスかを確かめてください。（{said}）',
    en: 'The server refused the recipient or the sender. Check the spelling and that this sender may be used. ({said})',
  },
  'notices.mail-refused': {
    ja: 'サーバーが、メールを受け取りませんでした。サーバーの管理者に、次のことばを伝えてください。（{said}）',
    en: 'The server did not take the mail. Please tell its administrator: ({said})',
  },
  'notices.mail-member-gone': {
    ja: '宛先の人が去ったか、メールのアドレスがなくなったため、送りませんでした。',
    en: 'Not sent: the person has left or has no mail address any more.',
  },
  'notices.setting-moved': {
    ja: 'ほかの人が先に設定を変えました。いまの設定を下に示します。確かめて、もう一度保存してください。',
    en: 'Someone else changed the settings first. They are shown below; please check and save again.',
  },
} as const satisfies Catalogue
