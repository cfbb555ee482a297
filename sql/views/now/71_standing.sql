-- What the ids in one command lead to, for one actor.
create function standing(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
begin atomic
  with named (objective_id, key_result_id, to_objective_id, to_key_result_id, asked_by_id, owner_id, paired_with_id) as (
    select
      coalesce(
        (said ->> 'objective_id')::uuid, a.objective_id, q.objective_id, t.objective_id, f.objective_id, m.objective_id,
        l.objective_id, x.objective_id, h.objective_id
      ),
      coalesce(
        (said ->> 'key_result_id')::uuid, c.key_result_id, r.key_result_id, b.key_result_id, q.key_result_id,
        f.key_result_id, x.key_result_id, w.key_result_id
      ),
      coalesce((said ->> 'to_objective_id')::uuid, a.to_objective_id, l.to_objective_id),
      coalesce((said ->> 'to_key_result_id')::uuid, a.to_key_result_id),
      q.asked_by_id,
      coalesce(said ->> 'owner_person_id', q.proposal ->> 'owner_person_id')::uuid,
      coalesce(said ->> 'paired_with_id', q.proposal ->> 'paired_with_id')::uuid
    from (values (standing.org_id)) o (org_id)
    left join alignments a on a.org_id = o.org_id and a.id = (said ->> 'alignment_id')::uuid
    left join contribution c on c.org_id = o.org_id and c.id = (said ->> 'contribution_id')::uuid
    left join check_ins r on r.org_id = o.org_id and r.id = (said ->> 'check_in_id')::uuid
    left join obstacles b on b.org_id = o.org_id and b.id = (said ->> 'obstacle_id')::uuid
    left join comments m on m.org_id = o.org_id
      and m.id = coalesce((said ->> 'comment_id')::uuid, (said ->> 'answers_id')::uuid)
    left join comments w on w.org_id = o.org_id and w.id = (said ->> 'answers_id')::uuid
    left join attachments x on x.org_id = o.org_id and x.id = (said ->> 'attachment_id')::uuid
    left join links l on l.org_id = o.org_id and l.id = (said ->> 'link_id')::uuid
    left join health_metrics h on h.org_id = o.org_id and h.id = (said ->> 'health_metric_id')::uuid
    left join participants t on t.org_id = o.org_id and t.id = (said ->> 'participant_id')::uuid
    left join requests q on q.org_id = o.org_id and q.id = (said ->> 'request_id')::uuid
    left join follow_ups f on f.org_id = o.org_id and f.id = (said ->> 'follow_up_id')::uuid
  )
  select jsonb_build_object(
    'person', person_now(standing.org_id, coalesce((said ->> 'person_id')::uuid, n.asked_by_id)),
    'owner_person', person_now(standing.org_id, n.owner_id),
    'accountable_person', person_now(standing.org_id, (said ->> 'accountable_person_id')::uuid),
    'team', team_now(standing.org_id, (said ->> 'team_id')::uuid),
    'parent_team', team_now(standing.org_id, (said ->> 'parent_id')::uuid),
    'owner_team', team_now(standing.org_id, (said ->> 'owner_team_id')::uuid),
    'cycle', cycle_now(standing.org_id, (said ->> 'cycle_id')::uuid),
    'parent_cycle', cycle_now(standing.org_id, (said ->> 'parent_id')::uuid),
    'for_cycle', cycle_now(standing.org_id, (said ->> 'for_cycle_id')::uuid),
    'follow_up', (
      select to_jsonb(f) from follow_ups f
      where f.org_id = standing.org_id and f.id = (said ->> 'follow_up_id')::uuid
    ),
    'cycle_with_key', (
      select cycle_now(c.org_id, c.id) from cycles c where c.org_id = standing.org_id and c.key = said ->> 'key'
    ),
    'cycles', array(
      select cycle_now(c.org_id, c.id) from cycles c
      where c.org_id = standing.org_id and said ? 'fiscal_year'
    ),
    'objective', objective_now(standing.org_id, actor, n.objective_id),
    'to_objective', objective_now(standing.org_id, actor, n.to_objective_id),
    'key_result', key_result_now(standing.org_id, actor, n.key_result_id),
    'to_key_result', key_result_now(standing.org_id, actor, n.to_key_result_id),
    'paired_with', key_result_now(standing.org_id, actor, n.paired_with_id),
    'part_of', key_result_now(standing.org_id, actor, (said ->> 'part_of_id')::uuid),
    'attachment', (
      select to_jsonb(a) from attachments a
      where a.org_id = standing.org_id and a.id = (said ->> 'attachment_id')::uuid
    ),
    'alignment', (
      select to_jsonb(a) from alignments a
      where a.org_id = standing.org_id and a.id = (said ->> 'alignment_id')::uuid
    ),
    'contribution', (
      select to_jsonb(c) from contribution c
      where c.org_id = standing.org_id and c.id = (said ->> 'contribution_id')::uuid
    ),
    'check_in', check_in_now(standing.org_id, standing.actor, (said ->> 'check_in_id')::uuid),
    'obstacle', (
      select to_jsonb(b) from obstacle b
      where b.org_id = standing.org_id and b.id = (said ->> 'obstacle_id')::uuid
        and sees(b.org_id, standing.actor, b.objective_id, b.visibility)
    ),
    'request', (
      select to_jsonb(q) || jsonb_build_object(
        'proposal', q.proposal || jsonb_build_object('stated', array(select jsonb_object_keys(q.proposal)))
      )
      from request q
      where q.org_id = standing.org_id and q.id = (said ->> 'request_id')::uuid
        and sees(q.org_id, standing.actor, q.objective_id, q.visibility)
    ),
    'comment', (
      select to_jsonb(m) from comment m
      where m.org_id = standing.org_id and m.id = coalesce((said ->> 'comment_id')::uuid, (said ->> 'answers_id')::uuid)
        and sees(m.org_id, standing.actor, m.objective_id, m.visibility)
    ),
    'participant', (
      select to_jsonb(t) from participants t
      where t.org_id = standing.org_id and t.id = (said ->> 'participant_id')::uuid
    ),
    'of_person', person_now(standing.org_id, (said ->> 'of_person_id')::uuid),
    'of_person_sees', exists (
      select from objectives o
      left join key_results k on k.org_id = o.org_id and k.id = n.key_result_id
      where o.org_id = standing.org_id and o.id = coalesce(k.objective_id, n.objective_id)
        and sees(o.org_id, (said ->> 'of_person_id')::uuid, o.id, o.visibility)
    ),
    'asked_already', exists (
      select from requests q
      where q.org_id = standing.org_id and q.key_result_id = n.key_result_id and q.asked_by_id = standing.actor
        and q.kind = 'CONTRIBUTION' and q.state = 'OPEN'
    ),
    'target_leads_to_objective', coalesce(leads_to(
      standing.org_id,
      coalesce(
        n.to_objective_id,
        (select k.objective_id from key_results k where k.org_id = standing.org_id and k.id = n.to_key_result_id)
      ),
      n.objective_id
    ), false),
    'aligned_already', exists (
      select from alignments a
      where a.org_id = standing.org_id and a.objective_id = n.objective_id
        and n.to_objective_id is not distinct from a.to_objective_id
        and n.to_key_result_id is not distinct from a.to_key_result_id
    )
  ) || listed_now(standing.org_id, actor, said)
    || linked_now(standing.org_id, standing.actor, n.objective_id, n.to_objective_id, said)
    || left_now(standing.org_id, standing.actor, said)
    || event_now(standing.org_id, said)
    || case
      when said ?| '{identity_id,subject,api_key_id}' then identity_now(standing.org_id, said)
      else '{}'
    end
    || case
      when said ?| '{work_item_id,within_id,work_link_id}' then work_now(standing.org_id, standing.actor, said)
      else '{}'
    end
    || matter_now(standing.org_id, standing.actor, said)
    || hypothesis_now(standing.org_id, standing.actor, said)
    || kpi_now(standing.org_id, said)
    || pulse_now(standing.org_id, standing.actor, said)
    || aspiration_now(standing.org_id, said)
    || mentoring_now(standing.org_id, standing.actor, said)
    || talk_now(standing.org_id, standing.actor, said)
    || unscored_now(standing.org_id, standing.actor, (said ->> 'cycle_id')::uuid)
  from named n;
end;
