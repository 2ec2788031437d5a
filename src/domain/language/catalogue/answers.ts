import type { Catalogue } from '../message.ts'

/** 回答の欄の読み、尋ね、足りないもののことば。 */
export const answerWords = {
  'answer-unstorable': {
    ja: '保存できない文字が入っています。打ち直してください',
    en: 'There is a character that cannot be stored. Type it again',
  },
  'answer-too-long': {
    ja: '{length}字あります。{most}字までにしてください',
    en: '{length} characters. Keep it to {most}',
  },
  'answer-too-many-lines': {
    ja: '行が多すぎます。{most}行までにまとめてください',
    en: 'Too many lines. Keep it to {most}',
  },
  'answer-absence-unknown': {
    ja: '値がないわけを、一覧から選び直してください',
    en: 'Choose again from the list why there is no value',
  },
  'answer-both': {
    ja: '値「{raw}」と「値がないわけ」の両方があります。どちらかを消してください',
    en: 'There is both a value "{raw}" and a reason for having none. Remove one of them',
  },
  'answer-dash': {
    ja: '「{raw}」だけでは、値がないわけが分かりません。「値がないわけ」から選んでください',
    en: '"{raw}" does not say why there is no value. Choose the reason from the list',
  },
  'answer-unreadable': {
    ja: '「{raw}」は数として読めません。桁区切りや、数字でない文字がないか確かめてください',
    en: '"{raw}" cannot be read as a number. Check the commas and look for letters among the digits',
  },
  'answer-unit': {
    ja: '「{raw}」の単位は、この欄の単位（{unit}）に直せません。数だけを入れてください',
    en: '"{raw}" cannot be converted to the unit of this field ({unit}). Enter the number only',
  },
  'answer-expected': {
    ja: '「{raw}」は、公表の見込みの月か日として読めません。「令和8年12月」「2026-12-20」のように入れてください',
    en: '"{raw}" cannot be read as a month or day. Enter it like 2026-12 or 2026-12-20',
  },
  'answer-money-not-number': {
    ja: '「{raw}」は金額として読めません。千円の数で入れてください（ないときは 0）',
    en: '"{raw}" cannot be read as an amount. Enter thousands of yen (0 if there was none)',
  },
  'answer-money-negative': {
    ja: '「{raw}」は負の金額です。事業費は 0 以上で入れてください',
    en: '"{raw}" is negative. Enter 0 or more',
  },
  'answer-asked-not-number': {
    ja: '「{raw}」は数ではありません（単位は{unit}）。ことばのまま出してよいですか',
    en: '"{raw}" is not a number (the unit is {unit}). Is it meant as words?',
  },
  'answer-asked-in-brackets': {
    ja: '「{raw}」はかっこに入っているので参考値となり、達成率は出ません。よろしいですか',
    en: '"{raw}" is in brackets, so it counts as a reference value and gives no rate. Is that right?',
  },
  'answer-asked-unit-typed': {
    ja: '「{raw}」と単位を付けて書かれました。この欄の単位は{unit}です。換算して扱ってよいですか',
    en: 'You wrote "{raw}"; the unit of this field is {unit}. May it be converted?',
  },
  'answer-asked-unit-slip': {
    ja: '{year}（{last}）のおよそ1,000倍です。単位（{unit}）の取り違えではありませんか',
    en: 'About 1,000 times {year} ({last}). Could the unit ({unit}) have been mistaken?',
  },
  'answer-asked-unit-slip-part': {
    ja: '{year}（{last}）のおよそ1,000分の1です。単位（{unit}）の取り違えではありませんか',
    en: 'About a thousandth of {year} ({last}). Could the unit ({unit}) have been mistaken?',
  },
  'answer-asked-ten-fold': {
    ja: '{year}は{last}、今回は{now}です。桁は合っていますか',
    en: '{year} was {last}, this is {now}. Is the number of digits right?',
  },
  'answer-asked-tenth': {
    ja: '{year}は{last}、今回は{now}まで減っています。桁は合っていますか',
    en: '{year} was {last}, this is down to {now}. Is the number of digits right?',
  },
  'answer-asked-zero': {
    ja: '{year}は{last}でしたが、今回は0です。測っていないなら、0ではなく「値がないわけ」を選んでください。0で合っていますか',
    en: '{year} was {last}; this is 0. If it was not measured, choose why there is no value instead. Is 0 right?',
  },
  'answer-asked-falls': {
    ja: '累計の指標ですが、{year}の{last}から{now}に減っています。合っていますか',
    en: 'This is a running total, yet it falls from {last} in {year} to {now}. Is that right?',
  },
  'answer-asked-beyond-target': {
    ja: '{now}は、目標（{target}）の3倍以上です。合っていますか',
    en: '{now} is three times the target ({target}) or more. Is that right?',
  },
  'answer-asked-over-hundred': {
    ja: '割合が100％を超えています（{now}）。合っていますか',
    en: 'The share is over 100% ({now}). Is that right?',
  },
  'answer-asked-sign': {
    ja: 'これまで負の値のない指標ですが、{now}です。合っていますか',
    en: 'This indicator has never been negative, yet this is {now}. Is that right?',
  },
  'answer-asked-sign-lost': {
    ja: 'これまでずっと負の値でした（{year}は{last}）。△やマイナスが抜けていませんか',
    en: 'It has always been negative ({last} in {year}). Is the minus sign missing?',
  },
  'answer-asked-same': {
    ja: '{year}とまったく同じ値（{last}）です。今年度の値ですか',
    en: 'Exactly the value of {year} ({last}). Is it really this year’s?',
  },
  'answer-asked-equals-target': {
    ja: '目標値（{target}）とまったく同じです。目標値を写していませんか',
    en: 'Exactly the target ({target}). Has the target been copied by mistake?',
  },
  'answer-missing-empty': { ja: '{what}が入っていません', en: '{what} is empty' },
  'answer-missing-expected': {
    ja: '未公表の値の、公表の見込みが入っていません',
    en: 'The month in which the value will be published is missing',
  },
  'answer-missing-below': {
    ja: '達成率が{below}％を下回っているので、{what}を書いてください',
    en: 'The achievement rate is below {below}%: please fill in {what}',
  },
  'answer-missing-evidence': { ja: '根拠となる資料が付いていません', en: 'No supporting document is attached' },
  'answer-missing-question': { ja: '確かめることが残っています', en: 'There is something to confirm' },
  'entry-absent': {
    ja: 'この回答は見つかりません。機構改革でほかの課に移ったか、あなたの課のものではありません。「あなたの仕事」から開き直してください',
    en: 'This response was not found. It has moved to another department, or is not yours. Open it again from Your work',
  },
  'entry-item-absent': {
    ja: 'この項目は、いまの照会にありません。頁を読み直してください',
    en: 'This item is not asked for in the round. Reload the page',
  },
  'entry-round-not-open': {
    ja: 'この照会は閉じているので、入力できません。直すことがあれば、企画課に開け直しを頼んでください',
    en: 'The round is closed, so nothing can be entered. Ask the planning office to reopen it if something must change',
  },
  'entry-submitted': {
    ja: '提出してあるので、入力できません。課長の確認の前なら、取り下げると直せます',
    en: 'It has been submitted, so nothing can be entered. Before the head approves, you can withdraw it',
  },
  'evidence-empty': {
    ja: '「{file}」は空です。もう一度選んでください',
    en: '"{file}" is empty. Choose it again',
  },
  'evidence-too-large': {
    ja: '「{file}」は大きすぎます。{most}までの資料を付けられます。要る頁だけにするか、分けてください',
    en: '"{file}" is too large. Documents of up to {most} can be attached: keep the pages needed, or split it',
  },
  'evidence-kind': {
    ja: '「{file}」は付けられない種類か、名と中身が合いません。付けられるのは、{kinds}です',
    en: '"{file}" is of a kind that cannot be attached, or its name does not fit its contents. You can attach: {kinds}',
  },
  'evidence-too-many': {
    ja: '一つの項目に付けられる資料は{most}個までです。要らないものを外してください',
    en: 'An item can hold {most} documents. Remove one that is not needed',
  },
  'evidence-absent': {
    ja: 'この資料は、もうありません。外されたか、番地が違います',
    en: 'This document is no longer here. It was removed, or the address is wrong',
  },
  'comment-empty': { ja: '書き込みが空です。文を入れてください', en: 'The comment is empty. Write something' },
  'what-answer-actual': { ja: '実績値', en: 'The actual' },
  'what-answer-money': { ja: '事業費', en: 'The cost' },
  'what-answer-items': { ja: '年度の実績', en: 'What was done in the year' },
  'what-answer-evidence': { ja: '根拠となる資料', en: 'Supporting document' },
} as const satisfies Catalogue
