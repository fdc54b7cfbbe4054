"""How records go wrong. Each function changes some places of an array of strings, by a seeded generator."""

import numpy as np

from names import NICKNAMES

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Beside each other on the keyboard.
NEAR = {a: b for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for a, b in zip(row, row[1:] + row[-2])}


def chosen(rng, count: int, share, among=None) -> np.ndarray:
    """The places that an error with this share befalls."""
    hit = rng.random(count) < share
    if among is not None:
        hit &= among
    return np.flatnonzero(hit)


def typo(word: str, kind: int, place: int, letter: int) -> str:
    """One slip: a letter more, a letter less, another letter, or two letters exchanged."""
    if not word:
        return word
    at = place % len(word)
    new = LETTERS[letter].upper() if word[at].isupper() else LETTERS[letter]
    if kind == 0:
        return word[:at] + new + word[at:]
    if kind == 1 and len(word) > 2:
        return word[:at] + word[at + 1 :]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    other = "0123456789"[letter % 10] if word[at].isdigit() else NEAR.get(word[at], new)
    return word[:at] + other + word[at + 1 :]


def typos(rng, values: np.ndarray, places: np.ndarray) -> None:
    """Slips of the finger, one a value."""
    kinds = rng.integers(0, 4, len(places))
    spots = rng.integers(0, 1 << 16, len(places))
    letters = rng.integers(0, 26, len(places))
    for place, kind, spot, letter in zip(places, kinds, spots, letters):
        values[place] = typo(values[place], kind, spot, letter)


def nicknames(rng, values: np.ndarray, places: np.ndarray) -> None:
    """William is Bill here."""
    picks = rng.integers(0, 1 << 16, len(places))
    for place, pick in zip(places, picks):
        known = NICKNAMES.get(values[place])
        if known:
            values[place] = known[pick % len(known)]


def initials(values: np.ndarray, places: np.ndarray) -> None:
    """Only the first letter was written down."""
    for place in places:
        values[place] = values[place][:1]


def missing(values: np.ndarray, places: np.ndarray) -> None:
    """Nothing was written down."""
    values[places] = ""


def exchanged(left: np.ndarray, right: np.ndarray, places: np.ndarray) -> None:
    """Two columns changed places."""
    left[places], right[places] = right[places].copy(), left[places].copy()


def wrong_digits(rng, dates: np.ndarray, places: np.ndarray) -> None:
    """One digit of a date written as yyyy-mm-dd is another, and may make a date that is none."""
    spots = rng.choice([2, 3, 5, 6, 8, 9], len(places))
    digits = rng.integers(0, 10, len(places))
    for place, spot, digit in zip(places, spots, digits):
        date = dates[place]
        if len(date) == 10:
            dates[place] = date[:spot] + str(digit) + date[spot + 1 :]


def day_and_month_exchanged(dates: np.ndarray, places: np.ndarray) -> None:
    """12 March is 3 December, where the day can be a month."""
    for place in places:
        date = dates[place]
        if len(date) == 10 and date[8:] <= "12":
            dates[place] = f"{date[:4]}-{date[8:]}-{date[5:7]}"


def first_of_january(dates: np.ndarray, places: np.ndarray) -> None:
    """Only the year was known, and the form wanted a day."""
    for place in places:
        if len(dates[place]) == 10:
            dates[place] = dates[place][:4] + "-01-01"
