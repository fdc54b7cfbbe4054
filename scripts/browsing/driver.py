"""A browser, driven by the protocol that all of them speak."""
import base64
import glob
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile

from browsing.report import DOWNLOADS, PICTURES, PLACE, fail

AXE = os.path.join(PLACE, "axe.min.js")
TAB, ENTER, DOWN, ESCAPE = "\ue004", "\ue007", "\ue015", "\ue00c"


def fetch_axe():
    if os.path.exists(AXE):
        return
    folder = os.path.join(PLACE, "wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, "axe-playwright-python"], check=True)
    with zipfile.ZipFile(glob.glob(folder + "/*.whl")[0]) as wheel:
        name = next(n for n in wheel.namelist() if n.endswith("axe.min.js"))
        with open(AXE, "wb") as file:
            file.write(wheel.read(name))


class Browser:
    """A session of the WebDriver protocol: https://www.w3.org/TR/webdriver2/"""

    def __init__(self, driver, scripts=True):
        preferences = {"download.default_directory": DOWNLOADS}
        if not scripts:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                            "--hide-scrollbars", "--force-prefers-reduced-motion"], "prefs": preferences}
        self.base = driver
        answer = self.send("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options, "unhandledPromptBehavior": "dismiss and notify",
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
        self.base = f"{driver}/session/{answer['sessionId']}"

    def send(self, method, path, body=None):
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + path, data, {"content-type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"].splitlines()[0]) from None

    def open(self, address): self.send("POST", "/url", {"url": address})
    def address(self): return self.send("GET", "/url")
    def size(self, width, height): self.send("POST", "/window/rect", {"width": width, "height": height})
    def run(self, script, *values): return self.send("POST", "/execute/sync", {"script": script, "args": values})
    def log(self, kind): return self.send("POST", "/se/log", {"type": kind})

    def fill(self, selector, text):
        """Puts a text into a field as if it were pasted: keys alone cannot write all characters."""
        self.run("arguments[0].value = arguments[1]",
                 {"element-6066-11e4-a52e-4f735466cecf": self.find(selector)}, text)

    def quit(self): self.send("DELETE", "")

    def find(self, selector):
        """The element, once it is there: a page may still be on its way."""
        if not self.comes(selector):
            raise RuntimeError(f"{selector} is not on the page {self.address()}")
        found = self.send("POST", "/element", {"using": "css selector", "value": selector})
        return next(iter(found.values()))

    def comes(self, selector):
        for _ in range(50):
            if self.has(selector):
                return True
            time.sleep(0.1)
        return False

    def has(self, selector):
        return bool(self.send("POST", "/elements", {"using": "css selector", "value": selector}))

    def links(self, xpath):
        """The paths that links lead to, in the order of the page."""
        found = self.send("POST", "/elements", {"using": "xpath", "value": xpath})
        texts = [self.send("GET", f"/element/{next(iter(each.values()))}/attribute/href") for each in found]
        return [re.sub(r"^https?://[^/]+", "", each) for each in texts]

    def place(self, selector, value):
        """The place of an option among those of a list."""
        found = self.send("POST", "/elements", {"using": "css selector", "value": f"{selector} option"})
        values = [self.send("GET", f"/element/{next(iter(each.values()))}/property/value") for each in found]
        return values.index(value)

    def text(self, selector): return self.send("GET", f"/element/{self.find(selector)}/text")
    def click(self, selector): self.send("POST", f"/element/{self.find(selector)}/click")
    def type(self, selector, text): self.send("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def keys(self, text):
        actions = [a for key in text for a in ({"type": "keyDown", "value": key}, {"type": "keyUp", "value": key})]
        self.send("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})
        time.sleep(0.3)

    def tap(self, key):
        self.send("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def picture(self, name, width, whole=True):
        self.size(width, 900)
        if whole:
            height = self.run("return Math.ceil(document.documentElement.getBoundingClientRect().height)")
            extra = self.run("return window.outerHeight - window.innerHeight")
            self.size(width, min(max(900, height + extra), 6000))
        with open(os.path.join(PICTURES, f"{name}-{width}.png"), "wb") as file:
            file.write(base64.b64decode(self.send("GET", "/screenshot")))
        self.size(width, 900)

    def axe(self):
        with open(AXE) as file:
            self.run(file.read())
        return self.send("POST", "/execute/async", {"args": [], "script": """
            var done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(function (found) { done(found.violations.map(function (each) {
                return each.id + ': ' + each.nodes.slice(0, 3).map(function (n) { return n.html.slice(0, 160); }).join(' | ');
              })); }, function (error) { done(['axe failed: ' + error]); });"""})


def start_driver():
    """The process that drives browsers, and its address."""
    process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        started = re.search(r"started successfully on port (\d+)", line)
        if started:
            return process, f"http://127.0.0.1:{started.group(1)}"
    return fail("chromedriver did not start")
