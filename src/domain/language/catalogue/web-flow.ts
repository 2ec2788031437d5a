import type { Catalogue } from '../message.ts'

/** 提出・確認・受理・差戻しと、実績の版のことば。 */
export const webFlowWords = {
  'what-response-not-started': { ja: '未着手', en: 'not started' },
  'what-response-entering': { ja: '入力中', en: 'being entered' },
  'what-response-returned': { ja: '差戻し', en: 'returned' },
  'what-response-submitted': { ja: '提出済み', en: 'submitted' },
  'what-response-approved': { ja: '課長確認済み', en: 'approved' },
  'what-response-accepted': { ja: '受理済み', en: 'accepted' },
  'what-step-begin': { ja: '入力', en: 'start entering' },
  'what-step-submit': { ja: '提出', en: 'submit' },
  'what-step-withdraw': { ja: '取下げ', en: 'withdraw' },
  'what-step-approve': { ja: '確認（決裁）', en: 'approve' },
  'what-step-approve-for': { ja: '代決', en: 'approve in the head’s place' },
  'what-step-note-seen': { ja: '後閲', en: 'note as seen' },
  'what-step-return-by-head': { ja: '課長の差戻し', en: 'return by the head' },
  'what-step-accept': { ja: '受理', en: 'accept' },
  'what-step-return-by-planner': { ja: '企画課の差戻し', en: 'return by the planning office' },
  'flow.absent': {
    ja: 'その回答は見つかりません。ほかの課の回答か、機構改革で移った回答かもしれません。「あなたの仕事」から開き直してください',
    en: 'This response was not found. It may belong to another department, or have moved in a reorganisation. Open it again from “Your work”',
  },
  'flow.moved-meanwhile': {
    ja: 'この回答は、開いているあいだに変わりました（{time} に {by} さん、いまは「{state}」）。いまのようすを見て、選び直してください',
    en: 'This response changed while you had it open ({by} at {time}; it is now {state}). Look at it as it is and choose again',
  },
  'flow.reason-too-long': {
    ja: 'わけは{limit}字までです。短くするか、根拠の資料や書き込みに分けてください',
    en: 'A reason may have up to {limit} characters. Shorten it, or put the rest in a comment or a file',
  },
  'flow.blocked-wrong-state': {
    ja: 'この回答はいま「{state}」なので、{step}はできません（{time} {by}）。',
    en: 'This response is now {state}, so you cannot {step} ({time}, {by}).',
  },
  'flow.blocked-round-open': {
    ja: '照会が閉じているので、{step}はできません。企画課に開け直してもらってください。',
    en: 'The round is closed, so you cannot {step}. Ask the planning office to reopen it.',
  },
  'flow.blocked-complete': {
    ja: 'まだ入っていない欄があります。入力の頁の「足りないもの」を見て入れてから、提出してください。',
    en: 'Some fields are still empty. Fill what the entry page lists as missing, then submit.',
  },
  'flow.blocked-questions-answered': {
    ja: '確かめることに、まだ答えていないものがあります。値を直すか、「このままでよい」を選んでから、提出してください。',
    en: 'Some questions are not answered yet. Correct the value or choose “keep as it is”, then submit.',
  },
  'flow.blocked-approval-asked': {
    ja: 'この照会では課長の確認を通しません。提出されたものを、企画課がそのまま受け取ります。',
    en: 'This round has no approval by a head. The planning office accepts what was submitted.',
  },
  'flow.blocked-approval-passed': {
    ja: '課長の確認がまだです。課長の確認（か代決）のあとで受理してください。',
    en: 'The head has not approved yet. Accept it after the approval.',
  },
  'flow.blocked-reason-given': {
    ja: 'わけを書いてください。相手は、それを読んで直します。',
    en: 'Write the reason. The other side goes by it.',
  },
  'flow.blocked-head-named': {
    ja: '代決では、どの課長に代わって決裁するかを書いてください。',
    en: 'To approve in place of a head, name the head.',
  },
  'flow.blocked-stand-in-allowed': {
    ja: '課長が不在になっていないので、担当者は代決できません。部長か、ほかの課長に頼むか、課長の不在を利用者の頁に入れてもらってください。',
    en: 'The head is not marked as absent, so a clerk cannot approve in their place. Ask the division head, or have the absence entered on the page of people.',
  },
  'flow.blocked-approved-for-head': {
    ja: 'この回答は代決されていないので、後閲は要りません。',
    en: 'This response was not approved in the head’s place; there is nothing to note as seen.',
  },
  'flow.blocked-not-yet-seen': {
    ja: '後閲はもう済んでいます。',
    en: 'This has already been noted as seen.',
  },
  'flow.blocked-seen-by-another': {
    ja: '代決した人が、自分で後閲することはできません。代わられた課長が見てください。',
    en: 'Whoever approved in the head’s place cannot note it as seen. The head does that.',
  },
} as const satisfies Catalogue
