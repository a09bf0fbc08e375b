"""The waves of a coalition's survey, and the coalition as one wave saw it."""

from datetime import date

from collabnet.model import Coalition
from collabnet.model.sheets import wave_day


def waves_of(coalition: Coalition) -> tuple[str, ...]:
    """Give the waves of answers and of ties.csv by their days; those without a day last.

    Answers that are kept apart (``merge = "no"``) make no ties, and so no wave.
    """
    survey = coalition.settings.survey
    found = set(coalition.own_ties["wave"])
    if survey.merge:
        found |= set(coalition.answers["wave"])
    days = {wave: wave_day(wave, survey) for wave in found - {""}}
    return tuple(sorted(days, key=lambda wave: (days[wave] or date.max, wave)))


def coalition_of_wave(coalition: Coalition, wave: str) -> Coalition:
    """Give the coalition with the ties and answers of one wave; those of no wave stay."""
    ties, answers = coalition.own_ties, coalition.answers
    return coalition.with_tables(
        ties=ties[ties["wave"].isin(["", wave])].reset_index(drop=True),
        answers=answers[answers["wave"].isin(["", wave])].reset_index(drop=True),
    ).with_survey_ties()
