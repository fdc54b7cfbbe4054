"""People whom only a careful eye keeps apart: twins, fathers and sons of one name, namesakes, a hostel."""

import numpy as np
import pandas as pd

import names
import people


def make(families: int = 2_500, seed: int = 3) -> tuple[pd.DataFrame, np.ndarray]:
    """Each pattern many times, in invented families; each person written down one to four times."""
    rng = np.random.default_rng(seed)
    world = World(rng, families)
    for family in range(families):
        PATTERNS[family % len(PATTERNS)](world, family)
    for hostel in range(max(families // 250, 1)):
        strangers(world, families + hostel)
    return world.written(rng)


class World:
    """The people so far, and where they may live."""

    def __init__(self, rng, families: int):
        self.rng = rng
        self.every, self.shares = names.surnames()
        self.homes, self.codes = people.addresses(rng, families * 3 + 600)
        self.rows: list[tuple[str, str, int, bool, int]] = []

    def surname(self) -> str:
        return self.every[self.rng.choice(len(self.every), p=self.shares)]

    def name(self, male: bool) -> str:
        pool = names.MALE if male else names.FEMALE
        return pool[self.rng.choice(len(pool), p=names.zipf(len(pool), 8))]

    def day(self, low: int = -15_000, high: int = 15_000) -> int:
        return int(self.rng.integers(low, high))

    def add(self, first: str, last: str, born: int, male: bool, home: int) -> None:
        self.rows.append((first, last, born, male, home))

    def written(self, rng) -> tuple[pd.DataFrame, np.ndarray]:
        first, last, born, male, home = (np.array(column) for column in zip(*self.rows))
        world = {
            "first_name": first.astype(object), "surname": last.astype(object), "birth": born,
            "male": male, "home": home, "addresses": self.homes, "postcodes": self.codes,
            "surnames": self.every,
        }
        copies = rng.choice([1, 2, 3, 4], len(first), p=[0.3, 0.4, 0.2, 0.1])
        person = rng.permutation(np.repeat(np.arange(len(first)), copies))
        table = people.write_down(rng, world, person, np.full(len(person), 0.7))
        table.insert(0, "unique_id", [f"f{number}" for number in range(len(person))])
        return table, person


def twins(world: World, family: int) -> None:
    """Two of one birth date and address, with names that look alike, and a sister."""
    last, born, home = world.surname(), world.day(5_000, 15_000), family * 3
    pairs = [("ella", "ellie"), ("jack", "jake"), ("amelia", "amy"), ("hassan", "hussein"), ("lily", "molly")]
    for first in pairs[family // len(PATTERNS) % len(pairs)]:
        world.add(first, last, born, first in ("jack", "jake", "hassan", "hussein"), home)
    world.add(world.name(False), last, born + 800, False, home)


def siblings(world: World, family: int) -> None:
    """Parents and four children at one address."""
    last, home, born = world.surname(), family * 3, world.day(-3_000, 3_000)
    world.add(world.name(True), last, born, True, home)
    world.add(world.name(False), last, born + world.day(-1_000, 1_000), False, home)
    for child in range(4):
        male = bool(child % 2)
        world.add(world.name(male), last, born + 8_000 + 500 * child + world.day(0, 90), male, home)


def father_and_son(world: World, family: int) -> None:
    """One name, one address, a generation between them."""
    first, last, home, born = world.name(True), world.surname(), family * 3, world.day(-12_000, 2_000)
    world.add(first, last, born, True, home)
    world.add(first, last, born + world.day(8_000, 13_000), True, home)
    world.add(world.name(False), last, born + 500, False, home)


def namesakes(world: World, family: int) -> None:
    """Mohammed Ali at three addresses of one postcode, of about one age."""
    first, last = [("mohammed", "ali"), ("david", "jones"), ("mary", "smith")][family // len(PATTERNS) % 3]
    born = world.day(-10_000, 10_000)
    for neighbour in range(3):
        world.add(first, last, born + world.day(-700, 700), first != "mary", family * 3 + neighbour)


def married_in(world: World, family: int) -> None:
    """A mother and a daughter-in-law who bear one name at one address."""
    first, last, home, born = world.name(False), world.surname(), family * 3, world.day(-12_000, 0)
    world.add(first, last, born, False, home)
    world.add(world.name(True), last, born + 9_000, True, home)
    world.add(first, last, born + 9_000 + world.day(-900, 900), False, home)


def strangers(world: World, family: int) -> None:
    """Forty at one address with nothing else in common."""
    for _ in range(40):
        male = bool(world.rng.random() < 0.7)
        world.add(world.name(male), world.surname(), world.day(-5_000, 9_000), male, family * 3)


PATTERNS = [twins, siblings, father_and_son, namesakes, married_in]
