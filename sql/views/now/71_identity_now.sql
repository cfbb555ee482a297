-- What a command about identities and keys rests on: either with its person, who is or was known by what is said,
-- and who has the address.
create function identity_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return jsonb_build_object(
  'identity', (
    select jsonb_build_object('id', i.id, 'person', person_now(i.org_id, i.person_id))
    from identities i
    where i.org_id = identity_now.org_id and i.id = (said ->> 'identity_id')::uuid
  ),
  'api_key', (
    select jsonb_build_object('id', k.id, 'revoked', k.revoked, 'person', person_now(k.org_id, k.person_id))
    from api_keys k
    where k.org_id = identity_now.org_id and k.id = (said ->> 'api_key_id')::uuid
  ),
  'identity_taken', exists (
    select from identities i
    where i.org_id = identity_now.org_id and i.issuer = said ->> 'issuer' and i.subject = said ->> 'subject'
  ),
  'identity_known', exists (
    select from identities_versions i
    where i.org_id = identity_now.org_id and i.issuer = said ->> 'issuer' and i.subject = said ->> 'subject'
  ),
  'namesakes', namesakes(identity_now.org_id, said ->> 'issuer', said ->> 'email')
);
