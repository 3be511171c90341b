#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many small faults, put into the rooms at random, the tests find.

    packaging/in python3 tests/bench/mutate.py SEED COUNT [--build build/ci] [--rooms publish,review,…] [--only REGEX] [--quick]

Needs a built preset (static rooms), and leaves sources and objects as they are: the faulty source is compiled beside
them and linked before the room's library. Tests run one after the other, those of the room first, until one fails.
A fault that does not compile is not counted. Prints one line for each, with the test that found it.
--only takes a pattern of FILE:LINE, to look at places again; --rerun FILE repeats what survived in an earlier output;
--quick leaves out the tests that call the disk a thousand times, which take minutes.
"""
import argparse
import contextlib
import fcntl
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile

# A pattern and what stands there instead.
FAULTS = [
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" && ", " || "), (r" \|\| ", " && "), (r"!(?=[a-z(*])", ""), (r" \+ 1\b", " + 2"), (r" - 1\b", " - 0"),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"return (?!std::unexpected|fail|;|\{\})[^;]+;$", "return {};"),
    (r"^(    +)(?!return|if|for|while|const|auto|using|else|case|default|break|continue|\}|//|Q_ASSERT|static)"
     r"[a-zA-Z_:.>\-]+(\(.*\)|\.[a-z_A-Z]+\(.*\)| \+?= .*);$", r"\1;"),
    (r"if \((?!const|auto)(.+)\) \{$", r"if (false && (\1)) {"),
    (r"\bcontinue;", "break;"),
]
NO_CODE = ("//", "#", "///", "namespace", "using", "static_assert", "Q_ASSERT", "return std::nullopt;")
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
ROOMS = "publish,review,reading,desk"


def places(file):
    """(line number, faulty line) for every fault that the file could have."""
    for number, line in enumerate(file.read_text().split("\n")):
        if line.strip().startswith(NO_CODE) or "operator" in line or ".reserve(" in line:
            continue
        for pattern, instead in FAULTS:
            for found in re.finditer(pattern, line):
                faulty = line[:found.start()] + found.expand(instead) + line[found.end():]
                if faulty != line:
                    yield number, faulty


class Build:
    """The commands of a build folder, and a folder beside it for what is faulty."""

    def __init__(self, top, folder, scratch):
        self.top, self.folder, self.scratch = top, folder, scratch
        self.cli = folder / "bin" / "nutgraf-cli"
        self.commands = {}

    def last_command(self, target):
        if target not in self.commands:
            lines = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", "-s", target], check=True,
                                   capture_output=True, text=True).stdout.strip().split("\n")
            self.commands[target] = lines[-1]
        return self.commands[target]

    def shell(self, command, seconds=300):
        return subprocess.run(command, shell=True, cwd=self.folder, timeout=seconds, capture_output=True, check=False)

    def compile(self, source, text):
        room = source.parent.name
        name = f"app/{room}/CMakeFiles/nutgraf_{room}.dir/{source.name}.o"
        faulty = self.scratch / source.name
        faulty.write_text(text)
        command = self.last_command(name).replace(" -Werror", "").replace(f" -o {name}", f" -w -o {self.scratch}/faulty.o")
        command = re.sub(r" -MD -MT \S+ -MF \S+", "", command)
        return self.shell(re.sub(r" -c \S+", f" -c {faulty}", command)).returncode == 0

    def link(self, target, name):
        command = self.last_command(target)
        command = re.sub(r" -o \S+", f" -o {self.scratch}/{name} {self.scratch}/faulty.o -Wl,-s", command, count=1)
        done = self.shell(command)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())


def passes(program, seconds):
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen([program], stdout=output, stderr=output, env=os.environ | ENVIRONMENT, start_new_session=True)
        try:
            return child.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, 9)
            child.wait()
            return False


def tests_for(build, source):
    """The room's own first, that of the file before them; last what calls the disk a thousand times."""
    own, cli = source.parent.name, "cli"
    rooms = [own, cli] + [room for room in ROOMS.split(",") if room != own]
    files = [file for room in rooms for file in sorted((build.top / "tests/app" / room).glob("tst_*.cpp"))]
    tests = [file.stem for file in files if (build.folder / "tests" / file.stem).exists()]
    word = source.stem.rstrip("s")
    near = [test for test in tests if word in test and not test.startswith("tst_cli")]
    slow = [test for test in tests if test.endswith("_faults")]
    return near + [test for test in tests if test not in near + slow] + [test for test in slow if own in test]


@contextlib.contextmanager
def faulty_cli(build):
    """Puts a faulty nutgraf-cli in the place of the right one: its tests know it by its path."""
    with open(build.folder / "mutate.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        right = build.cli.with_suffix(".right")
        build.cli.rename(right)
        try:
            shutil.copy2(build.scratch / "nutgraf-cli", build.cli)
            yield
        finally:
            right.replace(build.cli)


def finder(build, source, is_quick):
    """The test that fails, or None."""
    library = f"libnutgraf_{source.parent.name}.a"
    for test in tests_for(build, source):
        is_slow = test.endswith("_faults")
        if library not in build.last_command(f"tests/{test}") or (is_slow and is_quick):
            continue
        build.link(f"tests/{test}", test)
        calls_cli = test.startswith("tst_cli")
        if calls_cli and not (build.scratch / "nutgraf-cli").exists():
            build.link("bin/nutgraf-cli", "nutgraf-cli")
        with faulty_cli(build) if calls_cli else contextlib.nullcontext():
            if not passes(build.scratch / test, 600 if is_slow else 60):
                return test
    return None


def judged(build, source, number, faulty, is_quick):
    """The test that finds the fault, "" for none; None where it does not compile."""
    lines = source.read_text().split("\n")
    lines[number] = faulty
    for file in build.scratch.iterdir():
        file.unlink()
    if not build.compile(source, "\n".join(lines)):
        return None
    return finder(build, source, is_quick) or ""


def chosen(top, given):
    files = [file for room in given.rooms.split(",") for file in sorted((top / "app" / room).glob("*.cpp"))]
    sites = [(file, number, faulty) for file in files for number, faulty in places(file)]
    random.Random(given.seed).shuffle(sites)
    if given.only:
        sites = [site for site in sites if re.search(given.only, f"{site[0].relative_to(top)}:{site[1] + 1}")]
    if given.rerun:
        old = re.findall(r"^SURVIVED (\S+):\d+\n +- .*\n +\+ (.*)$", pathlib.Path(given.rerun).read_text(), re.M)
        sites = [site for site in sites if (str(site[0].relative_to(top)), site[2].strip()) in old]
    return sites


def main():
    options = argparse.ArgumentParser()
    options.add_argument("seed", type=int)
    options.add_argument("count", type=int)
    options.add_argument("--build", default="build/ci")
    options.add_argument("--rooms", default=ROOMS)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--only")
    options.add_argument("--rerun")
    given = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1)) # the right nutgraf-cli comes back
    top = pathlib.Path(__file__).resolve().parents[2]
    found = seen = 0
    with tempfile.TemporaryDirectory() as scratch:
        build = Build(top, top / given.build, pathlib.Path(scratch))
        for source, number, faulty in chosen(top, given):
            if seen == given.count:
                break
            right = source.read_text().split("\n")[number]
            test = judged(build, source, number, faulty, given.quick)
            if test is None:
                continue
            seen, found = seen + 1, found + bool(test)
            print(f"{test or 'SURVIVED'} {source.relative_to(top)}:{number + 1}\n   - {right.strip()}\n   + {faulty.strip()}",
                  flush=True)
    print(f"found {found} of {seen}")


main()
