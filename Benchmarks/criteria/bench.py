"""Asks the national criteria of 2012 of the same invented families with Kindred and with plain SQL in DuckDB.

    bench.py [families]        100,000 without it, with 50 facts each

The other packs are asked of them too, and their journeys followed, by Kindred alone. Both read the same two CSV files
and count the families that meet each criterion; the counts have to agree. Both are timed with one thread and with all.
"""
import json
import os
import subprocess
import sys
import time

import duckdb

FAMILIES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
FOLDER = os.environ.get("BENCH_FOLDER", ".build/bench/criteria")
PROGRAM = os.environ.get("KINDRED", ".build/release/kindred")

PACKS = ["tf1-2012", "harrow-2013", "hampshire-2013", "tf2-2015", "sf-2022"]

# Of a thousand facts, so many are of each kind. Whom it is about: a child (c), the parent (p), the address (a).
KINDS = [
    ("education.enrolment", 100, "c"), ("education.absence.unauthorised", 120, "c"),
    ("education.absence.authorised", 80, "c"), ("education.exclusion.fixed", 30, "c"),
    ("education.exclusion.permanent", 2, "c"), ("education.alternative-provision", 3, "c"),
    ("education.missing", 1, "c"), ("health.appointment.attended", 200, "c"),
    ("health.appointment.missed", 80, "c"), ("police.call", 60, "a"),
    ("police.domestic.incident", 10, "a"), ("police.offence.suspected", 20, "c"),
    ("police.offence.proven", 6, "c"), ("youth.offence.proven", 4, "c"),
    ("antisocial.contract", 3, "c"), ("housing.notice.nuisance", 1, "a"),
    ("housing.tenancy", 40, "p"), ("housing.antisocial.against", 20, "a"),
    ("dwp.benefit.out-of-work", 15, "p"), ("dwp.traced", 35, "p"),
    ("social-care.contact", 50, "c"), ("social-care.in-need", 5, "c"),
    ("early-help.plan", 15, "c"), ("health.immunisation.given", 100, "c"),
]

# Solentshire's.
TERMS = [
    ("2011-09-05", "2011-12-23"), ("2012-01-09", "2012-03-30"), ("2012-04-16", "2012-07-18"),
    ("2012-09-03", "2012-12-21"), ("2013-01-07", "2013-03-29"), ("2013-04-15", "2013-07-17"),
]

# The windows of the pack on the last day of July 2013.
WINDOWS = """
    date '2013-07-31' AS today, date '2012-07-31' AS year_ago, date '2013-01-31' AS half_year_ago,
    date '2012-09-03' AS terms_begin, date '2013-07-17' AS terms_end
"""

ANSWERS = """
CREATE TEMP TABLE answer AS
WITH w AS (SELECT {windows}),
  f AS (SELECT facts.*, people.born, people.born + INTERVAL 18 YEAR > today AS is_child,
      people.born + INTERVAL 5 YEAR <= today AND people.born + INTERVAL 16 YEAR > today AS is_pupil
    FROM facts LEFT JOIN people USING (family, person), w),
  young AS (SELECT DISTINCT family FROM f, w
    WHERE kind IN ('youth.offence.proven', 'police.offence.proven')
      AND starts > year_ago AND starts <= today AND born + INTERVAL 18 YEAR > starts),
  antisocial AS (SELECT DISTINCT family FROM f, w
    WHERE kind IN ('antisocial.order', 'antisocial.injunction', 'antisocial.contract',
      'housing.antisocial.intervention', 'housing.notice.nuisance', 'housing.possession.nuisance',
      'housing.eviction.nuisance') AND starts > year_ago AND starts <= today),
  crime AS (SELECT family FROM young UNION SELECT family FROM antisocial),
  permanent AS (SELECT DISTINCT family FROM f, w WHERE kind = 'education.exclusion.permanent'
      AND is_child AND starts BETWEEN terms_begin AND terms_end),
  often AS (SELECT DISTINCT family FROM (SELECT family, person FROM f, w
      WHERE kind = 'education.exclusion.fixed' AND is_child
        AND starts BETWEEN terms_begin AND terms_end
      GROUP BY family, person HAVING count(*) >= 3)),
  unit AS (SELECT DISTINCT one.family FROM f AS one JOIN f AS other USING (family, person), w
    WHERE one.is_child AND one.kind = 'education.alternative-provision' AND one.starts <= today
      AND (one.ends IS NULL OR one.ends >= today)
      AND other.kind IN ('education.exclusion.fixed', 'education.exclusion.permanent')
      AND other.starts <= today),
  missing AS (SELECT DISTINCT family FROM f, w WHERE kind = 'education.missing' AND is_pupil
      AND starts <= today AND (ends IS NULL OR ends >= today)),
  truant AS (SELECT DISTINCT family FROM (SELECT family, person FROM f, w
      WHERE kind = 'education.absence.unauthorised' AND is_pupil
        AND starts >= terms_begin AND ends <= terms_end
      GROUP BY family, person HAVING sum(whole) >= 30 AND 100 * sum(part) >= 15 * sum(whole))),
  education AS (SELECT family FROM permanent UNION SELECT family FROM often
    UNION SELECT family FROM unit UNION SELECT family FROM missing UNION SELECT family FROM truant),
  work AS (SELECT DISTINCT family FROM (SELECT family, kind, starts,
        max(starts) OVER (PARTITION BY family, person) AS latest
      FROM f, w WHERE kind IN ('dwp.benefit.out-of-work', 'dwp.benefit.universal-credit',
          'dwp.benefit.other', 'dwp.traced', 'dwp.not-traced')
        AND NOT is_child AND starts > half_year_ago AND starts <= today)
    WHERE starts = latest AND kind = 'dwp.benefit.out-of-work'),
  concern AS (SELECT DISTINCT family FROM f, w
    WHERE (kind IN ('social-care.protection-plan', 'social-care.looked-after',
          'social-care.in-need', 'probation.order', 'probation.licence',
          'health.mental-health.treatment', 'substance.treatment')
        AND starts <= today AND (ends IS NULL OR ends >= today))
      OR (kind IN ('social-care.section-47', 'police.domestic.incident', 'police.domestic.accused',
          'police.domestic.victim') AND starts > year_ago AND starts <= today)
      OR (kind = 'police.offence.proven' AND NOT is_child AND starts > year_ago
        AND starts <= today)
    UNION SELECT family FROM f, w WHERE kind IN ('police.domestic.incident',
        'police.antisocial.incident', 'police.call', 'police.concern')
      AND starts > year_ago AND starts <= today
    GROUP BY family HAVING count(*) >= 4)
SELECT family, crime.family IS NOT NULL AS crime, education.family IS NOT NULL AS education,
  work.family IS NOT NULL AS work, concern.family IS NOT NULL AS concern
FROM (SELECT DISTINCT family FROM people) AS everyone
  LEFT JOIN crime USING (family) LEFT JOIN education USING (family)
  LEFT JOIN work USING (family) LEFT JOIN concern USING (family)
"""


def invent():
    """Writes people.csv and facts.csv, the same for the same number of families."""
    os.makedirs(FOLDER, exist_ok=True)
    stamp = f"{FOLDER}/families"
    if os.path.exists(stamp) and open(stamp).read() == str(FAMILIES):
        return
    base = duckdb.connect()
    base.execute(f"""
        COPY (SELECT family, family * 10 + member AS person,
            CASE WHEN member = 0 THEN 'parent' ELSE 'dependent-child' END AS role,
            CASE WHEN member = 0 THEN date '1965-01-01' + (hash(family) % 9000)::INT
              ELSE date '1994-01-01' + (hash(family, member) % 6800)::INT END AS born,
            NULL AS since, NULL AS until
          FROM range(1, {FAMILIES} + 1) AS f(family), range(4) AS m(member)
          ORDER BY 1, 2) TO '{FOLDER}/people.csv' (HEADER)""")
    cuts, floor = [], 0
    for kind, weight, about in KINDS:
        cuts.append((floor, floor + weight, kind, about))
        floor += weight
    assert floor == 1000, floor
    values = ", ".join(f"({a}, {b}, '{k}', '{w}')" for a, b, k, w in cuts)
    terms = ", ".join(f"({i}, date '{a}', date '{b}')" for i, (a, b) in enumerate(TERMS))
    base.execute(f"""
        COPY (SELECT family, CASE about WHEN 'c' THEN family * 10 + 1 + hash(i, 'p') % 3
              WHEN 'p' THEN family * 10 END AS person, kind,
            CASE WHEN kind LIKE 'education.absence%' THEN term.first
              WHEN kind LIKE 'dwp%' THEN
                date '2013-03-04' + (hash(i, 'd') % 2)::INT * 91
              ELSE date '2010-08-01' + (hash(i, 's') % 1095)::INT END AS starts,
            CASE WHEN kind LIKE 'education.absence%' THEN term.last
              WHEN hash(i, 'e') % 2 = 0 AND kind IN ('education.enrolment', 'housing.tenancy',
                'education.alternative-provision', 'education.missing', 'social-care.in-need',
                'early-help.plan')
              THEN date '2010-08-01' + (hash(i, 's') % 1095)::INT + 200 END AS ends,
            CASE WHEN kind LIKE 'education.absence%' THEN hash(i, 'a') % 30 END AS part,
            CASE WHEN kind LIKE 'education.absence%' THEN 120 END AS whole, NULL AS details
          FROM (SELECT i, i // 50 + 1 AS family, hash(i, 'k') % 1000 AS u, hash(i, 't') % 6 AS t
              FROM range({FAMILIES} * 50) AS r(i)) AS fact
            JOIN (VALUES {values}) AS kinds(low, high, kind, about) ON u >= low AND u < high
            JOIN (VALUES {terms}) AS term(number, first, last) ON term.number = t
          ORDER BY family, i) TO '{FOLDER}/facts.csv' (HEADER)""")
    with open(stamp, "w") as file:
        file.write(str(FAMILIES))


def peer(threads):
    """Reads the files and answers in DuckDB."""
    started = time.perf_counter()
    base = duckdb.connect()
    base.execute(f"SET threads = {threads}")
    base.execute(f"""CREATE TEMP TABLE people AS SELECT * FROM read_csv('{FOLDER}/people.csv',
        columns = {{family: 'BIGINT', person: 'BIGINT', role: 'VARCHAR', born: 'DATE',
          since: 'DATE', until: 'DATE'}}, header = true)""")
    base.execute(f"""CREATE TEMP TABLE facts AS SELECT * FROM read_csv('{FOLDER}/facts.csv',
        columns = {{family: 'BIGINT', person: 'BIGINT', kind: 'VARCHAR', starts: 'DATE',
          ends: 'DATE', part: 'INT', whole: 'INT', details: 'VARCHAR'}}, header = true)""")
    read = time.perf_counter() - started
    base.execute(ANSWERS.format(windows=WINDOWS))
    row = base.execute("""SELECT count(*) FILTER (crime), count(*) FILTER (education),
        count(*) FILTER (work), count(*) FILTER (concern), count(*) FILTER (
          (crime AND education AND work)
          OR (crime::INT + education::INT + work::INT >= 2 AND concern)) FROM answer""").fetchone()
    whole = time.perf_counter() - started
    names = ["crime", "education", "work", "high-concern", "eligible"]
    return {"read": read, "whole": whole, "met": dict(zip(names, row))}


def ours(*words):
    """Runs Kindred on the files, and reads what it counted.

    The memory is measured by time(1): what Python would say of a child counts Python's own.
    """
    command = ["/usr/bin/time", "-f", "%M", "-o", f"{FOLDER}/peak", PROGRAM, "criteria",
               "pipelines/solentshire", "--tables", FOLDER, "--as-of", "2013-07-31",
               "--format", "json", *words]
    started = time.perf_counter()
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    whole = time.perf_counter() - started
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    met = {line["criterion"]: line["met"] for line in lines if "criterion" in line}
    peak = int(open(f"{FOLDER}/peak").read()) // 1024
    took = lines[-1].get("asking_ms", lines[-1].get("following_ms", 0)) / 1000
    return {"whole": whole, "met": met, "peak": peak, "took": took, "last": lines[-1]}


def rate(run):
    """What a run of Kindred cost, in words."""
    return (f"{run['took']:.2f} s, {FAMILIES / max(run['took'], 0.001):,.0f} families a second and core, "
            f"whole {run['whole']:.2f} s, at most {run['peak']} MB")


def main():
    invent()
    size = (os.path.getsize(f"{FOLDER}/facts.csv") + os.path.getsize(f"{FOLDER}/people.csv")) >> 20
    print(f"{FAMILIES:,} families, {FAMILIES * 50:,} facts, {size:,} MB of CSV", flush=True)
    found = {}
    for threads in sorted({1, os.cpu_count() or 1}):
        result = found[threads] = peer(threads)
        print(f"DuckDB {duckdb.__version__}, {threads} threads: read {result['read']:.2f} s, "
              f"whole {result['whole']:.2f} s", flush=True)
    for threads in sorted({1, os.cpu_count() or 1}):
        asked = {pack: ours("--ask", f"pipelines/criteria/{pack}.yaml", "--threads", str(threads))
                 for pack in PACKS}
        for pack, run in asked.items():
            print(f"Kindred, {threads} threads, {pack}: {rate(run)}", flush=True)
        journeys = ours("--threads", str(threads))
        print(f"Kindred, {threads} threads, journeys: {rate(journeys)}; concern in "
              f"{journeys['last']['with_concern']:,} families", flush=True)
    own = asked[PACKS[0]]
    for name, count in found[1]["met"].items():
        agrees = own["met"][name] == count
        print(f"  {name}: {count:,} in both" if agrees
              else f"  {name}: DuckDB {count:,}, Kindred {own['met'][name]:,}", flush=True)
        if not agrees:
            sys.exit("the counts differ")


if __name__ == "__main__":
    main()
