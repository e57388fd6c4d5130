#!/usr/bin/env python3
"""Hostile text, one article on standard output: `worst.py KIND COUNT`. Without arguments, the kinds and their usual counts."""

import itertools
import sys

def name(i):
    """A word of its own for each number."""
    return "Q" + "".join(chr(97 + int(c)) for c in str(i))


WORDS = "institute council board office school centre bureau company union court".split()


def alternate(items, joiner):
    return lambda count: joiner.join(itertools.islice(itertools.cycle(items), count))


KINDS = {
    # kind: (usual count, what makes `count` of it)
    "capitals": (1_000_000, lambda n: "A" * n),
    "capitalised words": (200_000, alternate(["Zhang", "Nordhaven", "Lu", "Microelectronics"], " ")),
    "distinct names": (100_000, lambda n: " ".join(f"{name(i)} met." for i in range(n))),
    "no space": (10_000_000, lambda n: "a" * n),
    "no space, mixed": (10_000_000, lambda n: ("aB3-é,x" * (n // 7 + 1))[:n]),
    "digits": (1_000_000, lambda n: "7" * n),
    "open brackets": (100_000, lambda n: "(" * n),
    "open brackets, words": (100_000, lambda n: "(SMIC " * n),
    "open quotes": (100_000, lambda n: "“" * n),
    "open quotes, words": (100_000, lambda n: "“He said " * n),
    "straight quotes": (100_000, lambda n: '" a ' * n),
    "numbers and": (50_000, lambda n: " and ".join(str(i % 97 + 2) for i in range(n))),
    "numbers, commas": (50_000, lambda n: ", ".join(str(i % 97 + 2) for i in range(n))),
    "dates and": (50_000, lambda n: " and ".join(f"June {i % 28 + 1}" for i in range(n))),
    "names and": (50_000, lambda n: " and ".join(f"Zhang {chr(65 + i % 26)}u" for i in range(n))),
    "of": (50_000, alternate([f"the {word} of" for word in WORDS], " ")),
    "Of": (50_000, alternate([f"the {word.capitalize()} of" for word in WORDS], " ")),
    "said that": (50_000, lambda n: "Zhang said that " * n),
    "according to": (50_000, lambda n: "sales rose according to Li Ming " * n),
    "quoted and": (50_000, lambda n: "Kelvar called it “bad” and said it fell and " * n),
    "construction of was": (50_000, lambda n: "construction of the plant was completed and " * n),
    "commas": (500_000, lambda n: "," * n),
    "full stops": (500_000, lambda n: "." * n),
    "line ends": (500_000, lambda n: "\n" * n),
    "short lines": (200_000, lambda n: "On June 1\n\n" * n),
    "percent": (50_000, lambda n: "5 percent to " * n),
    "billion": (50_000, lambda n: "billion million " * n),
    "hyphens": (100_000, lambda n: "-".join(["Wuxi"] * n)),
    "combining marks": (500_000, lambda n: "a" + "\u0301" * n),
    "emoji": (200_000, lambda n: "👩‍💻 " * n),
    "one sentence": (20_000, lambda n: "the company signed a contract with Intel in Wuxi on June 15 and " * n),
    "passives": (20_000, lambda n: "The forum was guided by A" + " and hosted by B, seen by C" * n),
    "clauses": (20_000, lambda n: "The forum was held" + ", the plant was built, the firm said" * n),
    "lists": (20_000, lambda n: "Guests including A B" + "; C D, mayor of E; and F G" * n + " came."),
    "objects": (20_000, lambda n: "It" + " raised its high sales forecast hopes" * n),
    "posts": (20_000, lambda n: " ".join(f"Mr. {name(i)} came. The mayor said it was late." for i in range(n))),
    "houses": (20_000, lambda n: " ".join(f"Retailer {name(i)}'s has lowered it. It went to {name(i)}." for i in range(n))),
    "attendance": (20_000, lambda n: ("The fair opened. " + "It rained. " * 9) + ("Li Ming attended the fair. " + "It rained. " * 9) * (n // 5)),
    "quotations": (20_000, lambda n: "“It is late. " + "They said it was late. He told me so. " * n),
    "guests": (20_000, lambda n: "The forum was held in Wuxi on May 3. " + "Guests included Li Ming and Amy Kuo. " * n),
    "seats": (20_000, lambda n: "Intel grew. " + "The Bethel, Ohio-based company said it was late. " * n),
    "units": (40_000, alternate([f"The Standing Committee of the {city} Council met." for city in ("Lima", "Wuxi")], " ")),
    "families": (40_000, lambda n: " ".join(f"{name(i)} Smith said no." for i in range(n))),
    "sentences": (20_000, lambda n: "Intel signed a contract with SMIC in Wuxi on June 15. " * n),
}

if __name__ == "__main__":
    if len(sys.argv) < 3:
        for kind, (count, _) in KINDS.items():
            print(f"{kind}\t{count}")
    else:
        sys.stdout.write(KINDS[sys.argv[1]][1](int(sys.argv[2])))
