"""What the walk found, and the program that it walks."""
import os
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLACE = os.path.join(HOME, ".build", "browser")
PICTURES = os.path.join(PLACE, "pictures")
DOWNLOADS = os.path.join(PLACE, "downloads")
KINDRED = os.environ.get("KINDRED", os.path.join(HOME, "kindred"))
PASSWORD = "four plain words here"
checks = []
problems = []


def fail(words):
    sys.exit(f"browser: error: {words}")


def kindred(*words, text=""):
    answer = subprocess.run([KINDRED, *words], input=text, text=True, capture_output=True)
    if answer.returncode:
        fail(f"kindred {words[0]} ended with {answer.returncode}:\n{answer.stderr}")
    return answer.stdout


def check(holds, words):
    print(("  ok    " if holds else "  WRONG ") + words, flush=True)
    if not holds:
        problems.append(words)
    checks.append(words)
