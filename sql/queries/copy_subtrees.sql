-- $1: organization. Tops of the tree over the log, to be copied.
select * from log.subtree where org_id = $1;
