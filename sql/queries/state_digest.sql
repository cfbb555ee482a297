-- $1: organization, $2: position, $3: the schema of a version's tables. A digest per table of that state as of there.
select name, rows, digest from state_digest($1, $2, $3);
