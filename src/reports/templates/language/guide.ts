/**
 * 書き方の覚え。ひな形に添える手引きで、差し込んだ資料には残さない。
 * Excel では「書き方」という名のシート、Word では `{{#書き方}}` の段落から `{{/書き方}}` の段落まで。
 */
export const guideSheet = '書き方'

export const guideStart = '{{#書き方}}'

export const guideEnd = '{{/書き方}}'

/** 印の全角・半角を問わずに、その印だけの字か。 */
export const isGuideMark = (text: string, mark: string): boolean => text.normalize('NFKC').replace(/\s+/g, '') === mark
