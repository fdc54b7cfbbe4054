"""Names, addresses and comments that try to become markup or script: a council full of them, and every page of it opened."""
import csv
import glob
import io
import json
import os
import re
import shutil
import zlib

from browsing import claims
from browsing.hands import Mouse, change_account, sign_in
from browsing.report import HOME, PLACE, check, kindred

# After the ideas of published lists of filter evasions; each would open a dialog, add an element or ask for something elsewhere.
ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "'><kinhack>",
    "</td></table><kinhack>", "</title><kinhack>", "</textarea><kinhack>", "</option></select><kinhack>", "<!--<kinhack>",
    "--><kinhack>", "<![CDATA[<kinhack>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "` onclick=`alert(1)",
    "javascript:alert(1)", "&lt;kinhack&gt;", "&#60;kinhack&#62;", "\\u003ckinhack\\u003e", "{{kinhack}}", "${alert(1)}",
    "%3Ckinhack%3E", "<scr<script>ipt>alert(1)", "<a href=//kinhack.example/>", "<base href=//kinhack.example/>",
    "<meta http-equiv=refresh content=0;url=//kinhack.example/>", "<form action=//kinhack.example/>",
    "<link rel=stylesheet href=//kinhack.example/a.css>", "<img src=//kinhack.example/a.png>",
    "<style>@import '//kinhack.example/a.css'</style>", "<iframe srcdoc=<script>alert(1)</script>>",
    "<object data=//kinhack.example/>", "<video><source onerror=alert(1)>", "<details open ontoggle=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg><animate onbegin=alert(1)>",
    "</script><script>alert(1)</script>", "＜kinhack＞",
]
SIGN = re.compile("kinhack|alert|onerror|<scr", re.IGNORECASE)

# What no page of ours has: another tag, an attribute that runs, an address elsewhere.
INJECTED = """
    var tags = arguments[0], found = [];
    document.querySelectorAll('*').forEach(function (each) {
      var tag = each.tagName.toLowerCase();
      if (tags.indexOf(tag) < 0) { found.push('<' + tag + '>'); }
      if (tag === 'script' && each.getAttribute('src') !== '/site.js') { found.push('a script'); }
      if (tag === 'meta' && each.hasAttribute('http-equiv')) { found.push('a meta'); }
      Array.prototype.forEach.call(each.attributes, function (own) {
        if (/^on|^style$|^srcdoc$/.test(own.name)) { found.push(tag + ' ' + own.name); }
        if (/^(href|src|action|formaction|data)$/.test(own.name) && !/^[/#]([^/\\\\]|$)/.test(own.value) && own.value !== '#') {
          found.push(tag + ' ' + own.name + '=' + own.value.slice(0, 60));
        }
      });
    });
    return found;
"""
TAGS = """html head meta title link script body header nav main footer aside div p span a b em strong small code kbd mark time br ul ol
    li dl dt dd h1 h2 h3 h4 table caption thead tbody tfoot tr th td figure figcaption details summary form fieldset legend label input
    select option textarea button noscript svg g path rect circle line polyline polygon text tspan""".split()


def with_attack(value):
    """The value with an attack behind it; the same value always has the same, so that records still hang together."""
    return value + ATTACKS[zlib.crc32(value.strip().lower().encode()) % len(ATTACKS)] if value.strip() else value


def columns(source):
    """The columns of a contract that hold names and addresses, and the beginning of its files' names."""
    with open(source) as file:
        text = file.read()
    lines = {each.strip() for found in re.findall(r"lines: \[(.*?)\]", text) for each in found.split(",")}
    names = set(re.findall(r"^  (\S+): \{type: name\b", text, re.MULTILINE))
    pattern = re.search(r"^  name: (.*?)(?:\s+#.*)?$", text, re.MULTILINE).group(1).strip("\"'")
    return lines | names, re.split(r"[{*]", pattern)[0]


def spoil(path, attacked):
    """Puts attacks into an extract's columns."""
    with open(path, "rb") as file:
        raw = file.read()
    for encoding in ("utf-16", "utf-8", "cp1252") if raw[:1] in b"\xff\xfe" else ("utf-8", "cp1252"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    delimiter = max(",|\t;", key=text.splitlines()[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    places = [place for place, heading in enumerate(rows[0]) if heading.lstrip("\ufeff").strip() in attacked]
    for row in rows[1:]:
        for place in places:
            if place < len(row) and len(row) == len(rows[0]):
                row[place] = with_attack(row[place])
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    with open(path, "wb") as file:
        file.write(written.getvalue().encode(encoding, errors="replace"))
    return bool(places)


def council(workspace):
    """The sample council with attacks in the names and addresses of its extracts, published."""
    place = os.path.join(PLACE, "hostile")
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(workspace, ignore_errors=True)
    for folder in ("pipelines", "sample-data"):
        shutil.copytree(os.path.join(HOME, folder), os.path.join(place, folder))
    spoilt = 0
    for source in glob.glob(os.path.join(place, "pipelines", "solentshire", "sources", "*.yaml")):
        attacked, start = columns(source)
        for path in glob.glob(glob.escape(os.path.join(place, "sample-data", "extracts", start)) + "*"):
            spoilt += not path.endswith((".gz", ".zip")) and spoil(path, attacked)
    check(spoilt > 40, f"hostile text: {spoilt} extracts have attacks")
    kindred("run", os.path.join(place, "pipelines", "solentshire"), "--as-of", "2013-07-22", "--workspace", workspace)


class Watch:
    """Opens pages and keeps what went wrong on them."""

    def __init__(self, browser, site):
        self.browser, self.site, self.pages, self.attacked, self.wrong = browser, site, 0, 0, []

    def open(self, path):
        try:
            self.browser.open(self.site + path)
            self.see(path)
        except RuntimeError as error:
            self.wrong.append(f"{path}: {error}")

    def see(self, path):
        """What is on the page that is open now."""
        self.pages += 1
        self.wrong += [f"{path}: {each}" for each in self.browser.run(INJECTED, TAGS)]
        self.attacked += bool(SIGN.search(self.browser.run("return document.body.innerText")))
        # That the site refuses what is wrong is no report.
        self.wrong += [f"{path}: says {each['message'][:160]}" for each in self.browser.log("browser")
                       if not re.search(r"the server responded with a status of 4\d\d", each["message"])]
        for each in self.browser.log("performance"):
            message = json.loads(each["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                if not address.startswith((self.site, "data:", "about:", "chrome:", "devtools:")):
                    self.wrong.append(f"{path}: asks for {address}")
            if message["method"] == "Page.javascriptDialogOpening":
                self.wrong.append(f"{path}: opens a dialog")

    def links(self, start, most):
        """Links of the page that is open now which begin so, each once."""
        found = self.browser.links(f"//main//a[starts-with(@href, '{start}')]")
        return list(dict.fromkeys(each.split("#")[0] for each in found))[:most]


def proven(browser):
    """Whether what is looked for would be seen."""
    watch = Watch(browser, "data:text/html,")
    for attack in ["<kinhack><p onclick=alert(1)>", "<img src=http://kinhack.invalid/a.png onerror=alert(1)>", "<p>nothing</p>"]:
        watch.open(attack)
    seen = " ".join(watch.wrong)
    return all(each in seen for each in ["<kinhack>", "p onclick", "asks for http://kinhack.invalid/a.png", "opens a dialog"])


def walk(watch, families):
    """Every kind of page, many of each; then what people write, and the pages that show it."""
    hands, browser, site = Mouse(watch.browser, "mouse"), watch.browser, watch.site
    sign_in(hands, site, "demo")
    watch.open("/queue")
    pairs = watch.links("/pair/", 30)
    people = []
    for pair in pairs:
        watch.open(pair)
        people += [each for each in watch.links("/person/", 2) if each not in people]
    for person in people[:40]:
        watch.open(person)
    watch.open(pairs[0] + "/preview?ruling=match")
    browser.open(site + "/cohort?status=all")
    for family in watch.links("/family/", 60):
        watch.open(family)
    writing(watch, hands, pairs[1], families)
    for path in ["/today", "/cohort", "/cohort?status=all", "/claims", claims.WINDOW, "/quality", "/help", "/purpose",
                 "/ledger?views=yes", "/cohort?status=%3Ckinhack%3E&area=%22%3E%3Ckinhack%3E", "/%3Ckinhack%3E"]:
        watch.open(path)
    browser.open(site + "/ledger")
    for decision in watch.links("/decision/", 5):
        watch.open(decision)
    claims_of(watch, hands, families)


def writing(watch, hands, pair, families):
    """Attacks as comments, as what is looked for, and as what is entered of a family."""
    browser, site = watch.browser, watch.site
    for attack in ATTACKS:
        for page in ["/search", "/cohort"]:
            browser.open(site + page)
            browser.fill("#wanted", attack)
            hands.press("main form .button, main form button")
            watch.see(page)
    for attack in ATTACKS[:12]:
        browser.open(site + pair)
        hands.choose("#reason", 3)
        browser.fill("#comment", attack)
        hands.press("button[value='cannot-tell']")
        watch.see(pair)
        watch.open(pair)
    change_account(hands, site, "mary")
    family = families.take(1)[0]
    for name in ["identify", "confirm"]:
        claims.step(hands, site, family, name, ("area",) if name == "identify" else ())
    browser.open(f"{site}/family/{family}")
    hands.press("details:has(input[name='step'][value='basis']) > summary")
    browser.fill("#basis-reference", " ".join(ATTACKS)[:200])
    hands.press("input[name='step'][value='basis'] ~ button")
    watch.open(f"/family/{family}")
    hands.press(".who button")
    for attack in ATTACKS:
        browser.open(site + "/sign-in")
        browser.fill("#name", attack)
        browser.fill("#password", "x")
        hands.press("main form .button")
        watch.see("/sign-in")


def claims_of(watch, hands, families):
    """Claims of families with such names, and reasons that are attacks."""
    browser, site = watch.browser, watch.site
    families.attached()
    change_account(hands, site, "ann")
    claims.window_act(hands, site, "prepare")
    watch.open(claims.WINDOW)
    drafts = claims.in_state(browser, site, "Draft")
    change_account(hands, site, "mary")
    for claim, attack in zip(drafts, ATTACKS):
        browser.open(site + claim)
        browser.fill("#reason-withdraw", attack)
        hands.press("input[name='act'][value='withdraw'] ~ button")
        watch.see(claim)
    change_account(hands, site, "olga")
    for claim in drafts[:20]:
        watch.open(claim)
    watch.open("/ledger?views=yes")
