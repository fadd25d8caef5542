"""What a server has about a word: `python example.py [word] [address]`."""

from __future__ import annotations

import sys

from demarche_client import Demarche, Refused


def main(word: str = "corridor", address: str = "http://127.0.0.1:8000") -> None:
    demarche = Demarche(address)
    for statement in demarche.statements(q=word, from_="2023", sort="oldest"):
        speaker = statement["speaker"]
        sentence = statement["sentence"]  # with the verb that reports the words: "denied", "promised"
        told = sentence["text"] if sentence else statement["text"]
        print(statement["published_on"], speaker["name"] if speaker else "nobody named", told, sep="\t")

    print(len(list(demarche.export(q=word))), "statements in one answer")
    for row in demarche.counts("countries", q=word, limit=3)["data"]:
        print(row["count"], row["label"])

    try:
        demarche.page(q=f'"{word}')
    except Refused as refused:
        print(f"{refused.code} at {refused.position}: {refused.problem['hint']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
