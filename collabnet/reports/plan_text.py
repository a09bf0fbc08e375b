"""A plan as text for a terminal, from what was released."""

from collections.abc import Sequence

from collabnet.reports.layout import joined, wrap
from collabnet.sharing import ReleasedPlan, ReleasedStep

DEEP = "   "


def plan_text(released: ReleasedPlan, width: int | None = None) -> str:
    """Write a plan for a terminal of ``width`` cells; None wraps nothing."""
    label = f" [{released.label}]" if released.label else ""
    return joined(
        [
            [
                *wrap(f"Plan: {released.name}{label}", width),
                *wrap(f"{released.notice}.", width),
            ],
            wrap(released.measured, width),
            *_titled("The best changes, each alone", released.singles, label, width),
            [
                *wrap("The best together", width),
                *wrap(released.loss, width),
                *wrap(released.found, width),
            ],
            *_numbered(released.steps, label, width),
            wrap(released.confirmed, width) if released.confirmed else [],
            _asks(released, label, width),
            wrap(released.effort, width) if released.steps or released.singles else [],
        ]
    )


def _titled(
    title: str, steps: Sequence[ReleasedStep], label: str, width: int | None
) -> list[list[str]]:
    return [[title], *_numbered(steps, label, width)] if steps else []


def _numbered(steps: Sequence[ReleasedStep], label: str, width: int | None) -> list[list[str]]:
    return [_step(number, one, label, width) for number, one in enumerate(steps, start=1)]


def _step(number: int, step: ReleasedStep, label: str, width: int | None) -> list[str]:
    effort = f" Effort: {step.effort}." if step.effort else ""
    return [
        *wrap(step.action, width, f"{number}. "),
        *wrap(step.reason, width, DEEP),
        *wrap(f"{step.loss}.{effort}{label}", width, DEEP),
    ]


def _asks(released: ReleasedPlan, label: str, width: int | None) -> list[str]:
    if not released.asks:
        return []
    lines = wrap(f"Questions whose answers would move this most{label}", width)
    for question, sentence in released.asks:
        lines += wrap(f"{question} {sentence}", width, "- ")
    return lines
