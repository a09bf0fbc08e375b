"""The files that are spoilt: our own samples and templates, and exports in their true shapes."""

import json
from dataclasses import dataclass
from pathlib import Path

from collabnet.data.templates import table_template
from collabnet.model.specs import TABLES
from data.hand_kept import test_whole_log as hand_kept
from data.importing import import_case
from data.logs import logs_made
from data.networks import (
    dl_files,
    json_programs,
    other_programs,
    pajek_files,
    test_edge_list,
    test_matrix,
)
from data.readers import (
    test_fhir,
    test_hmis,
    test_network_canvas,
    test_open_referral,
    test_redcap,
    test_shared_patients,
    test_survey_bytes,
)
from fuzz import seed_books, seed_forms, seed_networks

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 40
"""Rows that are taken of a sample's file."""
SMALL = Path(__file__).with_name("seeds")


@dataclass(frozen=True)
class Seed:
    """Files that belong together, as bytes by name; ``folder`` if they are a coalition's.

    Attributes
    ----------
    kind : what they are spoilt as: "table", "text", "json", "xml", "zip" or "bytes"
    """

    name: str
    kind: str
    files: dict[str, bytes]
    folder: bool = False


def common():
    """Seeds that are read in milliseconds, in a fixed order."""
    return [*_samples(), *_kept(), *_tables(), *_small(), *_exports(), *_networks(), *_workbooks()]


def slow():
    """Seeds that need a process of their own or an engine: few of the cases are theirs."""
    return [Seed(f"made {name}", kind, {name: data}) for name, kind, data in seed_books.slow()]


def _bytes(text):
    return text if isinstance(text, bytes) else text.encode("utf-8")


def _first(path):
    """The beginning of a long file: what comes after is more of the same, and takes long."""
    return b"".join(path.read_bytes().splitlines(keepends=True)[:LONGEST])


def _samples():
    # Others hold the same tables; a seed more would give every number another case.
    for name in ("g1", "g1_second_intake", "programs", "site_a", "site_b"):
        folder = ROOT / "sample_networks" / name
        files = {p.name: _first(p) for p in sorted(folder.iterdir()) if p.suffix == ".csv"}
        if not files:
            continue
        settings = {"coalition.toml": (folder / "coalition.toml").read_bytes()}
        yield Seed(f"sample {folder.name}", "table", settings | files, folder=True)
        for name, data in files.items():
            yield Seed(f"sample {folder.name} {name}", "table", {name: data})


def _kept():
    """A coalition that has imported, merged names and answered, with rejects that came of it."""
    files = {
        "coalition.toml": KEPT,
        "agencies.csv": "agency_id,name,alternate_names\ncourt_b,Juvenile court,Juv. Court\n"
        "shelter,Shelter,\n",
        "people.csv": "person_id,name,agency_id\nofficer_b1,Officer B1,court_b\n",
        "memberships.csv": "person_id,agency_id,share\nofficer_b1,court_b,1\n",
        "agreements.csv": "agreement_id,from_agency,to_agency,kind\na1,court_b,shelter,protocol\n",
        "posts.csv": "agency_id,role,holders_in_period,years,weeks_vacant\n"
        "court_b,intake officer,2,3,10\n",
        "referrals.csv": "date,from_person,from_agency,to_agency,imported_from\n"
        '2024-01-05,officer_b1,court_b,shelter,"log.csv, row 2"\n',
        "crosswalk.csv": "kind,written,means,decision,at_agency,in_file,evidence,decided_on,note,"
        "version\nagency,Juv. Court,court_b,same,,,,2024-06-30,,1\n"
        "person,OB,officer_b1,same,court_b,,,2024-06-30,,1\n",
        "imports.csv": "file,sha256,program,imported_on,read,kept,rejected,skipped\n"
        "log.csv,00,table,2024-06-30,1,1,0,0\n",
    }
    made = {name: _bytes(text) for name, text in files.items()}
    yield Seed("coalition that has imported", "table", made, folder=True)


KEPT = """name = "Site"

[reading]
date_order = "day-first"

[recipes."log.csv"]
table = "referrals"
map = ["Sent by=from_agency"]
"""


def _tables():
    for spec in TABLES.values():
        name = spec.file or spec.pattern.replace("*", "x")
        yield Seed(f"template {name}", "table", {name: table_template(spec)})
    made = {
        "foreign log": import_case.HEADER + import_case.ROWS,
        "hand-kept log": hand_kept.LOG,
        "log with odd cells": logs_made.as_csv(logs_made.made_rows(25)),
    }
    for name, text in made.items():
        yield Seed(name, "table", {"log.csv": _bytes(text)})


def _small():
    for path in sorted(SMALL.iterdir()):
        if path.suffix not in (".md", ".zlib"):
            yield Seed(f"small {path.name}", "table", {path.name: path.read_bytes()})


def _exports():
    for program, name, data, _, _ in test_survey_bytes.FILES:
        yield Seed(f"{program} {name}", "table", {name: data})
    redcap = {"raw.csv": test_redcap.RAW, "dictionary.csv": test_redcap.DICTIONARY}
    for name, files in {
        "redcap with dictionary": redcap,
        "redcap labels": {"labels.csv": test_redcap.LABELS},
        "network_canvas whole": test_network_canvas.FILES,
        "hmis whole": test_hmis.ALL,
        "hmis events": {"Event.csv": test_hmis.EVENTS},
        "hsds whole": test_open_referral.ALL,
        "shared patients hop": {"pairs.csv": test_shared_patients.HOP},
        "shared patients cms": {"pairs.csv": test_shared_patients.CMS},
    }.items():
        yield Seed(name, "table", {one: _bytes(text) for one, text in files.items()})
    request, task = test_fhir.request, test_fhir.task
    done = task("t1", focus={"reference": "ServiceRequest/r1"})
    bundle = test_fhir.bundle(request("r1"), request("r2", status="revoked"), done, task("t2"))
    yield Seed("fhir bundle", "json", {"bundle.json": _bytes(bundle)})
    lines = "\n".join(json.dumps(one) for one in [*test_fhir.ACTORS, request("r1"), task("t2")])
    yield Seed("fhir lines", "text", {"bulk.ndjson": _bytes(lines)})


_KINDS = {
    "YED": "xml", "CYTOSCAPE": "xml", "IGRAPH": "xml", "GEPHI_GEXF": "xml", "OLD_GEXF": "xml",
    "GEPHI_GML": "text", "PUBLISHED_GML": "text", "D3": "json", "NETWORKX": "json",
    "CYTOSCAPE_JSON": "json", "BLUEPRINT": "json", "KUMU_BACKUP": "json",
}  # fmt: skip


def _networks():
    for name, kind in _KINDS.items():
        text = getattr(json_programs if kind == "json" else other_programs, name)
        yield Seed(f"network {name}", kind, {f"network.{kind}": _bytes(text)})
    gephi = {"nodes.csv": json_programs.GEPHI_NODES, "edges.csv": json_programs.GEPHI_EDGES}
    yield Seed("gephi tables", "table", {name: _bytes(text) for name, text in gephi.items()})
    for number, text in enumerate(dl_files.ALL):
        yield Seed(f"dl {number}", "text", {"site.dl": _bytes(text)})
    for name in ("RELATIONS", "LISTS", "MATRIX", "TWO_MODE"):
        yield Seed(f"pajek {name}", "text", {"site.net": _bytes(getattr(pajek_files, name))})
    for name, text in {
        "edges.csv": test_edge_list.HEADED,
        "square.csv": test_matrix.SQUARE,
        "meetings.csv": test_matrix.MEETINGS,
    }.items():
        yield Seed(f"network {name}", "table", {name: _bytes(text)})
    for name, kind, files in seed_networks.written_ones():
        yield Seed(f"written {name}", kind, files)


def _workbooks():
    for name, kind, data in (*seed_books.common(), *seed_forms.forms()):
        yield Seed(f"made {name}", kind, {name: data})
