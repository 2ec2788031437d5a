/**
 * 監査記録を、行いで、日で引くための索引（`audit-reading.ts`）。番号の順は主鍵にある。
 * 書くたびに直す索引を増やさないよう、よく絞る二つだけ。名や何についてかは、番号の順に見ていく。
 */
export const auditReading = /* sql */ `
create index audit_entry_of_act on audit_entry (municipality, act, number);
create index audit_entry_at on audit_entry (municipality, at);
`
