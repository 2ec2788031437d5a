import type { Catalogue } from '../message.ts'

/** 照会について断るときの文。何が起きたかと、どうすればよいか。 */
export const roundProblemWords = {
  'rounds.absent': {
    ja: 'この市にその照会はありません。消されたのかもしれません。「照会」から選び直してください。',
    en: 'This municipality has no such round; it may have been deleted. Choose one from "Collection rounds".',
  },
  'rounds.no-plan': {
    ja: 'この市にはまだ計画がありません。先に計画の図書を取り込むと、その指標について照会を作れます。',
    en: 'This municipality has no plan yet. Bring a plan in first; rounds ask about its indicators.',
  },
  'rounds.nothing-to-ask': {
    ja: '尋ねる指標も事業もありません。取り込みが取り消されたか、尋ねる計画の選び方が合っていません。照会を直して、計画を選び直してください。',
    en: 'There is nothing to ask: the plan was taken back, or the wrong plan is chosen. Edit the round and choose the plan.',
  },
  'rounds.no-departments': {
    ja: '尋ねる課がありません（担当の課がない指標・事業が{count}件）。課を作り、指標の担当を決めてから開いてください。',
    en: 'No department would be asked ({count} indicators or projects have no owner). Make departments and decide owners first.',
  },
  'rounds.incomplete': {
    ja: '担当のない指標・事業が{ownerless}件、人のいない課が{departments}課あります。決めてから開くか、承知のうえの印を付けて開いてください。',
    en: '{ownerless} indicators or projects have no owner and {departments} departments have nobody. Settle them, or tick that you know and open.',
  },
  'rounds.changed-meanwhile': {
    ja: 'あなたが見ていたあいだに、ほかの人がこの照会を変えました。いまの内容を確かめてから、もう一度どうぞ。',
    en: 'Someone changed this round while you were looking. Check it as it is now, then try again.',
  },
  'rounds.is-closed': {
    ja: 'この照会はもう閉じています。変えるには、進行表からわけを言って開け直してください。',
    en: 'This round is closed. To change it, reopen it from the board with a reason.',
  },
  'rounds.already-open': {
    ja: 'この照会はもう開いています。進行表で進み具合を見られます。',
    en: 'This round is already open. See the board for its progress.',
  },
  'rounds.not-open': {
    ja: 'この照会は受け付けていません（まだ開いていないか、もう閉じています）。照会の一覧で状態を確かめてください。',
    en: 'This round is not open (not yet, or no longer). See its status in the list of rounds.',
  },
  'rounds.not-closed': {
    ja: 'この照会は閉じていないので、開け直すまでもありません。',
    en: 'This round is not closed; there is nothing to reopen.',
  },
  'rounds.not-draft': {
    ja: '一度開いた照会は消せません。要らなくなったら、閉じてください。',
    en: 'A round that has been opened cannot be deleted. Close it instead.',
  },
  'rounds.unaccepted': {
    ja: '受理していない課が{count}課あります。受理してから閉じるか、承知のうえの印を付けて閉じてください。',
    en: '{count} responses have not been accepted. Accept them first, or tick that you know and close.',
  },
  'rounds.opens-past': {
    ja: '開く日時がもう過ぎています。これからの日時にするか、「いま開く」を押してください。',
    en: 'That time has already passed. Choose a later one, or open now.',
  },
  'rounds.opens-unreadable': {
    ja: '開く日時が読めません。日は「2026-05-11」や「令和8年5月11日」、時刻は「8:30」のように入れてください。',
    en: 'The time cannot be read. Write the day like 2026-05-11 and the time like 8:30.',
  },
  'rounds.opens-after-deadline': {
    ja: '開く日が入力の締切より後です。開く日を早めるか、締切を延ばしてください。',
    en: 'It would open after the entry deadline. Open earlier, or move the deadline.',
  },
  'rounds.title-empty': { ja: '題を入れてください（例：令和7年度実績の照会）。', en: 'Give the round a title.' },
  'rounds.title-long': { ja: '題は{limit}字までにしてください。', en: 'Keep the title within {limit} characters.' },
  'rounds.year-unreadable': { ja: '尋ねる年度を選んでください。', en: 'Choose the fiscal year.' },
  'rounds.no-edition-chosen': { ja: '尋ねる計画を一つは選んでください。', en: 'Choose at least one plan.' },
  'rounds.asks-nothing': {
    ja: '尋ねるものがありません。実績値・文の欄・事業費・事業の実績のどれかを選んでください。',
    en: 'Nothing is asked. Choose figures, a text, money or project items.',
  },
  'rounds.heading-twice': {
    ja: '文の欄の見出し「{heading}」が二つあります。一方を変えるか、「尋ねない」にしてください。',
    en: 'The heading "{heading}" appears twice. Change one, or do not ask it.',
  },
  'rounds.heading-long': {
    ja: '見出しは{limit}字までにしてください。',
    en: 'Keep headings within {limit} characters.',
  },
  'rounds.reason-below-unreadable': {
    ja: '達成率の境「{typed}」が読めません。80 や 79.5 のように数字で入れてください。',
    en: 'The threshold "{typed}" cannot be read. Write a number such as 80 or 79.5.',
  },
  'rounds.reason-below-missing': {
    ja: '「達成率が境を下回るとき必ず」の文の欄があるので、境を入れてください（例：80）。',
    en: 'A text is asked below the threshold: enter the threshold (for example 80).',
  },
  'rounds.deadline-missing': { ja: '入力・提出の締切を入れてください。', en: 'Enter the deadline for entry.' },
  'rounds.deadline-unreadable': {
    ja: '日「{typed}」が読めません。「2026-06-12」か「令和8年6月12日」のように入れてください。',
    en: 'The day "{typed}" cannot be read. Write it like 2026-06-12.',
  },
  'rounds.deadline-past': {
    ja: '締切{day}はもう過ぎています。今日か、これからの日にしてください。この機械の時計が狂っていないかも確かめてください。',
    en: 'The deadline {day} has passed. Choose today or a later day, and check that the clock of this machine is right.',
  },
  'rounds.deadline-order-approve': {
    ja: '課長の確認の締切が、入力の締切（{day}）より前です。その日か、後の日にしてください。',
    en: 'Approval would be due before entry ({day}). Choose that day or a later one.',
  },
  'rounds.deadline-order-accept': {
    ja: '受理の締切が、その前の段の締切（{day}）より前です。その日か、後の日にしてください。',
    en: 'Acceptance would be due before the stage before it ({day}). Choose that day or a later one.',
  },
  'rounds.no-department-chosen': {
    ja: '尋ねる課を一つは選ぶか、「担当する課すべて」にしてください。',
    en: 'Choose at least one department, or ask all.',
  },
  'rounds.guidance-long': {
    ja: '案内文は{limit}字までにしてください。',
    en: 'Keep the guidance within {limit} characters.',
  },
  'rounds.nobody-chosen': {
    ja: '課が選ばれていません。表で課に印を付けるか、「まだ出していない課すべて」を選んでください。',
    en: 'No department is chosen. Tick departments in the table, or choose all that have not submitted.',
  },
  'rounds.all-submitted': {
    ja: '知らせる相手がありません。選んだ課は、どれももう提出しているか、締切を過ぎていません。',
    en: 'There is nobody to write to: those chosen have submitted, or none is overdue.',
  },
  'rounds.extension-earlier': {
    ja: '延ばす先が、いまの入力の締切（{day}）より後ではありません。後の日にしてください。',
    en: 'That is not later than the present entry deadline ({day}). Choose a later day.',
  },
  'rounds.reason-missing': {
    ja: 'わけを書いてください。記録と進行表に残ります。',
    en: 'Give the reason. It stays on the record.',
  },
  'rounds.reason-long': { ja: '{limit}字までにしてください。', en: 'Keep it within {limit} characters.' },
} as const satisfies Catalogue
