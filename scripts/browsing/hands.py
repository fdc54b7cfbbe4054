"""Hands: a mouse with scripts or without, and a keyboard alone."""
import time

from browsing.driver import DOWN, ENTER, TAB
from browsing.report import PASSWORD, check


class Mouse:
    """Hands that point and click, with scripts or without: nothing is asked of the page by script."""
    name = "mouse"

    def __init__(self, browser, name): self.browser, self.name = browser, name
    def press(self, selector):
        self.browser.click(selector)
        time.sleep(0.3)

    def write(self, selector, text): self.browser.type(selector, text)

    def choose(self, selector, place):
        self.browser.click(f"{selector} option:nth-child({place + 1})")

    def pick(self, name, place):
        self.browser.click(f"label:nth-of-type({place + 1}) input[name='{name}']")

    def act(self, selector, key):
        """Presses a button that has a key, too."""
        self.press(selector)


class Keys:
    """Hands that only have a keyboard: they go from one control to the next until they are where they want to be."""
    name = "keys"

    def __init__(self, browser): self.browser = browser

    def reach(self, selector):
        target = "return document.querySelector(arguments[0]) === document.activeElement"
        for _ in range(600):
            if self.browser.run(target, selector):
                return
            self.browser.tap(TAB)
        raise RuntimeError(f"{selector} is not reached by Tab")

    def press(self, selector):
        self.reach(selector)
        self.browser.tap(ENTER)
        time.sleep(0.3)

    def write(self, selector, text):
        self.reach(selector)
        for each in text:
            self.browser.tap(each)

    def choose(self, selector, place):
        self.reach(selector)
        for _ in range(place):
            self.browser.tap(DOWN)

    def pick(self, name, place):
        self.choose(f"input[name='{name}']:checked", place)

    def act(self, selector, key):
        """Presses the key that stands for a button."""
        self.browser.find(selector)
        self.browser.keys(key)


def said(browser, words):
    return browser.comes(".done") and words in browser.text(".done")


def entered(hands, words, what):
    """Checks that the page says what was entered; where it does not, tells what it says instead."""
    holds = said(hands.browser, words)
    answer = ".done, [role=alert]"
    told = "" if holds else "; the page says: " + (hands.browser.text(answer) if hands.browser.has(answer) else "nothing")
    check(holds, f"{hands.name}: {what}{told}")


def unfold(hands, key):
    fold = f'details[data-key-toggle="{key}"]'
    if not hands.browser.has(fold + "[open]"):
        hands.press(fold + " > summary")


def sign_in(hands, site, account):
    hands.browser.open(site + "/sign-in")
    hands.write("#name", account)
    hands.write("#password", PASSWORD)
    hands.press("main form .button")


def change_account(hands, site, account):
    """Signs out and in again as somebody else."""
    if hands.browser.has(".who button"):
        hands.press(".who button")
    sign_in(hands, site, account)
