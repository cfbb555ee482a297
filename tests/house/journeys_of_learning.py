"""How what is measured all the time, assumed and learned is said."""

from server.okr import terms
from tests.house.beside import of_a_hypothesis, of_a_kpi
from tests.house.journey import Journey

OF_LEARNING = [
    Journey(
        noun=terms.Hypothesis, mutation="addHypothesis", shows="hypothesis", table="hypotheses"
    ),
    Journey(
        noun=terms.Experiment,
        mutation="addExperiment",
        shows="experiment",
        table="experiments",
        beside=of_a_hypothesis,
    ),
    Journey(
        noun=terms.Insight,
        mutation="addInsight",
        shows="insight",
        table="insights",
        beside=of_a_hypothesis,
    ),
    Journey(
        noun=terms.HealthMetric,
        mutation="addHealthMetric",
        shows="healthMetric",
        table="health_metrics",
        beside=of_a_kpi,
    ),
    Journey(noun=terms.Kpi, mutation="addKpi", shows="kpi", table="kpis"),
    Journey(
        noun=terms.KpiValue,
        mutation="recordKpiValue",
        shows="kpiValue",
        table="kpi_values",
        beside=of_a_kpi,
    ),
]
