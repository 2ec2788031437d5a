import type { Catalogue } from '../message.ts'

export const webRevisionWords = {
  'revision-ground-rate': {
    ja: '{year}の実績は{actual}。目標{target}に対し{shown}％で、評価は{grade}。',
    en: 'Actual of {year}: {actual}, {shown}% of the target {target}; graded {grade}.',
  },
  'revision-ground': {
    ja: '{year}の実績は{actual}、目標は{target}で、評価は{grade}。',
    en: 'Actual of {year}: {actual}, target {target}; graded {grade}.',
  },
  'revision-candidate-more': {
    ja: '実績の{actual}を超える目標にします。',
    en: 'Set a target above the actual {actual}.',
  },
  'revision-candidate-less': {
    ja: '実績の{actual}を下回る目標にします（少ないほどよい指標）。',
    en: 'Set a target below the actual {actual} (less is better).',
  },

  'edition-superseded': {
    ja: 'この版は、改訂して次の版に替わった旧版です。旧版はそのままの姿で残します。いまの版を開いて、そちらを直してください。',
    en: 'This edition has been superseded by a revision and is kept as it was. Open the current edition and change that one.',
  },
  'adoption-used-since': {
    ja: 'この計画には、評価・改訂・付議がもう付いているので、取込みを取り消せません。直すところは、版を直すか、改訂の案で直してください。',
    en: 'Evaluations, revisions or referrals already rest on this plan, so the import cannot be undone. Correct the edition, or change it in a revision.',
  },
  'revision-absent': {
    ja: 'その改訂の案はありません。改訂の案の一覧から選んでください。',
    en: 'There is no such revision. Choose one from the list of revisions.',
  },
  'revision-adopted': {
    ja: 'この改訂の案は、もう決めて新しい版になりました。直すところがあれば、新しい版をもとに次の案を作ってください。',
    en: 'This revision has been adopted as a new edition. To change more, start another revision from the new edition.',
  },
  'revision-withdrawn': {
    ja: 'この改訂の案は取り下げられています。続けるなら、いまの版をもとに新しい案を作ってください。',
    en: 'This revision has been withdrawn. To go on, start a new one from the current edition.',
  },
  'revision-title-empty': {
    ja: '改訂後の計画の題がありません。題を入れてください。',
    en: 'The title of the revised plan is empty. Enter one.',
  },
  'revision-title-same': {
    ja: '次の期の計画の題が、いまの計画と同じです。「第3期…」のように、分かる題にしてください。',
    en: 'The next plan has the same title as the present one. Give it a title that tells them apart.',
  },
  'revision-title-taken': {
    ja: '「{title}」という題の計画が、ほかにあります。違う題にしてください。',
    en: 'Another plan is already called "{title}". Choose another title.',
  },
  'revision-year-unreadable': {
    ja: '「{text}」は年度として読めません。「令和6年度」や「2024」のように入れてください。',
    en: '"{text}" cannot be read as a fiscal year. Enter it like 2024 or R6.',
  },
  'revision-period-backwards': {
    ja: '終わりの年度（{to}）が、始まりの年度（{from}）より前です。どちらかを直してください。',
    en: 'The last year ({to}) comes before the first ({from}). Correct one of them.',
  },
  'revision-name-empty': {
    ja: '名（題）が空です。載せなくするときは「載せなくする」を使ってください。',
    en: 'The name is empty. To take the entry out, use "Remove".',
  },
  'revision-figure-unreadable': {
    ja: '「{raw}」は値として読めません。けたの区切りや字を確かめてください。',
    en: '"{raw}" cannot be read as a figure. Check the separators and digits.',
  },
  'revision-choice-unknown': {
    ja: '選べない値です。一覧から選び直してください。',
    en: 'That choice is not in the list. Choose again.',
  },
  'revision-unit-differs': {
    ja: '目標の単位「{target}」は、これまでの実績の単位「{actual}」に換算できません。同じ指標とは言えないので、「別の指標に差し替える」で新しい指標を入れてください。',
    en: 'The unit of the target ({target}) cannot be converted to the unit of the actuals so far ({actual}). Replace the indicator by a new one instead.',
  },
  'revision-reason-long': {
    ja: '理由が長すぎます。{limit}字までにしてください。',
    en: 'The reason is too long. Keep it within {limit} characters.',
  },
  'revision-reason-needed': {
    ja: '理由がありません。なぜそうするのかを書いてください。',
    en: 'A reason is needed. Say why.',
  },
  'revision-refusal-reason': {
    ja: '案を退けるには、理由が要ります。なぜ見直さないのかを書いてください。',
    en: 'To refuse a proposal, say why the indicator is left as it is.',
  },
  'revision-proposal-absent': {
    ja: 'その指標の見直しの案は、もうありません（評価か決まりが変わりました）。案の一覧を開き直してください。',
    en: 'There is no proposal for that indicator any more: a grade or a rule has changed. Open the proposals again.',
  },
  'revision-subject-absent': {
    ja: 'その項目は、この改訂の案にはありません（ほかの人が載せなくしたかもしれません）。計画の木から選び直してください。',
    en: 'That entry is not in this revision: someone may have removed it. Choose again from the tree.',
  },
  'revision-node-holds': {
    ja: 'この節の下に、節{nodes}件、指標{indicators}件、事業{projects}件が残っています。先に移すか、載せなくしてください。',
    en: 'This section still holds {nodes} sections, {indicators} indicators and {projects} projects. Move or remove them first.',
  },
  'revision-change-absent': {
    ja: 'その変更は、もう取りやめられています。',
    en: 'That change has already been undone.',
  },
  'revision-base-current': {
    ja: 'もとの版はいまの版のままなので、重ね直すことはありません。',
    en: 'The base is still the current edition: there is nothing to move.',
  },
  'revision-base-superseded': {
    ja: 'もとの版は、ほかの改訂で旧版になりました。先に「いまの版に重ね直す」をしてください。この案の変更は失われません。',
    en: 'The base has been superseded by another revision. Move this revision onto the current edition first; no change is lost.',
  },
  'revision-conflict-absent': {
    ja: 'その食い違いは、もう決まっています。',
    en: 'That conflict has already been settled.',
  },
  'revision-conflict-theirs-only': {
    ja: '置く先や直すものがもうないので、この変更は掛けられません。変更を取りやめるか、置く先を直してください。',
    en: 'What this change refers to is gone, so it cannot be kept. Undo it, or choose another place.',
  },
  'revision-conflicts-left': {
    ja: '食い違いが{count}件残っています。先に、どちらの値にするかを決めてください。',
    en: '{count} conflicts are left. Settle them first.',
  },
  'revision-nothing': {
    ja: '変更が一つもないので、改訂を決められません。',
    en: 'There are no changes, so there is nothing to adopt.',
  },
  'revision-day-unreadable': {
    ja: '決めた日「{text}」が日付ではありません。年・月・日を入れてください。',
    en: 'The day of the decision ("{text}") is not a date.',
  },
  'revision-body-needed': {
    ja: '決めたところ（市議会、推進本部など）を入れてください。',
    en: 'Enter the body that decided (assembly, headquarters…).',
  },
  'revision-moved-meanwhile': {
    ja: 'この頁を開いたあとに、案に変更が加わりました。変更を確かめてから、もう一度決めてください。',
    en: 'The revision has been changed since you opened this page. Look at the changes, then adopt again.',
  },
  'revision-ask-reached-more': {
    ja: '新しい目標「{target}」は、これまでの実績（{actual}）を超えていません。',
    en: 'The new target "{target}" does not go beyond the actual so far ({actual}).',
  },
  'revision-ask-reached-less': {
    ja: '新しい目標「{target}」は、これまでの実績（{actual}）を下回っていません（少ないほどよい指標）。',
    en: 'The new target "{target}" is not below the actual so far ({actual}); less is better here.',
  },
  'revision-ask-not-number': {
    ja: '新しい目標「{target}」は数ではないので、達成率を計算できなくなります。',
    en: 'The new target "{target}" is not a number: no rate can be computed any more.',
  },
  'revision-ask-outside': {
    ja: '{year}は、計画の期間の外です。',
    en: '{year} is outside the period of the plan.',
  },
  'revision-ask-published': {
    ja: '公表物（{titles}、全{count}件）が引用しています。公表したものは変わりませんが、改訂後の版には載らなくなります。',
    en: 'It is cited in {count} publications ({titles}). What was published does not change, but the revised plan will no longer carry it.',
  },
  'revision-left-undecided': {
    ja: 'まだ決めていない見直しの案が{count}件あります。',
    en: '{count} proposals are not decided yet.',
  },
  'revision-left-unchanged': {
    ja: '受け入れたのに変更のない案が{count}件あります。',
    en: '{count} accepted proposals have no change yet.',
  },
  'revision-left-unreasoned': {
    ja: '理由のない変更が{count}件あります。',
    en: '{count} changes have no reason.',
  },
} as const satisfies Catalogue
