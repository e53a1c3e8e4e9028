"""Speakers who are described and not named: which words are one of them, and what each is called."""

from __future__ import annotations

from collections import defaultdict, deque

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Mention, MentionKind, Span, SpeakerKind
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.descriptions import described_kind
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.organisations_meant import may_be_any
from factsheet.speakers.owned import Owned
from factsheet.speakers.runs import span_of

_INDEFINITE = {"a", "an", "one", "another", "some"}
_ARTICLES = {"the", "a", "an"}
_ARTICLE_AND_NOUN = 2


def mention(cluster: Cluster, span: Span, kind: MentionKind) -> None:
    """Give the speaker a mention, once."""
    cluster.mention(Mention(span.start, span.end, span.text, kind))


class Described:
    """The described speakers of an article. Each that is opened is added to the article's clusters."""

    def __init__(self, doc: Doc, clusters: list[Cluster], owned: Owned) -> None:
        self._doc = doc
        self._clusters = clusters
        self._owned = owned
        self._by_key: dict[str, Cluster] = {}
        # Persons without a name ("a senior official", "the mayor's lawyer"), by the noun that says what they are.
        self._unnamed: dict[str, list[Cluster]] = {}
        self._left: dict[str, deque[int]] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for token in doc:
            self._places[token.lower_].append(token.i)

    def by_words(self, span: Span, kind: SpeakerKind, key: str | None = None) -> Cluster:
        """The speaker whom the words describe: the same words, articles aside, are the same speaker. ``key`` stands for
        the words where these alone do not tell."""
        key = key or _without_articles(folded(" ".join(span.text.split())))
        cluster = self._by_key.get(key)
        if cluster is None:
            cluster = self._by_key[key] = Cluster(kind)
            self._clusters.append(cluster)
        mention(cluster, span, "description")
        return cluster

    def speaker(self, tokens: Tokens, root: Token) -> Cluster:
        """The speaker whom the words, headed by ``root``, describe: the same words are the same one, and so are words
        that say the same of one owner ("his campaign", "the Roe campaign")."""
        while len(tokens) > 1 and (tokens[-1].tag_ == "POS" or tokens[-1].is_punct):
            tokens = tokens[:-1]
        key, owned = self._key(tokens, root)
        kind = described_kind(tokens, root)
        if not owned and (fuller := self._in_full(tokens, root)) is not None:
            cluster = self.by_words(span_of(self._doc, fuller.start, fuller.end), kind)
            mention(cluster, span_of(self._doc, tokens.start, tokens.end), "description")
            return cluster
        cluster = self.by_words(span_of(self._doc, tokens.start, tokens.end), kind, key)
        unnamed = self._unnamed.setdefault(root.lower_, [])
        somebodys = any(token.tag_ == "POS" for token in tokens)
        if kind == "person" and (tokens[0].lower_ in _INDEFINITE or somebodys):
            unnamed += [cluster] if not any(cluster is other for other in unnamed) else []
        if owned:
            cluster.preferred = owned
        return cluster

    def known(self, tokens: Tokens, root: Token) -> Cluster | None:
        """The speaker whom the words describe, if one was opened for them."""
        return self._by_key.get(self._key(tokens, root)[0])

    def unnamed_before(self, tokens: Tokens, root: Token) -> Cluster | None:
        """Who is taken up by "the official": the only one described as "an official", "the mayor's official" or the
        like before, where no other official is spoken of."""
        if len(tokens) != _ARTICLE_AND_NOUN or tokens[0].lower_ != "the":
            return None
        unnamed = self._unnamed.get(root.lower_, [])
        if len(unnamed) != 1 or unnamed[0].start > tokens.start_char:
            return None
        # Whoever has been taken up so stays so: only what comes behind is looked at.
        if root.lower_ not in self._left:
            places = (*self._places[root.lower_], *self._places[f"{root.lower_}s"])
            self._left[root.lower_] = deque(sorted(self._doc[i].idx for i in places))
        left = self._left[root.lower_]
        while left and left[0] < tokens.start_char:
            if not any(place.start <= left[0] < place.end for place in reversed(unnamed[0].other)):
                return None
            left.popleft()
        return unnamed[0]

    def _in_full(self, tokens: Tokens, root: Token) -> Tokens | None:
        """What "the administration" was called before, if it was called one thing alone with a name before the noun:
        "the Okoro administration"; where a body has the noun in its name, it may be that one."""
        small = all(token.text.islower() for token in tokens[1:])
        if tokens[0].lower_ != "the" or not small or not lexicon.is_organisation_head(root.text):
            return None
        bodies = (r.form for c in self._clusters if c.kind == "organisation" for r in c.references)
        if may_be_any(root) or any(folded(root.text) in folded(form).split() for form in bodies):
            return None
        wanted = [token.lower_ for token in tokens[1:]]
        found: dict[str, Tokens] = {}
        for head in (self._doc[i] for i in self._places[root.lower_] if i < tokens.start):
            first = head.i + 1 - len(wanted)
            if [t.lower_ for t in self._doc[max(first, 0) : head.i + 1]] != wanted:
                continue
            phrase = self._doc[head.left_edge.i : head.i + 1]
            if any(token.text[:1].isupper() and token.lower_ != "the" for token in phrase[: first - phrase.start]):
                found.setdefault(_without_articles(folded(phrase.text)), phrase)
        return next(iter(found.values())) if len(found) == 1 else None

    def _key(self, tokens: Tokens, root: Token) -> tuple[str, str]:
        """What tells the speaker who is described from others, and the name with its owner, if it has one."""
        owned = self._owned.owner(tokens, root) or self._owned.taken_up(tokens, root)
        if owned is not None:
            owner, what = owned
            return f"{id(owner)} {folded(what)}", f"{owner.name}’s {what}"
        words = folded(" ".join(tokens.text.split()))
        indefinite = tokens[0].lower_ in _INDEFINITE and described_kind(tokens, root) == "person"
        if indefinite or self._owned.is_owned_by_somebody(tokens):
            return f"{words} {tokens.start_char}", ""
        return _without_articles(words), ""


def _without_articles(words: str) -> str:
    return " ".join(word for word in words.split() if word not in _ARTICLES) or words
