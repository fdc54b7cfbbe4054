"""The life of families in the programme and of their claims, by any hands, each step by whoever may."""
import csv
import glob
import os
import sqlite3
import time

from browsing.hands import change_account, said
from browsing.pages import look
from browsing.report import DOWNLOADS, PLACE, check, kindred

WINDOW = "/claims/2013-07/tf1-2012"
HEADINGS = ["family", "area", "identified", "confirmed", "confirmed_by", "attached", "agency", "professional", "assessed",
            "planned", "lawful_basis", "pack", "pack_version", "criteria", "local_concern"]
VALUES = ["Solenthaven", "2012-07-01", "2012-08-01", "mary", "2012-09-01", "early-help", "W1", "2012-09-10", "2012-09-20",
          "Act 1", "tf1-2012", "1", "crime education", "high-concern"]
# What families that are put forward by hand are attached under.
PACK = "hampshire-2013"
# What a state is called on the page, and in its address.
STATES = {"Draft": "draft", "Evidence complete": "evidence-complete", "In audit sample": "in-audit-sample", "Audited": "audited",
          "Signed off": "signed-off", "Submitted": "submitted"}
# Families that were attached a year ago; about three of five have everything that a claim needs.
PER_ROUND = 44


class Families:
    """Families with children that the night did not put forward, a share of them for each round; and those that it did."""

    def __init__(self, workspace):
        run = sqlite3.connect(os.path.join(workspace, "current", "run.db"))
        rows = run.execute(
            "SELECT id FROM family WHERE children > 0 AND residents > children AND id NOT IN (SELECT family_id FROM cohort_family"
            " WHERE in_run AND standing IN ('identified', 'cannot-tell')) ORDER BY id")
        self.ids = [f"{row[0] & (2 ** 64 - 1):016x}" for row in rows]
        # The sample has two that meet the national framework and four that meet the county's: one for each pair of hands.
        rows = run.execute(
            f"SELECT family_id FROM cohort_family WHERE standing = 'identified' AND packs LIKE '%{PACK}%' ORDER BY family_id")
        self.eligible = [f"{row[0] & (2 ** 64 - 1):016x}" for row in rows]
        self.workspace = workspace

    def take(self, count):
        taken, self.ids = self.ids[:count], self.ids[count:]
        return taken

    def attached(self):
        """The families of a round, entered at the terminal as a council enters those that it has worked with."""
        taken = self.take(PER_ROUND)
        path = os.path.join(PLACE, "attached.csv")
        with open(path, "w", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(HEADINGS)
            lines.writerows([each] + VALUES for each in taken)
        kindred("cohort", "import", path, "--by", "mary", "--on", "2013-07-22", "--workspace", self.workspace)
        return taken


# MARK: Families

def step(hands, site, family, name, choices=(), texts=()):
    """Enters a step of a family's life; says whether the rules took it."""
    browser = hands.browser
    browser.open(f"{site}/family/{family}")
    fold = f"details:has(input[name='step'][value='{name}'])"
    if not browser.has(fold + "[open]"):
        hands.press(fold + " > summary")
    for field in choices:
        hands.choose(f"#{name}-{field}", 1)
    for field in texts:
        hands.write(f"#{name}-{field}", "W1")
    hands.press(f"input[name='step'][value='{name}'] ~ button")
    return browser.comes(".done, [role=alert]") and browser.has(".done")


def lives(hands, site, families, worked_with):
    """What a manager can enter of a family that is worked with, of one that declines and of one that moves."""
    for name, choices, texts in [
            ("assess", (), ()), ("plan", (), ()), ("work", (), ()), ("lead", ("agency",), ("professional",)),
            ("consent", ("service", "evaluation"), ()), ("basis", (), ("reference",)),
            ("progress", ("element",), ("reference",)), ("problem", ("name",), ()), ("nominate", ("service",), ()),
            ("turn-down", ("service",), ()), ("nominate", ("service",), ()), ("accept", ("service",), ()),
            ("achieve", ("name",), ()), ("close", ("reason",), ())]:
        check(step(hands, site, worked_with, name, choices, texts), f"{hands.name}: {name} is entered of a family")
    for ending, texts in [("decline", ()), ("move-out", ("to",))]:
        family = families.take(1)[0]
        for name in ["identify", "confirm"]:
            step(hands, site, family, name, ("area",) if name == "identify" else ())
        check(step(hands, site, family, ending, (), texts), f"{hands.name}: {ending} is entered of a family")


# MARK: Claims

def in_state(browser, site, state, also=""):
    """The claims of the window that stand there, by their paths, from every page of the list."""
    found = []
    path = f"{WINDOW}?state={STATES[state]}"
    while path:
        browser.open(site + path)
        found += browser.links(
            f"//table[caption[@id='claims-caption']]//tr[*[contains(., '{state}')]]{also}//a[starts-with(@href, '/claim/')]")
        path = next(iter(browser.links("//nav[@class='pager']//a[@rel='next']")), None)
    return found


def window_act(hands, site, act, text=None):
    """Does something with all of a window's claims; says whether it was entered."""
    browser = hands.browser
    browser.open(site + WINDOW)
    if text:
        hands.write(f"form:has(input[value='{act}']) input[type=text]", text)
    hands.press(f"input[name='act'][value='{act}'] ~ button")
    return browser.comes(".done, [role=alert]") and browser.has(".done")


def claim_act(hands, site, claim, act, reason=None, key=None):
    browser = hands.browser
    browser.open(site + claim)
    if reason:
        hands.write(f"#reason-{act}", reason)
    button = f"input[name='act'][value='{act}'] ~ button"
    if key:
        hands.act(button, key)
    else:
        hands.press(button)
    return browser.comes(".done, [role=alert]") and browser.has(".done")


def prepare(hands, site):
    browser = hands.browser
    change_account(hands, site, "ann")
    check(window_act(hands, site, "prepare"), f"{hands.name}: claims are prepared")
    drafts = in_state(browser, site, "Draft")
    sound = in_state(browser, site, "Draft", "[*[normalize-space(.) = '0']]")
    gaps = [each for each in drafts if each not in sound]
    check(len(sound) >= 21 and gaps, f"{hands.name}: {len(sound)} claims lack nothing, {len(gaps)} lack something")
    check(claim_act(hands, site, sound[0], "complete", key="c"), f"{hands.name}: a claim is called complete")
    check(not claim_act(hands, site, gaps[0], "complete"), f"{hands.name}: a claim with a gap is not complete")
    check(window_act(hands, site, "complete"), f"{hands.name}: drafts are called complete")
    complete = in_state(browser, site, "Evidence complete")
    check(len(complete) == len(sound), f"{hands.name}: {len(complete)} claims are complete")


def prepare_again(hands, site, claim):
    """The claim of one family alone, after it failed."""
    browser = hands.browser
    change_account(hands, site, "ann")
    browser.open(site + claim)
    family = browser.links("//main//a[starts-with(@href, '/family/')]")[0].rsplit("/", 1)[1]
    browser.open(site + WINDOW)
    hands.write("#family", family)
    hands.press("input[name='act'][value='prepare'] ~ button")
    check(said(browser, "Entered") and claim in in_state(browser, site, "Draft"),
          f"{hands.name}: the claim of one family is prepared again")


def draw(hands, site, seed):
    check(window_act(hands, site, "sample", text=seed), f"{hands.name}: a sample is drawn by the seed {seed}")
    return in_state(hands.browser, site, "In audit sample")


def answer(hands, site, drawn, failing=None):
    browser = hands.browser
    browser.open(site + WINDOW + "/audit")
    for claim in drawn:
        number = claim.rsplit("/", 1)[1]
        hands.pick(f"answer-{number}", 2 if claim == failing else 1)
        if claim == failing:
            hands.write(f"#note-{number}", "no register")
    hands.press("main form .button")
    check(said(browser, "Entered"), f"{hands.name}: {len(drawn)} claims are audited on the form")


def audit(hands, site):
    """Two samples, one answered on the form, the other on the claims' own pages too; then the rest is accepted.

    One claim fails, is prepared again and fails once more: one failure of ten is too many, and one of twenty is not.
    """
    change_account(hands, site, "olga")
    drawn = draw(hands, site, "42")
    check(len(drawn) == 10, f"{hands.name}: ten claims are drawn")
    check(not window_act(hands, site, "accept-rest"), f"{hands.name}: the rest is not accepted before the sample is audited")
    if hands.name == "keys":
        look(hands.browser, site, "audit", WINDOW + "/audit")
    answer(hands, site, drawn, failing=drawn[0])
    prepare_again(hands, site, drawn[0])
    check(claim_act(hands, site, drawn[0], "complete"), f"{hands.name}: and complete")
    change_account(hands, site, "olga")
    check(not window_act(hands, site, "accept-rest"), f"{hands.name}: the rest is not accepted while one of ten fails")
    more = draw(hands, site, "43")
    check(claim_act(hands, site, more[0], "pass", key="p"), f"{hands.name}: a claim passes by itself")
    check(claim_act(hands, site, drawn[0], "fail", reason="not now"), f"{hands.name}: a claim fails by itself")
    answer(hands, site, more[1:])
    prepare_again(hands, site, drawn[0])
    change_account(hands, site, "olga")
    check(window_act(hands, site, "accept-rest"), f"{hands.name}: the rest is accepted with the sample")


def sign(hands, site):
    """A claim signed by itself and the others together, as auditor and as manager."""
    audited = in_state(hands.browser, site, "Audited")
    check(claim_act(hands, site, audited[0], "sign", key="s"), f"{hands.name}: the auditor signs a claim")
    check(not claim_act(hands, site, audited[0], "sign"), f"{hands.name}: and not twice")
    check(window_act(hands, site, "sign"), f"{hands.name}: the auditor signs the others")
    change_account(hands, site, "mary")
    check(claim_act(hands, site, audited[0], "sign"), f"{hands.name}: the manager signs it, too")
    check(window_act(hands, site, "sign"), f"{hands.name}: the manager signs the others")
    signed = in_state(hands.browser, site, "Signed off")
    check(sorted(signed) == sorted(audited), f"{hands.name}: {len(signed)} claims are signed by two")
    return audited[0]


def finish(hands, site, first):
    browser = hands.browser
    check(claim_act(hands, site, first, "submit"), f"{hands.name}: a claim is submitted")
    check(window_act(hands, site, "explain", text="A first window"), f"{hands.name}: the number is explained")
    check(window_act(hands, site, "submit"), f"{hands.name}: the rest is submitted")
    submitted = in_state(browser, site, "Submitted")
    paid, rejected, withdrawn, amended = submitted[:4]
    for claim, act, reason, key in [
            (paid, "pay", None, None), (rejected, "reject", "no register", None),
            (withdrawn, "withdraw", "moved away", None), (amended, "amend", "another amount", None)]:
        check(claim_act(hands, site, claim, act, reason), f"{hands.name}: {act} is entered of a claim")
    check(claim_act(hands, site, amended, "amend", "once more"), f"{hands.name}: an amendment is amended again")
    check(claim_act(hands, site, amended, "withdraw", "after all"), f"{hands.name}: an amendment is withdrawn")
    files = [("/file.csv", "a claim file"), ("/files/register", "the register"), ("/files/summary", "the summary"),
             ("/files/audit-form", "the audit's form"), ("/files/reconciliation", "the reconciliation")]
    browser.open(site + WINDOW)
    for path, name in files:
        check(fetched(hands, f"a[href='{WINDOW}{path}']"), f"{hands.name}: {name} is fetched")
    browser.open(site + paid)
    check(fetched(hands, f"a[href='{paid}/pack/page']"), f"{hands.name}: a claim's evidence is fetched")
    return paid


def fetched(hands, selector):
    """Whether a link brings a file."""
    before = len(glob.glob(os.path.join(DOWNLOADS, "*")))
    hands.press(selector)
    for _ in range(50):
        found = [each for each in glob.glob(os.path.join(DOWNLOADS, "*")) if not each.endswith(".crdownload")]
        if len(found) > before:
            return all(os.path.getsize(each) > 0 for each in found)
        time.sleep(0.1)
    return False


def whole_life(hands, site, families):
    """A window's claims from the families that were attached to what was paid, and back."""
    taken = families.attached()
    change_account(hands, site, "mary")
    lives(hands, site, families, taken.pop())
    prepare(hands, site)
    audit(hands, site)
    paid = finish(hands, site, sign(hands, site))
    hands.press(".who button")
    return paid


def pictures(browser, site, paid, role):
    """Pages that only claims under way have, as somebody of a role sees them."""
    for name, path in [("window", WINDOW), ("claim-paid", paid), ("claims", "/claims")]:
        look(browser, site, f"{name}-{role}", path)
