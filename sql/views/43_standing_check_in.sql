-- Reports that were neither corrected nor retracted: the last of them says where a key result stands.
create view standing_check_in as
select c.* from check_in c where c.corrected_by_id is null and not c.retracted;
