"""Every page, looked at: by axe, for its width, and as pictures."""
import time

from browsing.report import check


def look(browser, site, name, path):
    """A page: no violation, nothing wider than the window, and a picture at both widths."""
    browser.open(site + path)
    for width in (1280, 390):
        browser.size(width, 900)
        found = browser.axe()
        check(not found, f"{name} at {width}: axe finds nothing" + "".join(f"\n          {each}" for each in found))
        wide = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(wide <= 0, f"{name} at {width}: the page does not scroll sideways")
        browser.picture(name, width)
    browser.size(1280, 900)


def all_pages(browser, site):
    browser.open(site + "/queue")
    pair = browser.run("return document.querySelector('#content tbody a').getAttribute('href')")
    browser.open(site + pair)
    person = browser.run("return document.querySelector('#content a[href^=\"/person/\"]').getAttribute('href')")
    for name, path in [("today", "/today"), ("queue", "/queue"), ("pair", pair), ("person", person),
                       ("find", "/search"), ("quality", "/quality"), ("ledger", "/ledger?views=yes"), ("help", "/help"),
                       ("purpose", "/purpose"), ("not-found", "/nothing")]:
        look(browser, site, name, path)
    look(browser, site, "source", "/sources/school-census.html")
    browser.open(site + "/cohort?status=eligible")
    family = browser.run("return document.querySelector('#families-caption ~ tbody a').getAttribute('href')")
    for name, path in [("family", family), ("cohort", "/cohort"), ("claims", "/claims"),
                       ("window", "/claims/2013-07/tf1-2012")]:
        look(browser, site, name, path)
    return pair, family


def previews(browser, site, pair):
    """What an answer would change, while it is worked out and once it is there; a decision; what was found."""
    for ruling in ["match", "not-match"]:
        for _ in range(60):
            browser.open(f"{site}{pair}/preview?ruling={ruling}")
            if not browser.has("[data-look-again]"):
                break
            time.sleep(1)
        look(browser, site, f"preview-{ruling}", f"{pair}/preview?ruling={ruling}")
    browser.open(site + "/ledger")
    if browser.has("#content a[href^='/decision/']"):
        look(browser, site, "decision", browser.run(
            "return document.querySelector('#content a[href^=\"/decision/\"]').getAttribute('href')"))
    for name, path in [("found-people", "/search"), ("found-families", "/cohort")]:
        browser.open(site + path)
        browser.type("#wanted", "smith")
        browser.click("main form button")
        for width in (1280, 390):
            browser.size(width, 900)
            check(not browser.axe(), f"{name} at {width}: axe finds nothing")
            browser.picture(name, width)
        browser.size(1280, 900)
