-- The key results of objectives that are not parts of another.
create view objective_key_result as
select k.* from key_result k where k.part_of_id is null;
