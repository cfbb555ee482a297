-- By which issuer and subject people are found; what was unlinked is found in the past alone.
create table identities (
  like versioned including all,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null
);

create index on identities (org_id, issuer, subject);
create index on identities (org_id, person_id);
