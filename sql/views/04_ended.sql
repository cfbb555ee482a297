-- Whether a noun as it is stated has come to its end: closed, withdrawn, or let go.
create function ended(stated jsonb) returns boolean
language sql immutable
return coalesce(stated ->> 'state' in ('CLOSED', 'WITHDRAWN') or (stated ->> 'released')::boolean, false);
