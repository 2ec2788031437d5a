/** 通知。 */
export const notices = /* sql */ `
select 1;
`
