"""Logs kept by hand: dittos, months as headings, two names in a cell; every reading is asked."""

from collabnet.data.hand_kept.ages import band_ages
from collabnet.data.hand_kept.clients import looks_like_client_names
from collabnet.data.hand_kept.headings import Months, take_month_headings
from collabnet.data.hand_kept.persons import looks_like_person, note_persons
from collabnet.data.hand_kept.tabs import stack_tabs
from collabnet.data.hand_kept.tidy import tidy
from collabnet.data.hand_kept.youths import count_youths

__all__ = [
    "Months",
    "band_ages",
    "count_youths",
    "looks_like_client_names",
    "looks_like_person",
    "note_persons",
    "stack_tabs",
    "take_month_headings",
    "tidy",
]
