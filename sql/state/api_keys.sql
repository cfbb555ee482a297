-- Keys of programs, also those that were revoked; of their secrets only digests.
create table api_keys (
  like versioned including all,
  person_id uuid not null,
  name text not null,
  digest text not null,
  expires_on date not null,
  revoked boolean not null,
  created_at timestamptz not null
);

create index on api_keys (org_id, person_id);
