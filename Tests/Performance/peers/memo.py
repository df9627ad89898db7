"""The product's way of tagging, in Python: each word form is resolved once and looked up after.

It follows the rules of the page Tagging for codebooks whose terms are single words in the lists
`led` and `slut`, of the same weight. It finds what `inspel tag` finds, which the benchmark checks.
"""
import re

TOKEN = re.compile(r"[^\W_]+")
# Words that are never the first half of a compound written as two words.
ALONE = set("""alla andra att av bara de dem den det där då du en er ett för från har hos hur här i
inte ja jag kan man med men mer min mot ni nu när och om på sin ska som så till utan vi vid vad var
vår är än""".split())
WEIGHT = 2


class Memo:
    def __init__(self, themes, endings, threshold=2, most=3):
        self.theme_of = {}
        for place, theme in enumerate(themes):
            for term in theme["terms"]:
                self.theme_of[term] = place
        self.keys = [theme["id"].lower() for theme in themes]
        self.endings = set(endings) | {""}
        self.longest_ending = max(map(len, self.endings))
        self.least = min(map(len, self.theme_of))
        self.longest = max(map(len, self.theme_of))
        self.beginnings = {term[:n] for term in self.theme_of for n in range(1, len(term))}
        self.most = most
        self.threshold = threshold
        self.known = {}

    def resolve(self, form):
        """The terms a form is a hit of, and whether it may be the first half of one."""
        terms = []
        for length in range(self.least, min(self.longest, len(form)) + 1):
            if form[:length] in self.theme_of:
                terms.append(form[:length])
        for ending in range(min(self.longest_ending, len(form) - self.least) + 1):
            end = len(form) - ending
            if form[end:] not in self.endings:
                continue
            for start in range(max(0, end - self.longest), end - self.least + 1):
                if form[start:end] in self.theme_of and form[start:end] not in terms:
                    terms.append(form[start:end])
        opens = form in self.beginnings and form not in ALONE
        return (tuple(terms), opens) if terms or opens else None

    def tag(self, text):
        """The suggested themes: (theme, score, terms)."""
        hits = []  # first token, last token, term
        known = self.known
        opened = None  # the form before, where it ended and its number, if it may be a first half
        for number, token in enumerate(TOKEN.finditer(text.lower())):
            form = token.group()
            try:
                meaning = known[form]
            except KeyError:
                meaning = known[form] = self.resolve(form)
            if opened:
                before, end, place = opened
                if token.start() == end + 1 and text[end] == " ":
                    both = before + form
                    for length in range(max(self.least, len(before) + 1),
                                        min(self.longest, len(both)) + 1):
                        term = both[:length]
                        if term in self.theme_of and not form.startswith(term):
                            hits.append((place, number, term))
                opened = None
            if meaning:
                for term in meaning[0]:
                    hits.append((number, number, term))
                if meaning[1]:
                    opened = (form, token.end(), number)
        return self.choose(hits) if hits else []

    def choose(self, hits):
        if len(hits) > 1:
            hits.sort(key=lambda hit: (-len(hit[2]), hit[0]))
            longest, taken, kept = {}, {}, []
            for hit in hits:
                first, last, term = hit
                tokens = range(first, last + 1)
                if any(longest.get(token, 0) > len(term) for token in tokens):
                    continue
                theme = self.theme_of[term], len(term)
                if first <= taken.get(theme, -1):
                    continue
                taken[theme] = last
                for token in tokens:
                    longest[token] = len(term)
                kept.append(hit)
            kept.sort(key=lambda hit: hit[0])
            hits = kept
        terms = {}
        for _, _, term in hits:
            terms.setdefault(self.theme_of[term], []).append(term)
        scored = [(-WEIGHT * len(set(found)), theme) for theme, found in terms.items()]
        scored = sorted(item for item in scored if -item[0] >= self.threshold)[:self.most]
        return [(theme, -score, terms[theme]) for score, theme in scored]
