-- $1: organization, $2: key. Notes that it was used, if it is still good for something.
select log.note_api_key_use($1, $2)
from api_keys k
join people p on p.org_id = k.org_id and p.id = k.person_id and p.active
where k.org_id = $1 and k.id = $2 and not k.revoked;
