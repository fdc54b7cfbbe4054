"""Public figures of past centuries, ten records to each, written down by many hands: chains of look-alikes."""

import numpy as np
import pandas as pd

import corruption as errors
import names
import people

# The share of a figure's records that each error befalls; what is false about one differs from record to record.
RATES = {
    "first_name_typo": 0.08, "nickname": 0.08, "initial": 0.03, "first_name_missing": 0.02,
    "second_name": 0.06, "surname_typo": 0.08, "title": 0.06, "surname_missing": 0.02,
    "names_exchanged": 0.02, "birth_digit": 0.05, "birth_january": 0.10, "birth_exchanged": 0.02,
    "birth_missing": 0.18, "moved_near": 0.30, "moved": 0.06, "postcode_typo": 0.05,
    "postcode_missing": 0.22, "birth_place_other": 0.08, "birth_place_missing": 0.20,
    "occupation_other": 0.06, "occupation_missing": 0.30,
}
OCCUPATIONS = """politician writer painter cricketer botanist engineer clergyman photographer
actor composer explorer merchant naval-officer soldier architect physician lawyer banker
mathematician journalist poet suffragist sculptor chemist geologist theologian judge
diplomat historian footballer""".split()
MALE = """john william thomas george james charles henry robert edward richard joseph samuel
francis alexander frederick arthur david walter alfred peter hugh philip""".split()
FEMALE = "mary elizabeth anne sarah jane margaret catherine charlotte emma alice frances harriet".split()


def make(records: int = 50_000, seed: int = 5) -> tuple[pd.DataFrame, np.ndarray]:
    """That many records in random order, and the number of each one's figure."""
    rng = np.random.default_rng(seed)
    figures = dynasties(rng, records // 9)
    copies = 1 + np.minimum(rng.negative_binomial(3, 3 / 11.5, len(figures["surname"])), 24)
    figure = rng.permutation(np.repeat(np.arange(len(copies)), copies))[:records]
    table = write_down(rng, figures, figure)
    table.insert(0, "unique_id", [f"h{number}" for number in range(len(figure))])
    return table, figure


def dynasties(rng, count: int) -> dict[str, np.ndarray]:
    """Figures in families of one to five: few first names, one surname, one birth place, often one calling."""
    sizes = rng.choice([1, 2, 3, 4, 5], count, p=[0.72, 0.14, 0.08, 0.04, 0.02])
    family = np.repeat(np.arange(count), sizes)[:count]
    place = np.arange(count) - np.searchsorted(family, family)
    families = int(family[-1]) + 1
    every, shares = names.surnames()
    shares = shares**0.8 / (shares**0.8).sum()
    towns = np.array([name.title() for name in names.tail_of_surnames()[:600]], dtype=object)
    male = rng.random(count) < 0.85
    first = np.where(
        male, np.array(MALE, dtype=object)[rng.choice(len(MALE), count, p=names.zipf(len(MALE), 3))],
        np.array(FEMALE, dtype=object)[rng.choice(len(FEMALE), count, p=names.zipf(len(FEMALE), 3))])
    # A son is often called after the father.
    after = np.flatnonzero((place > 0) & male & (rng.random(count) < 0.25))
    first[after] = first[after - place[after]]
    second = np.where(
        male, np.array(MALE, dtype=object)[rng.integers(0, len(MALE), count)],
        np.array(FEMALE, dtype=object)[rng.integers(0, len(FEMALE), count)])
    start = rng.integers(-120_000, -40_000, families)
    born = start[family] + place * 9_000 + rng.integers(-4_000, 4_000, count)
    brothers = np.flatnonzero((place == 2) & (rng.random(count) < 0.6))
    born[brothers] = born[brothers - 1] + rng.integers(300, 2_000, len(brothers))
    town = rng.choice(len(towns), families, p=names.zipf(len(towns), 20))[family]
    calling = rng.integers(0, len(OCCUPATIONS), families)[family]
    other = rng.random(count) < 0.5
    calling = np.where(other, rng.integers(0, len(OCCUPATIONS), count), calling)
    return {
        "first": first, "second": second, "surname": every[rng.choice(len(every), families, p=shares)][family],
        "born": born, "male": male, "town": town, "towns": towns, "calling": calling,
    }


def write_down(rng, figures: dict, figure: np.ndarray) -> pd.DataFrame:
    """One record for each number in `figure`."""
    count = len(figure)

    def hit(error: str) -> np.ndarray:
        return errors.chosen(rng, count, RATES[error])

    first, last = figures["first"][figure], figures["surname"][figure]
    second = hit("second_name")
    first[second] = figures["second"][figure][second]
    errors.nicknames(rng, first, hit("nickname"))
    errors.typos(rng, first, hit("first_name_typo"))
    errors.initials(first, hit("initial"))
    titled = hit("title")
    ranks = np.array([" 1st baronet", " of the elder", " junior", " 2nd baron", " knight"], dtype=object)
    last[titled] = last[titled] + ranks[figure[titled] % len(ranks)]
    errors.typos(rng, last, hit("surname_typo"))
    errors.exchanged(first, last, hit("names_exchanged"))
    errors.missing(first, hit("first_name_missing"))
    errors.missing(last, hit("surname_missing"))

    born = np.datetime_as_string(figures["born"][figure].astype("datetime64[D]")).astype(object)
    errors.first_of_january(born, hit("birth_january"))
    errors.wrong_digits(rng, born, hit("birth_digit"))
    errors.day_and_month_exchanged(born, hit("birth_exchanged"))
    errors.missing(born, hit("birth_missing"))

    town, calling = figures["town"][figure], figures["calling"][figure]
    # Ten postcodes to each of a town's outward codes; a figure has one, a record often that of a neighbour.
    code = town * 400 + figure % 40
    near, far = hit("moved_near"), hit("moved")
    code[near] = town[near] * 400 + rng.integers(0, 40, len(near))
    code[far] = rng.integers(0, len(figures["towns"]), len(far)) * 400 + rng.integers(0, 40, len(far))
    postcode = people.postcodes(code)
    errors.typos(rng, postcode, hit("postcode_typo"))
    errors.missing(postcode, hit("postcode_missing"))
    other = hit("birth_place_other")
    town = town.copy()
    town[other] = rng.integers(0, len(figures["towns"]), len(other))
    birth_place = figures["towns"][town]
    errors.missing(birth_place, hit("birth_place_missing"))
    calling = calling.copy()
    other = hit("occupation_other")
    calling[other] = rng.integers(0, len(OCCUPATIONS), len(other))
    occupation = np.array(OCCUPATIONS, dtype=object)[calling]
    errors.missing(occupation, hit("occupation_missing"))
    gender = np.where(figures["male"][figure], "male", "female").astype(object)
    return pd.DataFrame({
        "first_name": first, "surname": last, "dob": born, "birth_place": birth_place,
        "postcode_fake": postcode, "gender": gender, "occupation": occupation,
    })
