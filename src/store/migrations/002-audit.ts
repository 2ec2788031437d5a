/**
 * 監査記録。追記だけができ、前の記録の指紋を含む指紋で鎖になる。鎖の先頭（件数と最後の指紋）は
 * 別の表に置き、記録が足されるときに引き金だけが進める。末尾を消しても先頭と合わなくなる。
 * 指紋の中身は `audit.ts` が作り、ここでは番号と前の指紋の続き具合だけを確かめる。
 */
export const audit = /* sql */ `
create table audit_entry (
  municipality text not null references municipality (municipality),
  number bigint not null,
  at timestamptz not null,
  by text not null,
  act text not null,
  subject jsonb not null,
  before jsonb,
  after jsonb,
  previous text not null,
  hash text not null,
  primary key (municipality, number)
);

create table audit_head (
  municipality text not null references municipality (municipality),
  entries bigint not null,
  hash text not null,
  primary key (municipality)
);

create function audit_entry_follows() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head%rowtype;
begin
  select * into head from audit_head where municipality = new.municipality for update;
  if not found then
    if new.number <> 1 or new.previous <> repeat('0', 64) then
      raise exception 'audit chain of % must start at 1', new.municipality;
    end if;
    insert into audit_head (municipality, entries, hash) values (new.municipality, 1, new.hash);
  else
    if new.number <> head.entries + 1 or new.previous <> head.hash then
      raise exception 'audit entry % of % does not follow the chain', new.number, new.municipality;
    end if;
    update audit_head set entries = new.number, hash = new.hash where municipality = new.municipality;
  end if;
  return new;
end $$;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are append-only';
end $$;

create trigger audit_entry_follows before insert on audit_entry
  for each row execute function audit_entry_follows();
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_is_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_is_append_only();
`
