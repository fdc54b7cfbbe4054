"""Every decision about pairs, people and families, by any hands."""
import time
import urllib.parse

from browsing.claims import PACK
from browsing.driver import ENTER
from browsing.hands import entered, unfold
from browsing.report import check


def decide_pairs(hands, site):
    """Each answer to a pair that waits, and back; what would change is looked at before."""
    browser = hands.browser
    for ruling in ["match", "not-match", "same-household", "cannot-tell"]:
        browser.open(site + "/queue/next")
        pair = browser.address().split("?")[0]
        if ruling == "match":
            hands.press("a[data-key='p']")
            for _ in range(60):
                if not browser.has("[data-look-again]"):
                    break
                time.sleep(1)
                if hands.name == "no JavaScript":
                    hands.press("main a.button")
            check("/preview" in browser.address() and not browser.has("[data-look-again]"),
                  f"{hands.name}: what would change is shown")
            hands.press("main a[data-key='j']")
            check(browser.address() == pair, f"{hands.name}: and leads back to the pair")
        hands.choose("#reason", 3)
        hands.press(f"button[value='{ruling}']")
        check(browser.comes(".done") and browser.address().split("?")[0] != pair, f"{hands.name}: {ruling} is decided")
        if browser.has(".done form button"):
            hands.press(".done form button")
            check("Taken back" in browser.text(".done"), f"{hands.name}: {ruling} is taken back")


def split_a_person(hands, site):
    """A record is taken out of somebody who has several; what would change is looked at before."""
    browser = hands.browser
    browser.open(site + "/search")
    hands.write("#wanted", "smith")
    hands.press("main form .button")
    for place in range(1, 12):
        link = f"table tbody tr:nth-child({place}) a"
        if not browser.has(link):
            break
        hands.press(link)
        if browser.has("#record"):
            break
        browser.open(site + "/search")
        hands.write("#wanted", "smith")
        hands.press("main form .button")
    person = browser.address()
    hands.choose("#record", 1)
    hands.press("button[formaction]")
    check("/preview?record=" in browser.address(), f"{hands.name}: what a split would change is asked")
    browser.open(person)
    hands.choose("#record", 1)
    hands.choose("#reason", 2)
    hands.press("form[action$='/split'] button.button")
    check(browser.comes(".done") and "Decided" in browser.text(".done"), f"{hands.name}: a record is taken out")
    hands.press(".done form button")
    check("Taken back" in browser.text(".done"), f"{hands.name}: and put back")
    return person.rsplit("/", 1)[1].split("?")[0]


def choose_who_leaves(hands):
    unfold(hands, "x")
    hands.choose("#leaving", 1)


def decide_family(hands, site, family, stranger):
    """Somebody is put into a family and somebody taken out, and a family goes from put forward to attached."""
    browser = hands.browser
    browser.open(site + family)
    unfold(hands, "a")
    hands.write("#joining", stranger)
    hands.choose("#reason-join-family", 3)
    hands.press("form:has(input[value='join-family']) .button")
    check(browser.comes(".done"), f"{hands.name}: somebody is put into a family")
    hands.press(".done form button")
    browser.open(site + family)
    choose_who_leaves(hands)
    hands.press("form:has(input[value='leave-family']) button[formaction]")
    check("/preview?" in browser.address(), f"{hands.name}: what leaving a family would change is asked")
    hands.press("main a[data-key='j']")
    choose_who_leaves(hands)
    hands.choose("#reason-leave-family", 3)
    hands.press("form:has(input[value='leave-family']) .button")
    check(browser.comes(".done"), f"{hands.name}: somebody is taken out of a family")
    hands.press(".done form button")
    browser.open(site + family)
    unfold(hands, "p")
    if browser.has("#identify-area"):
        hands.choose("#identify-area", 1)
    hands.press("input[value='identify'] ~ button")
    entered(hands, "Put forward", "a family is put forward")
    unfold(hands, "y")
    hands.press("input[value='confirm'] ~ button")
    entered(hands, "Confirm", "a family is confirmed")
    unfold(hands, "t")
    hands.choose("#attach-agency", 1)
    hands.choose("#attach-pack", browser.place("#attach-pack", PACK))
    hands.write("#attach-professional", "W1")
    hands.press("input[value='attach'] ~ button")
    entered(hands, "Attach", "a family is attached")


def open_from_list(hands, site, family):
    """The page of a family, by its link in the list that has it."""
    for status in ["eligible", "cannot-tell", "all"]:
        hands.browser.open(f"{site}/cohort?status={status}")
        if hands.browser.has(f"a[href='/family/{family}']"):
            break
    hands.press(f"a[href='/family/{family}']")


def decide_everything(hands, site, family):
    decide_pairs(hands, site)
    stranger = split_a_person(hands, site)
    browser = hands.browser
    open_from_list(hands, site, family)
    decide_family(hands, site, urllib.parse.urlsplit(browser.address()).path, stranger)
    browser.open(site + "/purpose")
    hands.press("main form .button")
    check("/today" in browser.address(), f"{hands.name}: another purpose")
    hands.press(".who button")
    check("/sign-in" in browser.address(), f"{hands.name}: signed out")


def by_keys(browser, site):
    """A decision without the mouse: from Today to the next pair, a reason, the ruling, and back."""
    browser.open(site + "/today")
    browser.keys("n")
    first = browser.address()
    check("/pair/" in first, "keys: n leads to a pair")
    browser.keys("m")
    check(browser.address() == first, "keys: no decision without a reason")
    browser.open(first)
    # Where two people have to agree the first answer waits, and there is nothing to take back.
    for _ in range(12):
        browser.keys("r")
        browser.keys("s")
        browser.keys("\ue00c")
        browser.keys("m")
        if "Decided" in browser.text(".done"):
            break
    check(browser.has(".done"), "keys: r, a reason, m decides and leads on")
    check("/pair/" in browser.address() and browser.address().split("?")[0] != first.split("?")[0],
          "keys: to another pair")
    browser.keys("z")
    check("Taken back" in browser.text(".done"), "keys: z takes it back")
    browser.keys("q")
    check("/queue" in browser.address(), "keys: q leads to the queue")
    browser.open(site + "/cohort")
    browser.keys("f")
    browser.keys("smyth" + ENTER)
    check(browser.has("#families-caption"), "keys: f finds families by a name spelt otherwise")
