"""How long reading takes."""

import time

from data.small_site import HEADER


class TestSpeed:
    def test_ten_thousand_referrals_load_well_under_a_second(self, site):
        rows = [
            f'r{n},2023-{n % 12 + 1:02}-{n % 28 + 1:02},o1,court,program,"i1"'
            for n in range(10_000)
        ]
        site.log(*rows, header=HEADER)
        seconds = []
        for _ in range(3):
            begun = time.perf_counter()
            coalition = site.load()
            seconds.append(time.perf_counter() - begun)
        assert len(coalition.referrals) == 10_000
        assert min(seconds) < 1

    def test_thousands_of_unknown_ids_are_no_burden(self, site):
        rows = [f"r{n},2023-01-05,person_{n},court,program,i1" for n in range(3000)]
        site.log(*rows)
        begun = time.perf_counter()
        assert site.check().is_refused
        assert time.perf_counter() - begun < 10
