"""The committed answers, found a second time by trying everything."""

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest

from samples import oracle
from samples.sample_files import NAMES, SITES, agency_of, expected, persons, table

FIXTURES = ("g1", "g1_second_intake")
TO_THE_LAST_DIGIT = 0.00051


def by_pair(entries):
    return {(entry["from_agency"], entry["to_agency"]): entry for entry in entries}


def in_order(cut_sets):
    return sorted(cut_sets, key=str)


def undirected(sample):
    ties, agency = oracle.ways(sample)
    return nx.Graph(sorted(ties)), agency


def fragmentation(graph, n):
    sizes = [len(part) for part in nx.connected_components(graph)]
    return 1 - sum(size * (size - 1) for size in sizes) / (n * (n - 1))


def joined(graph, agency=None):
    return sum(
        1
        for part in nx.connected_components(graph)
        for one, other in combinations(part, 2)
        if agency is None or agency[one] != agency[other]
    )


@pytest.mark.parametrize("sample", NAMES)
class TestExpected:
    def test_counts(self, sample):
        for name, count in expected(sample)["counts"].items():
            assert len(table(sample, name)) == count, name

    def test_pathways_are_all_there_with_their_rows(self, sample):
        found = oracle.pathway_rows(sample)
        answers = by_pair(expected(sample)["pathways"])
        assert set(found) == set(answers)
        for pair, rows in found.items():
            answer = answers[pair]
            for side, key in (("from", "sending"), ("to", "receiving")):
                ends = Counter(row[f"{side}_person"] for row in rows if row[f"{side}_person"])
                assert ends == answer[key], (pair, key)
                named = ends.total() / len(rows)
                assert answer[f"named_share_{key}"] == pytest.approx(named)
            assert len(rows) == answer["referrals"] == answer["per_year"]
            assert sorted({row["service"] for row in rows}) == answer["services"]
            assert max(row["date"] for row in rows) == answer["last_used"]
            assert answer["thin"] == (len(rows) < 6)
            assert not answer["quiet"]
            bases = Counter(oracle.basis(sample, row) for row in rows)
            assert {key: bases[key] for key in answer["basis"]} == answer["basis"]

    def test_shares(self, sample):
        for answer in expected(sample)["pathways"]:
            carried = {k: v for k, v in answer["sending"].items() if k in persons(sample)}
            if not carried:
                assert answer["top_share"] is answer["hhi"] is answer["bus_factor"] is None
                continue
            total = sum(carried.values())
            squared = sum(count * count for count in carried.values()) / total**2
            top = max(carried.values()) / total
            assert answer["top_share"] == pytest.approx(top, abs=TO_THE_LAST_DIGIT)
            assert answer["hhi"] == pytest.approx(squared, abs=TO_THE_LAST_DIGIT)
            assert answer["effective_carriers"] == pytest.approx(1 / squared, abs=TO_THE_LAST_DIGIT)
            assert answer["bus_factor"] == oracle.bus_factor(carried)

    def test_direct_cut_sets(self, sample):
        ties, agency = oracle.ways(sample)
        for pair, answer in by_pair(expected(sample)["pathways"]).items():
            direct = {tie for tie in ties if (agency[tie[0]], agency[tie[1]]) == pair}
            found = oracle.cut_sets(sample, pair, direct, agency)
            assert in_order(answer["cut_sets"]) == in_order(found), pair
            assert answer["cut_size"] == (len(found[0]["people"]) if found else None), pair

    def test_reachable_pairs_and_reach_cut_sets(self, sample):
        ties, agency = oracle.ways(sample)
        answers = by_pair(expected(sample)["reachable"])
        assert set(answers) == oracle.reachable(ties, agency)
        direct = by_pair(expected(sample)["pathways"])
        for pair, answer in answers.items():
            found = oracle.cut_sets(sample, pair, ties, agency)
            assert in_order(answer["reach_cut_sets"]) == in_order(found), pair
            assert answer["reach_cut_size"] == (len(found[0]["people"]) if found else None), pair
            assert answer["direct"] == (pair in direct)
            if pair in direct:
                assert direct[pair]["reach_cut_sets"] == answer["reach_cut_sets"]

    def test_exposure(self, sample):
        ties, agency = oracle.ways(sample)
        whole, rows = oracle.reachable(ties, agency), table(sample, "referrals")
        ends = {end for tie in ties for end in tie} & persons(sample)
        answers = {entry["person"]: entry for entry in expected(sample)["exposure"]}
        assert set(answers) == ends
        for person, answer in answers.items():
            left = oracle.reachable(ties, agency, {person})
            assert answer["reachable_lost"] == len(whole - left), person
            kept = {(agency[tie[0]], agency[tie[1]]) for tie in ties if person not in tie}
            pathways = {(agency[tie[0]], agency[tie[1]]) for tie in ties}
            assert answer["direct_lost"] == len(pathways - kept), person
            touched = [row for row in rows if person in (row["from_person"], row["to_person"])]
            assert answer["rows_touched"] == len(touched), person
            bases = Counter(oracle.basis(sample, row) for row in touched)
            for key in ("formal", "informal", "unknown"):
                assert answer[key] == bases[key], (person, key)

    def test_headline(self, sample):
        answer, exposure = expected(sample)["headline"], expected(sample)["exposure"]
        rows = table(sample, "referrals")
        covered = sum(oracle.basis(sample, row) == "formal" for row in rows)
        high = max(entry["informal"] + entry["unknown"] for entry in exposure)
        assert answer == {
            "rows": len(rows),
            "lost_low": max(entry["informal"] for entry in exposure),
            "lost_high": high,
            "worst_high": [
                entry["person"]
                for entry in exposure
                if entry["informal"] + entry["unknown"] == high
            ],
            "covered": covered,
        }

    def test_thin_pathways_are_no_findings(self, sample):
        answer = expected(sample)
        thin = sorted(
            f"{p['from_agency']}:{p['to_agency']}" for p in answer["pathways"] if p["thin"]
        )
        assert answer["findings"]["thin"] == thin
        named = {entry["id"] for entry in answer["findings"]["must_exist"]}
        assert not named & {f"pathway:{one}" for one in thin}

    def test_hubs_hold_formal_contacts_to_a_third_of_the_actors(self, sample):
        ends = {end for t in table(sample, "ties") for end in (t["source"], t["target"])}
        contacts = oracle.formal_contacts(sample)
        found = {one: len(known) for one, known in contacts.items() if len(known) * 3 >= len(ends)}
        assert {hub["person"]: hub["contacts"] for hub in expected(sample)["hubs"]} == found
        for hub in expected(sample)["hubs"]:
            assert hub["of"] == len(ends)
            assert hub["passes_on"] + len(hub["no_agreement"]) == hub["contacts"]
            assert set(hub["informal"]) == oracle.informal_contacts(sample, hub["person"])


@pytest.mark.parametrize("sample", SITES)
class TestSites:
    def test_ties_by_status_and_quality(self, sample):
        answer, ties = expected(sample), table(sample, "ties")
        assert +Counter(answer["ties_by_status"]) == Counter(tie["status"] for tie in ties)
        assert +Counter(answer["ties_by_quality"]) == Counter(tie["quality"] for tie in ties)
        ends = {end for tie in ties for end in (tie["source"], tie["target"])}
        assert answer["actors_with_ties"] == len(ends)

    def test_strained_and_absent_ties_by_pair_of_agencies(self, sample):
        for quality in ("strained", "absent"):
            assert expected(sample)[quality] == oracle.ties_of_quality(sample, quality)

    def test_single_contacts(self, sample):
        answer = expected(sample)
        outside = {row["agency_id"] for row in table(sample, "agencies") if row["outside"] == "yes"}
        entries = [*answer["single_contacts"], *answer.get("said_by_pathway", [])]
        found = oracle.single_contacts(sample)
        assert {tuple(entry["agencies"]): entry["people"] for entry in entries} == found
        for entry in answer["single_contacts"]:
            assert entry["outside"] == bool(outside & set(entry["agencies"]))

    def test_whom_an_agreement_passes_on(self, sample):
        agency = agency_of(sample)
        agreed = {
            frozenset((row["from_agency"], row["to_agency"]))
            for row in table(sample, "agreements")
            if row["in_use"] == row["names_position"] == "yes"
        }
        for hub in expected(sample)["hubs"]:
            contacts = oracle.formal_contacts(sample)[hub["person"]]
            without = sorted(
                one
                for one in contacts
                if frozenset((agency[one], agency[hub["person"]])) not in agreed
            )
            assert hub["no_agreement"] == without


class TestSiteB:
    def test_nobody_is_a_hub_nor_near_it(self):
        most = max(len(known) for known in oracle.formal_contacts("site_b").values())
        assert expected("site_b")["most_formal_contacts"] == most == 3
        assert expected("site_b")["hubs"] == []


@pytest.mark.parametrize("sample", FIXTURES)
class TestFixtures:
    def test_cutpoints_bridges_and_fragmentation(self, sample):
        graph, agency = undirected(sample)
        answer, n = expected(sample)["undirected"], len(graph)
        assert (answer["actors"], answer["ties"]) == (n, graph.number_of_edges())
        assert answer["cutpoints"] == sorted(nx.articulation_points(graph))
        assert answer["bridges"] == sorted(sorted(tie) for tie in nx.bridges(graph))
        assert answer["fragmentation"] == fragmentation(graph, n) == 0
        assert {entry["actor"] for entry in answer["without"]} == set(graph)
        for entry in answer["without"]:
            left = graph.copy()
            left.remove_node(entry["actor"])
            others = [one for one in graph if one != entry["actor"]]
            all_pairs = list(combinations(others, 2))
            different = sum(agency[one] != agency[other] for one, other in all_pairs)
            assert entry["pairs_cut"] == len(all_pairs) - joined(left)
            assert entry["pairs_cut_between_agencies"] == different - joined(left, agency)
            assert entry["fragmentation"] == pytest.approx(fragmentation(left, n - 1), abs=5e-5)
            as_isolates = pytest.approx(fragmentation(left, n), abs=5e-5)
            assert entry["fragmentation_as_isolates"] == as_isolates

    def test_agencies(self, sample):
        ties, agency = oracle.ways(sample)
        graph = nx.Graph(sorted((agency[one], agency[other]) for one, other in ties))
        answer = expected(sample)["undirected"]["agencies"]
        assert (answer["actors"], answer["ties"]) == (len(graph), graph.number_of_edges())
        assert answer["cutpoints"] == sorted(nx.articulation_points(graph))
        assert answer["bridges"] == sorted(sorted(tie) for tie in nx.bridges(graph))
        for one, cut in answer["pairs_cut"].items():
            left = graph.copy()
            left.remove_node(one)
            n = len(left)
            assert cut == n * (n - 1) // 2 - joined(left)

    def test_unavoidable_people(self, sample):
        ties, agency = oracle.ways(sample)
        for entry in expected(sample)["unavoidable"]:
            pair = (entry["from_agency"], entry["to_agency"])
            found = [
                person
                for person in persons(sample)
                if pair not in oracle.reachable(ties, agency, {person})
            ]
            assert sorted(entry["people"]) == sorted(found)

    def test_chances(self, sample):
        answer = expected(sample)["chances"]
        rows = oracle.pathway_rows(sample)
        for pair, entry in by_pair(answer["pathways"]).items():
            gone, lost = oracle.chances(rows[pair], answer["p"])
            assert entry["gone"] == pytest.approx(gone, abs=5e-5)
            assert entry["volume_lost_takeover_0"] == pytest.approx(lost, abs=5e-5)
            if "volume_lost_takeover_1" in entry:
                assert entry["volume_lost_takeover_1"] == pytest.approx(gone * len(rows[pair]))
            senders = {row["from_person"] for row in rows[pair]}
            leaves = 1 - (1 - answer["p"]) ** len(senders)
            assert entry["any_carrier_leaves"] == pytest.approx(leaves, abs=5e-5)


class TestG1:
    def test_distances_without_the_key_players(self):
        answer = expected("g1")["undirected"]["distance_weighted"]
        for key, gone in (
            ("intact", ()),
            ("without_I1", ("I1",)),
            ("without_A1", ("A1",)),
            ("without_both", ("I1", "A1")),
        ):
            graph, _ = undirected("g1")
            graph.remove_nodes_from(gone)
            assert answer[key] == pytest.approx(1 - nx.global_efficiency(graph), abs=5e-5)

    def test_what_if_the_intake_worker_leaves(self):
        g1 = expected("g1")
        answer, weighted = g1["what_if"], g1["undirected"]["distance_weighted"]
        exposure = {entry["person"]: entry for entry in g1["exposure"]}["I1"]
        assert answer["reachable_lost"] == exposure["reachable_lost"]
        assert answer["reachable_before"] == len(g1["reachable"])
        assert answer["rows_lost"] == exposure["rows_touched"]
        assert answer["rows_share_lost"] == exposure["rows_touched"] / 25
        difference = weighted["without_I1"] - weighted["intact"]
        assert answer["distance_weighted_difference"] == pytest.approx(difference, abs=2e-4)
