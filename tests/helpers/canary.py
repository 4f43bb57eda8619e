"""A collection of which every sensitive text holds one word, and nothing else does."""

from pathlib import Path

from tests.helpers.collections import write_files

CANARY = "quetzalcoatlus"

_HEAD = """\
sanad: 1
id: canary
title: {en: A sample, fa: نمونه}
languages: [en, fa]
tracks:
  - id: order
    label: {en: Orders, fa: دستورها}
    colour: order
    categories: [{id: order, label: {en: Order, fa: دستور}}]
warnings:
  - {id: execution, label: {en: Executions, fa: اعدام}}
  - {id: torture, label: {en: Torture, fa: شکنجه}}
"""
_SOURCES = """\
sources:
  - id: S1
    title: {en: A report, fa: یک گزارش}
    type: report
    author: [{literal: A Committee}]
    issued: 1990-12-01
    digest:
      - {id: p1, text: {en: A harmless passage., fa: قطعه‌ای بی‌آزار.}, events: [E1]}
      - {id: p2, label: "§2", text: {en: It saw a CANARY there., fa: آنجا CANARY بود.}, events: [E2],
         people: [p-one], verdict: differs, remark: {en: Others saw no CANARY., fa: دیگران CANARY ندیدند.},
         warnings: [execution], quote: {exact: the CANARY stood}}
    documents:
      - {path: documents/s1.txt, media-type: text/plain, sha256: HASH, title: {en: Its text, fa: متن آن}}
  - {id: S2, title: {en: A letter, fa: یک نامه}, type: document, author: [{literal: A Writer}]}
"""
_EVENTS = """\
events:
  - id: E1
    title: {en: An order, fa: یک دستور}
    date: 1988-07-28
    category: order
    text: {text: {en: Something was ordered., fa: چیزی دستور داده شد.}, cites: [S1]}
    citations: [{source: S1, passage: p1}]
    people: [p-one]
    related: [E2]
  - id: E2
    title: {en: A second event, fa: رویداد دوم}
    date: {edtf: 1988-08-01/1988-08-03, note: {en: Dated by a CANARY., fa: به گفتهٔ CANARY.},
           stated: {text: "the days of the CANARY", calendar: gregorian}}
    category: order
    text:
      - {text: {en: A CANARY was seen., fa: CANARY دیده شد.}, cites: [S1],
         according-to: {en: the CANARY keeper, fa: نگهبان CANARY},
         check: {state: unchecked, note: {en: No CANARY found., fa: بدون CANARY.}}}
    citations:
      - {source: S1, passage: p2, note: {en: The CANARY page., fa: صفحهٔ CANARY.},
         check: {state: partly, note: {en: The CANARY was checked., fa: CANARY بررسی شد.}}}
      - S2
    people: [{id: p-one, role: {en: kept the CANARY, fa: نگهبان CANARY}}]
    places: [{id: pl-one, role: {en: home of the CANARY, fa: خانهٔ CANARY}}]
    related: [E1]
    questions: [C1, C2]
    warnings: [execution]
    check: {state: partly, note: {en: One CANARY is missing., fa: یک CANARY کم است.}}
  - id: E3
    title: {en: A third event, fa: رویداد سوم}
    category: order
    text: {text: {en: The CANARY again., fa: باز هم CANARY.}, cites: [S2]}
    citations: [S2]
    warnings: [torture, execution]
"""
_NAMES = """\
people: [{id: p-one, name: {en: Person One, fa: شخص یک}}]
places: [{id: pl-one, name: {en: Town, fa: شهر}}]
"""
_CLAIMS = """\
claims:
  - id: C1
    question: {en: Which day?, fa: کدام روز؟}
    events: [E2]
    answers:
      - {id: C1-1, text: {en: The first, fa: یکم}, value: {dates: [1988-08-01]}, claimant: {en: A, fa: الف}}
      - {id: C1-2, text: {en: The third, fa: سوم}, value: {dates: [1988-08-03]}, claimant: {en: B, fa: ب}}
  - id: C2
    question: {en: In which way?, fa: چگونه؟}
    note: {en: All speak of a CANARY., fa: همه از CANARY می‌گویند.}
    warnings: [execution]
    events: [E2]
    answers:
      - {id: C2-1, text: {en: by a CANARY, fa: با CANARY}, value: {words: {}}, claimant: {en: A, fa: الف},
         counts: {en: one CANARY, fa: یک CANARY}, basis: {en: saw a CANARY, fa: CANARY دید},
         citations: [{source: S1, passage: p2, note: {en: a CANARY note, fa: یادداشت CANARY}}]}
      - {id: C2-2, text: {en: no CANARY, fa: بی CANARY}, value: {words: {}}, claimant: {en: B, fa: ب}}
"""
_STORIES = """\
stories:
  - id: tale
    title: {en: A tale, fa: یک روایت}
    summary: {en: All about the CANARY., fa: همه دربارهٔ CANARY.}
    warnings: [execution]
    steps:
      - {text: {en: Here is the CANARY., fa: این CANARY است.}, view: 1988-07/1988-08, event: E2, cites: [S1],
         dwell: 60}
      - {text: {en: There it is not., fa: آنجا نیست.}, view: 1988-08, event: E1, dwell: 60}
"""
DOCUMENT = "Before it. In the yard the CANARY stood. After it.\n"


def write_canary(folder: Path, word: str = CANARY) -> Path:
    """Write the collection with any word in place of the canary, and return its folder."""
    from hashlib import sha256

    document = DOCUMENT.replace("CANARY", word).encode()
    parts = {
        "collection": _HEAD,
        "sources": _SOURCES.replace("HASH", sha256(document).hexdigest()),
        "events": _EVENTS,
        "names": _NAMES,
        "claims": _CLAIMS,
        "stories": _STORIES,
    }
    files: dict[str, str | bytes] = {f"{k}.yaml": v.replace("CANARY", word) for k, v in parts.items()}
    return write_files(folder, {**files, "documents/s1.txt": document})
