-- $1: a version of the state whose schemas are made.
select log.create_state($1);
