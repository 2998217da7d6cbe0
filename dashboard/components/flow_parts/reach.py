"""From enrolling to being measured again: the steps, and everybody who is lost between them."""

from collections.abc import Sequence

from dashboard.charts.funnel import Step, funnel_figure
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.context import missing_reasons
from dashboard.sentences.flow import losses_before_start, reach_notes, reach_sentences
from dashboard.workspace import theme_is_dark
from pipelines.domain.flow import Flow
from pipelines.domain.outcome import Participation


def show_reach(participation: Participation, flow: Flow, words: Words) -> None:
    with part("reach", words("flow.reach.title"), reach_sentences(participation, flow.reach_target, words)):
        steps = _steps(participation, flow, words)
        show_figure(funnel_figure(steps, words, dark=theme_is_dark()), "funnel", alt=_alternative(steps, words))
        mark_few(participation.n_enrolled, words)
        say([], reach_notes(participation, flow.reach_target, words))


def _steps(participation: Participation, flow: Flow, words: Words) -> tuple[Step, ...]:
    losses = {
        "enrolled": losses_before_start(participation, flow, words),
        "with_start": tuple(missing_reasons(participation.missing, words)),
        "with_follow_up": (),
    }
    n = {step: getattr(participation, f"n_{step}") for step in losses}
    return tuple(Step(n[step], words.count(f"sentences.participation.{step}", n[step]), losses[step]) for step in n)


def _alternative(steps: Sequence[Step], words: Words) -> str:
    said = [f"{whole(step.n, words.language)} {step.words}" for step in steps]
    told = [
        words("flow.reach.alternative", step=text, losses=", ".join(step.losses)) if step.losses else text
        for text, step in zip(said, steps, strict=True)
    ]
    return "; ".join(told) + "."
