-- Whether a person may look into what was taken away and what left: administrators, auditors and redactors, as of today.
create function inspects(org_id uuid, person_id uuid) returns boolean
language sql stable
return exists (
  select from people p
  where p.org_id = inspects.org_id and p.id = inspects.person_id and p.active
    and p.permissions && '{ADMINISTER,AUDIT,REDACT}'
);
