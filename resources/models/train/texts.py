# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two-column entity corpora (token, IOB2 tag) as running text, with each entity's place; and the
running text of CoNLL-U.

One document becomes one text with a sentence a line. Where a file NAME.text stands beside
NAME.iob2 it gives the running text; else the tokens are joined by rule. Places are code points,
half-open.
"""

from pathlib import Path

NO_SPACE_BEFORE = set(", . ; : ! ? ) ] } % '' \u201d \u2019 \u2026 ...".split()) | {
    mark + ending for mark in "'\u2019" for ending in ("s", "S", "re", "ve", "ll", "d", "m")
} | {"n't", "N'T", "n\u2019t"}
NO_SPACE_AFTER = set("( [ { `` \u201c \u2018 ` $ # \u00a3 \u20ac".split())


def read_iob2(path):
    """Documents; each a list of sentences; each a list of (token, tag)."""
    documents, sentence = [[]], []
    for line in Path(path).read_text(encoding="utf-8").split("\n") + [""]:
        columns = line.rstrip("\r").split("\t")
        if line.strip() and not line.startswith("-DOCSTART-"):
            sentence.append((columns[0], columns[-1]))
            continue
        if sentence:
            documents[-1].append(sentence)
            sentence = []
        if line.startswith("-DOCSTART-") and documents[-1]:
            documents.append([])
    return [document for document in documents if document]


def entity_runs(tags):
    """(first, last, type) of a sentence's tags; an I- of another type begins a new one."""
    runs, start = [], None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            runs.append((start, i - 1, tags[start][2:]))
            start = None
        if tag[0] != "O" and start is None:
            start = i
    return runs


def join_tokens(tokens, is_open=False):
    """(text, places, is_open): natural spacing; is_open tells of a straight " not yet closed."""
    text, places, is_single_open, glue_next = "", [], False, True
    for i, token in enumerate(tokens):
        glue, after = glue_next or token in NO_SPACE_BEFORE, token in NO_SPACE_AFTER
        if token == '"':
            is_open = is_open and i > 0
            glue, after = (True if is_open else glue_next), not is_open
            is_open = not is_open
        elif token == "'":
            is_owner = i and tokens[i - 1][-1:] in "sS" and "'" not in tokens[i + 1:]
            if is_owner and not is_single_open:
                glue, after = True, False
            else:
                glue, after = (True if is_single_open else glue_next), not is_single_open
                is_single_open = not is_single_open
        text += "" if glue else " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glue_next = after
    return text, places, is_open


def place_tokens(tokens, text):
    """Each token's place in the given running text, which must spell them."""
    places, at = [], 0
    for token in tokens:
        while text[at:at + 1].isspace():
            at += 1
        if not text.startswith(token, at):
            raise ValueError(f"the running text does not spell {token!r}: {text!r}")
        places.append((at, at + len(token)))
        at += len(token)
    return places


def documents(path):
    """(text, [(begin, end, type)]) of every document."""
    running_file = Path(path).with_suffix(".text")
    running = None
    if running_file.exists():
        lines = running_file.read_text(encoding="utf-8").split("\n")
        running = iter([line for line in lines if line.strip()])
    for document in read_iob2(path):
        text, entities, is_open = "", [], False
        for sentence in document:
            tokens = [token for token, _ in sentence]
            if running:
                line = next(running)
                places = place_tokens(tokens, line)
            else:
                line, places, is_open = join_tokens(tokens, is_open)
            for first, last, kind in entity_runs([tag for _, tag in sentence]):
                entities.append((len(text) + places[first][0], len(text) + places[last][1], kind))
            text += line + "\n"
        yield text, entities


def running_text(conllu):
    """The text of a CoNLL-U file: a paragraph a line, the sentences as `# text` has them."""
    lines = [[]]
    for line in conllu.split("\n"):
        if line.startswith("# newpar"):
            lines.append([])
        elif line.startswith("# text = "):
            lines[-1].append(line.removeprefix("# text = ").strip())
    return "\n".join(" ".join(line) for line in lines if line) + "\n"
