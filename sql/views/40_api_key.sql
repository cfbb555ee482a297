-- A key of a program, also one that was revoked, and when it was last used, as of today.
create view api_key as
select k.*, u.used_at as last_used_at
from api_keys k
left join log.api_key_use u on u.org_id = k.org_id and u.api_key_id = k.id;
