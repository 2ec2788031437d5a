/** 口座（better-auth の表）・OIDC の設定・ログインの記録。 */
export const accounts = /* sql */ `
select 1;
`
