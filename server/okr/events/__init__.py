"""What can have happened: past tense, only ever added to; a field added later has a default."""

# ruff: noqa: F403 - all kinds of fact are read under one name, wherever they stand
from server.okr.events.agreements import *
from server.okr.events.aspirations import *
from server.okr.events.attachments import *
from server.okr.events.attestations import *
from server.okr.events.cases import *
from server.okr.events.comments import *
from server.okr.events.exports import *
from server.okr.events.fact import *
from server.okr.events.health import *
from server.okr.events.hypotheses import *
from server.okr.events.identities import *
from server.okr.events.key_results import *
from server.okr.events.kpis import *
from server.okr.events.links import *
from server.okr.events.measuring import *
from server.okr.events.mentoring import *
from server.okr.events.mentorships import *
from server.okr.events.objectives import *
from server.okr.events.organizations import *
from server.okr.events.pulses import *
from server.okr.events.redactions import *
from server.okr.events.requests import *
from server.okr.events.reviews import *
from server.okr.events.votes import *
from server.okr.events.work import *
