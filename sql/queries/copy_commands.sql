-- $1: organization, $2: after this position, $3: up to this one. What idempotency keys stand for, to be copied.
select c.*
from log.command c
where c.org_id = $1 and c.first_position > $2 and c.first_position <= $3;
