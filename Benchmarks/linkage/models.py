"""The models of the peer, after the demonstrations in its documentation; nothing in them was tuned to the truth."""

import json
from pathlib import Path

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

BLOCKING = json.loads((Path(__file__).parent / "blocking.json").read_text())


def blocking(name: str) -> list:
    """The blocking rules of a set, which both programs use."""
    rules = [block_on(*map(expression, rule)) for rule in BLOCKING[name]]
    if name == "febrl4":
        rules.insert(1, "l.given_name = r.surname and l.surname = r.given_name")
    return rules


def expression(feature: str) -> str:
    """`surname:4` is the first four letters of the surname."""
    column, _, length = feature.partition(":")
    return f"substr({column}, 1, {length})" if length else column


class Model:
    """How one set is linked by the peer."""

    def __init__(self, comparisons, deterministic, recall, training, max_pairs, blocking_of,
                 id_column="unique_id", link_type="dedupe_only", probability=0.95, columns="*", floor=-10.0):
        self.comparisons, self.deterministic, self.recall = comparisons, deterministic, recall
        self.training, self.max_pairs, self.blocking_of = training, max_pairs, blocking_of
        self.id_column, self.link_type = id_column, link_type
        # The probability above which its clusters are made.
        self.probability = probability
        # Pairs below this weight are not written: none of them is ever joined.
        self.floor = floor
        self.columns = columns

    def settings(self) -> SettingsCreator:
        return SettingsCreator(
            unique_id_column_name=self.id_column, link_type=self.link_type,
            blocking_rules_to_generate_predictions=blocking(self.blocking_of),
            comparisons=self.comparisons(),
        )


def with_frequencies(comparison):
    return comparison.configure(term_frequency_adjustments=True)


def febrl3() -> list:
    return [
        cl.NameComparison("given_name"), cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        with_frequencies(cl.ExactMatch("street_number")), with_frequencies(cl.ExactMatch("postcode")),
    ]


def febrl4() -> list:
    return [
        with_frequencies(cl.NameComparison("given_name")), with_frequencies(cl.NameComparison("surname")),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        with_frequencies(cl.ExactMatch("street_number")),
        with_frequencies(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])),
    ]


def people() -> list:
    # With the address as a comparison of its own the peer counts one agreement twice, joins whole households, and has
    # an F1 of 0.49 in place of 0.96 (100,000 people); its documentation leaves out what goes with the postcode.
    return [
        with_frequencies(cl.NameComparison("first_name")), with_frequencies(cl.NameComparison("surname")),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
        cl.PostcodeComparison("postcode"),
    ]


def historical() -> list:
    return [
        cl.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"),
        cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
        with_frequencies(cl.ExactMatch("birth_place")), with_frequencies(cl.ExactMatch("occupation")),
    ]


PEOPLE = dict(
    floor=-4.0,
    comparisons=people, blocking_of="people", recall=0.7,
    deterministic=lambda: [
        block_on("first_name", "surname", "date_of_birth"),
        block_on("first_name", "surname", "postcode"), block_on("date_of_birth", "postcode", "surname"),
    ],
    training=lambda: [block_on("first_name", "surname"), block_on("date_of_birth", "postcode")],
)

MODELS = {
    "febrl3": Model(
        febrl3, blocking_of="febrl3", id_column="rec_id", recall=0.9, max_pairs=1e6,
        deterministic=lambda: [
            block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        training=lambda: [block_on("date_of_birth"), block_on("postcode")]),
    "febrl4": Model(
        febrl4, blocking_of="febrl4", id_column="rec_id", link_type="link_only", recall=0.8, max_pairs=1e6,
        probability=0.99,
        deterministic=lambda: [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        training=lambda: [block_on("date_of_birth"), block_on("postcode")]),
    "people": Model(max_pairs=1e7, **PEOPLE),
    "families": Model(max_pairs=1e7, **PEOPLE),
    "historical": Model(
        historical, blocking_of="historical", recall=0.6, max_pairs=1e7,
        columns="*, first_name || ' ' || surname as first_name_surname_concat",
        deterministic=lambda: [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        training=lambda: [block_on("first_name", "surname"), block_on("dob")]),
}
