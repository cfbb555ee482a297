-- $1: organization that is not here. Takes away all that is left of it.
select log.forget($1);
