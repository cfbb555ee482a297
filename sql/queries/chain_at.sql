-- $1: organization, $2: position. The chain there; nothing where the log ends before.
select e.chain from log.event e where e.org_id = $1 and e.position = $2;
