import { plainText } from '../language/plain-text.ts'

/**
 * 実施主体が市の課なら、その課の名（書かれたとおり）。市の外の団体や市民なら undefined。
 * 一覧は課の名だけ、個票は「市（課）」と書くので、どちらからも課を取り出す。
 * `departmentIn('伊万里市 (農業振興課)', '伊万里市')` → '農業振興課'、
 * `departmentIn('伊万里市国際交流協会 (まちづくり課)', '伊万里市')` → undefined（協会の事業で、課は窓口）
 */
export const departmentIn = (implementer: string, municipality: string): string | undefined => {
  const plain = plainText(implementer)
  const city = plainText(municipality)
  const own = plain.startsWith(city) ? plain.slice(city.length) : plain
  const name = /^\((.+)\)$/.exec(own)?.[1] ?? own
  return /[課室部局係]$/.test(name) && !outside.test(name) ? name : undefined
}

/** 名の終わりが課や局でも、市の外の団体とその窓口。 */
const outside = /協会|組合|連合|委員会|協議会|振興会|会議所|会社|法人|団体|病院|大学|^..{1,2}[府県]|\)/
