"""What a user reads when something is wrong: one sentence with a remedy, never a traceback."""

import pytest

import collabnet as cn
from cli.calls import call
from collabnet.cli import assess
from collabnet.cli.options import parse_reading
from collabnet.data import load as loading
from collabnet.data.samples import copy_sample

SAMPLES = (
    "Samples are: advocacy_center_48h, deputized_task_force, g1, g1_second_intake, "
    "hospital_program, programs, site_a, site_b, two_waves"
)


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["nonsense"], "collabnet: No such command 'nonsense'. Read: collabnet --help"),
            (
                ["assess"],
                "collabnet assess: Missing argument 'PATH'. Read: collabnet assess --help",
            ),
            (
                ["assess", "site_b", "--format", "xml"],
                "collabnet assess: Invalid value for '--format': 'xml' is not one of 'text', "
                "'json', 'csv', 'html', 'pdf', 'xlsx', 'zip'. Read: collabnet assess --help",
            ),
            (
                ["assess", "site_b", "--reading", "dates"],
                "collabnet assess: --reading needs KEY=VALUE, for example date_order=day-first; "
                "got 'dates'. Read: collabnet assess --help",
            ),
            (
                ["whatif", "site_b"],
                "collabnet whatif: A what-if needs a change: --leaves ID, --closes AGENCY, "
                "--formalizes FROM:TO, --backs PERSON or another one, --changes FILE, or a saved "
                "one with --scenario NAME. Read: collabnet whatif --help",
            ),
            (
                ["whatif", "site_b", "--formalizes", "court_b"],
                "collabnet whatif: --formalizes needs FROM:TO, for example court:residential; got "
                "'court_b'. Read: collabnet whatif --help",
            ),
            (
                ["measure", "site_b", "--measures", "degree,fame"],
                "collabnet measure: --measures: There is no measure 'fame'. collabnet measure "
                "--list and cn.list_measures() list those there are. Read: collabnet measure "
                "--help",
            ),
            (
                ["samples", "site_b"],
                "collabnet samples: Say where to copy the sample: collabnet samples site_b --to "
                "DIR. Read: collabnet samples --help",
            ),
            (
                ["samples", "--to", "here"],
                "collabnet samples: --to needs the name of a sample to copy: collabnet samples "
                "NAME --to DIR. Read: collabnet samples --help",
            ),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_they_end_with_2(self, capsys, arguments, said):
        answer = call(capsys, *arguments)
        assert (answer.code, answer.out, answer.err) == (2, "", f"{said}\n")

    def test_a_key_that_no_question_has_is_named_with_the_nearest(self, capsys):
        answer = call(capsys, "check", "site_b", "--reading", "date_ordre=day-first")
        assert answer.code == 2
        assert answer.err.startswith(
            "collabnet check: --reading has no key 'date_ordre'. Did you mean date_order or "
            "matrix_order? Often needed are date_order, table, "
        )
        assert "the reference page 'Problems' lists all" in " ".join(answer.err.split())


class TestReading:
    def test_lists_add_up(self, capsys, tmp_path):
        """Each ``--reading drop=...`` drops, and one may name several columns."""
        (tmp_path / "referrals.csv").write_text(
            "date,from_agency,to_agency,client name,dob,ssn\n2024-01-01,a,b,x,y,z\n", "utf-8"
        )
        given = ("--reading", "drop=client name", "--reading", "drop=dob,ssn")
        assert call(capsys, "check", tmp_path, *given[:2]).code == 1
        assert call(capsys, "check", tmp_path, *given).code == 0

    def test_of_other_keys_the_last_counts(self):
        given = ["date_order=day-first", "referrals.drop=a", "date_order=month-first"]
        assert parse_reading([*given, "referrals.drop=b"]) == {
            "date_order": "month-first",
            "referrals.drop": "a,b",
        }


class TestRefused:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (
                ["assess", "nowhere"],
                f"There is no coalition folder or sample 'nowhere'. {SAMPLES}; collabnet new DIR "
                "writes an empty folder.",
            ),
            (
                ["assess", "sample:site_c"],
                f"There is no sample 'site_c'. Did you mean site_b or site_a? {SAMPLES}.",
            ),
            (
                ["whatif", "site_b", "--leaves", "officer_b11"],
                "There is no person 'officer_b11'. Did you mean officer_b1, officer_b5 or "
                "officer_b4? Ids of Site B stand in people.csv.",
            ),
            (
                ["whatif", "site_b", "--closes", "zoo"],
                "There is no agency 'zoo'. Ids of Site B stand in agencies.csv.",
            ),
            (
                ["measure", "site_b", "--relations", "fame"],
                "The network needs kinds of tie that the data has: contact, information, referral; "
                "got 'fame'. Choose among these.",
            ),
            (["samples", "site_c", "--to", "x"], "There is no sample 'site_c'."),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_they_end_with_1(self, capsys, arguments, said):
        answer = call(capsys, *arguments)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith(said)
        assert "Traceback" not in answer.err

    def test_a_question_names_its_options(self, capsys, tmp_path):
        """Days that can be read either way stop the reading; the option given lets it pass."""
        (tmp_path / "referrals.csv").write_text(
            "date,from_agency,to_agency\n01/02/2024,a,b\n03/04/2024,a,b\n", "utf-8"
        )
        answer = call(capsys, "assess", tmp_path)
        assert answer.code == 1
        assert "day-first" in answer.err and "month-first" in answer.err
        answered = call(capsys, "assess", tmp_path, "--reading", "date_order=day-first")
        assert answered.code == 0


class TestProblems:
    @pytest.fixture
    def folder(self, tmp_path):
        rows = "".join(f"2024-01-{day:02d},a,b\n" for day in range(1, 29))
        (tmp_path / "referrals.csv").write_text(
            f"date,from_agency,to_agency\n{rows}2024-02-31,a,b\n", "utf-8"
        )
        return tmp_path

    def test_they_are_printed_and_the_answer_follows(self, capsys, folder):
        answer = call(capsys, "assess", folder)
        assert answer.code == 0
        assert "referrals.csv, row 30, column date: " in answer.err
        assert "referrals.csv" not in answer.out

    def test_notes_are_counted_and_left_to_the_check(self, capsys, folder):
        err = " ".join(call(capsys, "assess", folder).err.split())
        assert err.startswith("1 problem in ")
        assert "[no_settings]" not in err and "[no_roster]" not in err
        notes = sum(level == "NOTE" for level in cn.load(folder).problems["level"])
        assert err.endswith(f"Read with {notes} notes: collabnet check {folder} shows them.")

    def test_one_note_and_a_path_with_blanks(self, capsys, tmp_path):
        folder = copy_sample("g1", tmp_path / "our site")
        (folder / "ties.csv.txt").write_text("", "utf-8")
        (folder / "agencies2.csv").write_text("", "utf-8")
        (folder / "coalition.toml").write_text('nmae = "G1"\n', "utf-8")
        err = " ".join(call(capsys, "measure", folder).err.split())
        assert err == f'Read with 1 note: collabnet check "{folder}" shows it.'

    def test_they_are_wrapped(self, capsys, folder, monkeypatch):
        """In 80 columns where no terminal says how wide it is."""
        monkeypatch.delenv("COLUMNS", raising=False)
        lines = call(capsys, "assess", folder).err.splitlines()
        assert len(lines) > 3
        assert all(len(line) <= 80 or " " not in line.strip(" -") for line in lines)
        assert lines[1].startswith("- ") and lines[2].startswith("  ")

    def test_questions_are_wrapped(self, capsys, tmp_path, monkeypatch):
        monkeypatch.setenv("COLUMNS", "60")
        (tmp_path / "referrals.csv").write_text(
            "date,from_agency,to_agency\n01/02/2024,a,b\n03/04/2024,a,b\n", "utf-8"
        )
        lines = call(capsys, "assess", tmp_path).err.splitlines()
        assert len(lines) > 3
        assert max(map(len, lines)) <= 60
        assert any(line.startswith("- referrals.csv") for line in lines)

    def test_notes_alone_are_not_strict(self, capsys, folder):
        (folder / "referrals.csv").write_text("date,from_agency,to_agency\n2024-01-01,a,b\n")
        assert {*cn.load(folder).problems["level"]} == {"NOTE"}
        assert call(capsys, "assess", folder, "--strict").code == 0
        assert call(capsys, "check", folder, "--strict").code == 0

    def test_with_strict_they_end_with_1_and_no_answer(self, capsys, folder):
        answer = call(capsys, "assess", folder, "--strict")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.endswith(
            "Stopped because of --strict. Mend the problems, or leave --strict out.\n"
        )

    def test_check_ends_with_1_where_it_refuses_or_is_strict(self, capsys, folder):
        assert call(capsys, "check", folder).code == 0
        assert call(capsys, "check", folder, "--strict").code == 1
        assert call(capsys, "check", "sample:site_b", "--strict").code == 0
        (folder / "referrals.csv").write_text("nothing\n", "utf-8")
        assert call(capsys, "check", folder).code == 1

    def test_twenty_are_enough(self, capsys, tmp_path):
        rows = "2024-01-05,a,b\n" * 3 + "soon,a,b\n" * 30
        (tmp_path / "referrals.csv").write_text(f"date,from_agency,to_agency\n{rows}", "utf-8")
        answer = call(capsys, "assess", tmp_path)
        lines = answer.err.splitlines()
        assert len([line for line in lines if line.startswith("- ")]) <= 20


class TestUnexpected:
    @pytest.fixture
    def broken(self, monkeypatch):
        def fail(*_, **__):
            raise KeyError("person_id of Ann")

        monkeypatch.setattr(loading, "load", fail)

    def test_an_id_and_a_remedy_no_traceback(self, capsys, broken):
        answer = call(capsys, "assess", "sample:g1")
        assert answer.code == 1
        first, _, rest = answer.err.partition(")")
        assert first.startswith("Something went wrong inside collabnet (id ")
        assert rest == (
            ". Your data is unchanged. collabnet --verbose followed by the rest of the command "
            "shows the details; keep them with this id when you ask for help.\n"
        )
        assert call(capsys, "assess", "sample:g1").err == answer.err

    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_verbose_shows_the_details_wherever_it_stands(self, capsys, broken, place):
        arguments = ["assess", "sample:g1"]
        arguments.insert(place, "--verbose")
        assert "KeyError: 'person_id of Ann'" in call(capsys, *arguments).err

    def test_verbose_adds_nothing_to_what_is_expected(self, capsys):
        plain, verbose = (
            call(capsys, *given, "assess", "sample:site_c") for given in ([], ["--verbose"])
        )
        assert verbose == plain
        assert "Traceback" not in verbose.err

    def test_an_interruption_says_so(self, capsys, monkeypatch):
        def stop(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr(loading, "load", stop)
        answer = call(capsys, "assess", "sample:g1")
        assert (answer.code, answer.err) == (130, "Interrupted: nothing was written.\n")

    def test_the_default_of_every_format_is_known(self):
        assert [one.value for one in assess.Format] == [
            "text", "json", "csv", "html", "pdf", "xlsx", "zip",
        ]  # fmt: skip
