-- $1: organization, $2: key, $3: whether it arrived.
select log.note_delivery($1, $2, $3);
