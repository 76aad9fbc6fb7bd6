"""People who type, as the editor's scripts ask the server: previews while they go on, a save and small pictures after.

Bounded: each stops by the clock. The server is on this machine.
"""

import http.client
import random
import threading
import time
import urllib.parse
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from rows_web import Visitor

# In s. A letter every 0.25 s on average is 48 words a minute; the editor asks once a key is followed by so much quiet.
_KEY_GAP = (0.12, 0.38)
_QUIET = 0.15
# After words people look at the picture, or at the paper that they copy from.
_LOOK = (3.0, 8.0)

_PHRASES = (
    "Warm hart zoekt vast contract.",
    "Elke dag telt. Jij ook, hier bij ons.",
    "Zorg is een werkwoord, en wij zoeken jou.",
    "Kom werken in een team dat lacht.",
)


@dataclass(slots=True)
class Record:
    """What many people found. seconds: of each answer, by the kind of question. trouble: answers that were none."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    trouble: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float, status: int) -> None:
        with self._lock:
            self.seconds[kind].append(seconds)
            if status != http.client.OK:
                self.trouble.append(f"{kind}: {status}")


def type_together(base: str, count: int, seconds: float) -> Record:
    """Let so many people begin a poster and type for so long. Returns what they found."""
    record = Record()
    people = [_Person(base, number, record) for number in range(count)]
    until = time.perf_counter() + seconds
    with ThreadPoolExecutor(count) as threads:
        for done in [threads.submit(person.type_until, until) for person in people]:
            done.result()
    return record


class _Person:
    """Somebody with a poster, a browser's connection, and habits of their own."""

    def __init__(self, base: str, number: int, record: Record) -> None:
        visitor = Visitor(base)
        self._path = urllib.parse.urlsplit(visitor.address).path
        self._fields = {**visitor.fields, "photo.photo.file": "brand:verpleegkundige-2", "page": f"{number:032x}"}
        self._cookies = visitor.cookies
        self._line = http.client.HTTPConnection(urllib.parse.urlsplit(base).netloc, timeout=30)
        self._habits, self._record = random.Random(number), record
        self._turn = 0

    def type_until(self, until: float) -> None:
        time.sleep(self._habits.uniform(0, _LOOK[1]))
        while time.perf_counter() < until:
            self._type(self._habits.choice(_PHRASES), until)
            self._ask("small pictures", "/vormen")
            self._turn += 1
            self._ask("save", "", do="save", turn=str(self._turn))
            time.sleep(self._habits.uniform(*_LOOK))

    def _type(self, phrase: str, until: float) -> None:
        for end in range(1, len(phrase) + 1):
            if time.perf_counter() > until:
                return
            self._fields["text.headline"] = phrase[:end]
            gap = self._habits.uniform(*_KEY_GAP)
            time.sleep(min(gap, _QUIET))
            if gap > _QUIET:
                took = self._ask("preview", "/voorbeeld")
                time.sleep(max(0.0, gap - _QUIET - took))

    def _ask(self, kind: str, path: str, **more: str) -> float:
        body = urllib.parse.urlencode({**self._fields, **more})
        start = time.perf_counter()
        status = self._answered(self._path + path, body)
        took = time.perf_counter() - start
        self._record.note(kind, took, status)
        return took

    def _answered(self, path: str, body: str) -> int:
        """Send a form and read the answer. A line that was closed meanwhile is opened again, as browsers do."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
            "Accept-Encoding": "br, gzip",
            "Cookie": self._cookies,
        }
        for is_last in (False, True):
            try:
                self._line.request("POST", path, body, headers)
                answer = self._line.getresponse()
                answer.read()
                return answer.status
            except (http.client.RemoteDisconnected, ConnectionError):
                self._line.close()
                if is_last:
                    return 0
        return 0
