"""Person records as a council's registers hold them: households, moves, slips, duplicates; 1.5 records a person."""

import numpy as np
import pandas as pd

import corruption as errors
import names

# The share of records beyond a person's first that each error befalls; the first record has a third of it.
RATES = {
    "first_name_typo": 0.04, "nickname": 0.05, "initial": 0.012, "first_name_missing": 0.01,
    "surname_typo": 0.04, "surname_changed": 0.03, "surname_missing": 0.005, "names_exchanged": 0.012,
    "birth_digit": 0.025, "birth_exchanged": 0.02, "birth_january": 0.006, "birth_missing": 0.025,
    "moved": 0.12, "address_typo": 0.06, "address_missing": 0.03, "postcode_typo": 0.025,
    "postcode_missing": 0.03,
}
RECORDS_A_PERSON = [0.634, 0.262, 0.080, 0.024]


def make(records: int, seed: int = 1) -> tuple[pd.DataFrame, np.ndarray]:
    """That many records in random order, and the number of each one's person."""
    rng = np.random.default_rng(seed)
    people = population(rng, int(records / 1.48) + 9)
    copies = rng.choice([1, 2, 3, 4], len(people["surname"]), p=RECORDS_A_PERSON)
    person = np.repeat(np.arange(len(copies)), copies)
    is_first = np.concatenate([[True], person[1:] != person[:-1]])
    order = rng.permutation(len(person))[:records]
    person, is_first = person[order], is_first[order]
    table = write_down(rng, people, person, np.where(is_first, 1 / 3, 1.0))
    table.insert(0, "unique_id", np.char.add("p", np.arange(len(person)).astype(str)).astype(object))
    return table, person


def population(rng, count: int) -> dict[str, np.ndarray]:
    """Households of one to six who share an address and mostly a surname; children by birth."""
    sizes = rng.choice([1, 2, 3, 4, 5, 6], count, p=[0.3, 0.34, 0.15, 0.13, 0.05, 0.03])
    household = np.repeat(np.arange(count), sizes)[:count]
    place = np.arange(count) - np.searchsorted(household, household)
    households = int(household[-1]) + 1
    every, shares = names.surnames()
    family = rng.choice(len(every), households, p=shares)
    lone = rng.choice(len(every), count, p=shares)
    surname = np.where(rng.random(count) < 0.12, lone, family[household])
    male = np.where(place == 0, rng.random(count) < 0.5, rng.random(count) < 0.5)
    # The first two are grown up, whoever comes after is their child.
    parent = rng.integers(-20_000, 7_000, households)
    age_gap = rng.integers(-1_800, 1_800, count)
    birth = np.where(place < 2, parent[household] + age_gap, parent[household] + 7_300 + 900 * place)
    birth = np.where(place >= 2, birth + rng.integers(-300, 300, count), birth)
    # Nobody is older than a hundred, or born after the middle of 2013.
    late = birth > 15_900
    birth[late] = 15_900 - rng.integers(0, 3_600, int(late.sum()))
    twins(rng, birth, household, place)
    address, postcode = addresses(rng, households)
    return {
        "first_name": given(rng, male), "surname": every[surname], "birth": birth,
        "male": male, "home": household, "addresses": address, "postcodes": postcode, "surnames": every,
    }


def twins(rng, birth: np.ndarray, household: np.ndarray, place: np.ndarray) -> None:
    """One child in sixty or so is born on the day of the one before."""
    second = np.flatnonzero((place > 2) & (rng.random(len(birth)) < 0.03))
    birth[second] = birth[second - 1]


def given(rng, male: np.ndarray) -> np.ndarray:
    """A first name for each."""
    result = np.empty(len(male), dtype=object)
    for flag, pool in ((True, names.MALE), (False, names.FEMALE)):
        values, shares = names.first_names(pool)
        who = np.flatnonzero(male == flag)
        result[who] = values[rng.choice(len(values), len(who), p=shares)]
    return result


def addresses(rng, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Dwellings, fifteen or so to a postcode, three postcodes to a street."""
    order = np.arange(count)
    street = order // 45
    kinds = rng.integers(0, len(names.STREET_KINDS), street[-1] + 1)
    stems = rng.integers(0, len(names.STREETS), street[-1] + 1)
    streets = np.array(
        [f"{names.STREETS[s]} {names.STREET_KINDS[k]}" for s, k in zip(stems, kinds)], dtype=object)
    numbers = (order % 45 + 1).astype(str).astype(object)
    flats = np.where(rng.random(count) < 0.08, "flat " + rng.integers(1, 9, count).astype(str).astype(object) + " ", "")
    return flats + numbers + " " + streets[street], postcodes(order // 15)


def postcodes(numbers: np.ndarray) -> np.ndarray:
    """A different postcode for each number; neighbours share all but the last two letters."""
    areas = np.array("SO PO BH RG GU SL HP OX SN BA GL HR WR DY WV ST".split(), dtype=object)
    letters = np.array(list("ABDEFGHJLNPQRSTUWXYZ"), dtype=object)
    unit, sector = numbers % 400, numbers // 400
    district, area = sector // 9, (sector // (9 * 40)) % len(areas)
    text = areas[area] + (district % 40 + 1).astype(str).astype(object)
    # Past the areas there are, districts get a letter as some in London do.
    round_again = sector // (9 * 40 * len(areas))
    text = np.where(round_again > 0, text + letters[round_again % 20], text)
    inward = (sector % 9 + 1).astype(str).astype(object) + letters[unit // 20] + letters[unit % 20]
    return text + " " + inward


def write_down(rng, people: dict, person: np.ndarray, care: np.ndarray) -> pd.DataFrame:
    """One record for each number in `person`; `care` scales how much goes wrong in it."""
    count = len(person)

    def hit(error: str, among=None) -> np.ndarray:
        return errors.chosen(rng, count, RATES[error] * care, among)

    first, last = people["first_name"][person], people["surname"][person]
    born = np.datetime_as_string(people["birth"][person].astype("datetime64[D]")).astype(object)
    home = people["home"][person].copy()
    moved = hit("moved")
    home[moved] = rng.integers(0, len(people["addresses"]), len(moved))
    address, postcode = people["addresses"][home], people["postcodes"][home]

    changed = hit("surname_changed", ~people["male"][person])
    last[changed] = people["surnames"][rng.integers(0, len(people["surnames"]), len(changed))]
    errors.nicknames(rng, first, hit("nickname"))
    errors.typos(rng, first, hit("first_name_typo"))
    errors.initials(first, hit("initial"))
    errors.typos(rng, last, hit("surname_typo"))
    errors.exchanged(first, last, hit("names_exchanged"))
    errors.missing(first, hit("first_name_missing"))
    errors.missing(last, hit("surname_missing"))
    errors.wrong_digits(rng, born, hit("birth_digit"))
    errors.day_and_month_exchanged(born, hit("birth_exchanged"))
    errors.first_of_january(born, hit("birth_january"))
    errors.missing(born, hit("birth_missing"))
    errors.typos(rng, address, hit("address_typo"))
    errors.missing(address, hit("address_missing"))
    errors.typos(rng, postcode, hit("postcode_typo"))
    errors.missing(postcode, hit("postcode_missing"))
    return pd.DataFrame({
        "first_name": first, "surname": last, "date_of_birth": born,
        "address": address, "postcode": postcode,
    })
