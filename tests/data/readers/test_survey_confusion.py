"""Files of survey platforms are told from each other, and from those of all other programs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.readers.programs import PROGRAMS
from data.readers import qualtrics_file as qualtrics
from data.readers import test_network_canvas as canvas
from data.readers import test_partner as partner
from data.readers import test_redcap as redcap
from data.readers import test_survey_monkey as monkey
from data.readers.survey_platforms import Reading, opened

OURS = ("qualtrics", "survey_monkey", "redcap", "partner", "network_canvas")
FILES = [
    ("qualtrics", qualtrics.SURVEY),
    ("survey_monkey", monkey.SURVEY),
    ("redcap", redcap.RAW),
    ("redcap", redcap.LABELS),
    ("redcap", redcap.DICTIONARY),
    ("redcap", redcap.TestRepeatedForms.TEXT),
    ("partner", partner.LIST),
    *(("network_canvas", text) for text in canvas.FILES.values()),
]
OTHERS = [
    "referral_id,date,from_person,from_agency,to_agency,to_person\nr1,2024-01-05,o1,a,b,i1\n",
    "agency_id,name\ncourt,Juvenile court\n",
    "respondent,alter,question,value,wave\na,b,contact,3,2024\n",
    "Id,Label\n1,Court\n",
    "Source,Target,Type,Weight\n1,2,Directed,3\n",
    "Label,From,To\nx,a,b\n",
    "EventID,EnrollmentID,PersonalID,EventDate,Event,ReferralResult,UserID\n1,2,3,2024-01-05,10,1,u\n",
    "from_npi,to_npi,patient_count,transaction_count\n1,2,3,4\n",
    "id,name,description,email\n1,Court,x,y\n",
    ",court,shelter\ncourt,0,1\nshelter,1,0\n",
    "x\n",
]
PIECES = ["", ",", '"', "\n", "Status", "0", "-99", "Never", '{"ImportId"', "é", "x" * 300, "\r\n,"]


class TestRecognition:
    @pytest.mark.parametrize(("name", "text"), FILES)
    def test_each_file_is_known_for_its_own_program_s(self, name, text):
        scores = {program.name: program.recognise(opened(text)) for program in PROGRAMS}
        assert max(scores, key=scores.get) == name, scores
        others = [score for other, score in scores.items() if other != name]
        assert scores[name] > max(others)

    @pytest.mark.parametrize("text", OTHERS)
    def test_files_of_other_programs_are_none_of_ours(self, text):
        for program in PROGRAMS:
            if program.name in OURS:
                assert program.recognise(opened(text)) < 0.3, program.name


class TestSpoiltFiles:
    @settings(max_examples=150, deadline=None)
    @given(
        st.sampled_from(FILES),
        st.lists(
            st.tuples(st.integers(0, 3000), st.integers(0, 40), st.sampled_from(PIECES)),
            min_size=1,
            max_size=3,
        ),
    )
    def test_nothing_is_lost_and_nothing_raised(self, file, edits):
        name, text = file
        for at, length, piece in edits:
            at = at % (len(text) + 1)
            text = text[:at] + piece + text[at + length :]
        program = next(one for one in PROGRAMS if one.name == name)
        if opened(text).grids[0].records.unclosed is None:
            program.recognise(opened(text))
            Reading(program, text)
            Reading(program, text, respondent="recipient", blank_means="no", likert=("keep",))
