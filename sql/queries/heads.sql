-- Where every organization's log stands.
select org_id, position, state_version from log.head order by org_id;
