#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much more a command costs when a story grows.

    growth.py NUTGRAF-CLI [--verbs check,analyze,…] [--sizes 200,800,3200] [--tiny 70000]

Makes stories of news-like paragraphs (kB) and one of tiny paragraphs, the same bytes every time, and prints the
processor time that each command takes for them (user mode: another program beside it changes it little) and how it
grew: 4.0 from one size to the next is linear.
"""
import argparse
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

HEADER = """---
headline: Levy stays, {size} paragraphs say
slug: levy-{size}
dateline: {{place: Marn, date: 2026-05-12}}
---
"""
FIRST = "Anna Bela Carla Dario Edda Falk Greta Hugo Ines Jonas Katrin Levin Mara Nils Odile Paul Rosa Sven Tilda Uwe".split()
START = "Bar Cal Dor Fen Gar Hol Jar Kel Lor Mor Nor Pel Quin Ras Sel Tor Vel Wal Yar Zel".split()
END = "ach barth dahl evic feld gren holt ik jans kova lund mann nik orf quist rup sen tano vik worth".split()
ROLE = "mayor,harbour master,union secretary,police spokesman,school head,nurse,auditor,ferry captain,judge".split(",")
BODY = "the Ferry Authority,the City Council,Marn Hospital,the Port Commission,the Fishers’ Union".split(",")
DAY = "on Monday,on Tuesday evening,last Friday,yesterday,in March".split(",")
WHAT = ["the levy would stay", "six boats had been lost", "nobody had asked for the papers", "the bridge was safe",
        "costs had doubled since 2019", "about 4,200 people had left", "the vote came too early"]
SAYING = ["We were told that it would end", "Nobody slept that night", "I would sign it again", "That is not what it says",
          "The figures do not add up, and we said so in January", "It is too early to say who pays", "We have waited long enough"]
SAID = "said,told the assembly,added,wrote,said in a letter".split(",")


def person(r):
    return f"{r.choice(FIRST)} {r.choice(START)}{r.choice(END)}"


def sentence(r, name):
    kinds = [
        lambda: f"“{r.choice(SAYING)},” {r.choice(SAID)} {name}, a {r.choice(ROLE)}.",
        lambda: f"“{r.choice(SAYING)},” {name.split()[1]} {r.choice(SAID)}. “{r.choice(SAYING)}.”",
        lambda: f"{name} {r.choice(SAID)} {r.choice(DAY)} that {r.choice(WHAT)}.",
        lambda: f"According to {r.choice(BODY)}, {r.choice(WHAT)} {r.choice(DAY)}.",
        lambda: f"He said that {r.choice(WHAT)}.",
        lambda: f"{r.choice(BODY).capitalize()} decided {r.choice(DAY)} that {r.choice(WHAT)}.",
        lambda: f"But {r.choice(WHAT)}, and {r.randrange(2, 98)} percent of those asked “{r.choice(SAYING).lower()}”.",
    ]
    return r.choice(kinds)()


def news(size):
    """Paragraphs of three sentences, `size` bytes or a few more."""
    r = random.Random(size)
    parts, length = [], 0
    while length < size:
        name = person(r)
        part = " ".join(sentence(r, name) for _ in range(3))
        parts.append(part)
        length += len(part.encode()) + 2
    return "\n\n".join(parts)


def tiny(count):
    r = random.Random(count)
    return "\n\n".join(r.choice(["Yes.", "“No.”", "Marn.", "He said so.", "Go on."]) for _ in range(count))


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def command(cli, verb, story):
    if verb == "publish":
        return [cli, "publish", str(story), "--signed", "kl", "--override", "measured", "--now", "2026-05-12T09:00:00Z"]
    if verb == "analyze":
        return [cli, "analyze", "--format", "json", str(story)]
    return [cli, verb, str(story)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--verbs", default="check,analyze,summarize,publish")
    options.add_argument("--sizes", default="200,800,3200")
    options.add_argument("--tiny", type=int, default=70000)
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",") if size]
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([given.cli, "init", f"{place}/desk", "--domain", "marn.example"], check=True, stdout=subprocess.DEVNULL)
        stories = {}
        for size, text in [(f"{s} kB", news(1000 * s)) for s in sizes] + [(f"{given.tiny} tiny", tiny(given.tiny))]:
            folder = pathlib.Path(place, "desk", "stories", f"2026-05-12-{size.replace(' ', '-')}")
            folder.mkdir(parents=True)
            (folder / "story.md").write_text(HEADER.format(size=size.replace(" ", "-")) + text + "\n")
            stories[size] = folder
        print("verb      " + "".join(f"{size:>16}" for size in stories))
        for verb in given.verbs.split(","):
            print(f"{verb:10}", end="")
            last = None
            for size, folder in stories.items():
                used = seconds(command(given.cli, verb, folder))
                grown = f" (×{used / last:.1f})" if last and "kB" in size else ""
                print(f"{f'{used:.2f} s{grown}':>16}", end="", flush=True)
                last = used
            print()


main()
