-- People with an address whom an issuer has not vouched for until now; nobody where there is no address.
create function namesakes(org_id uuid, issuer text, email text) returns uuid[]
language sql stable
return array(
  select p.id from people p
  where p.org_id = namesakes.org_id and p.active and not p.is_program
    and lower(p.email) = lower(namesakes.email)
    and not exists (
      select from identities_versions i
      where i.org_id = p.org_id and i.person_id = p.id and i.issuer = namesakes.issuer
    )
  order by p.created_position, p.id
);
