-- $1: organization, $2: position. A digest per table of the state as of it.
select name, rows, digest from state_digest($1, $2);
