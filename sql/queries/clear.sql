-- $1: organization. Takes away what the state has of it, in the version that is looked in.
select clear($1, elsewhere => false);
