"""Going through the questions one at a time: which comes next, which came before."""

from collections.abc import Sequence

from entente.services.mactor import Forces, Question


class Walk:
    """A way through the questions of one kind.

    Attributes:
        current: The question asked now; None when all is answered.
        is_review: Whether it goes through all of them, and not the unanswered alone.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._trail: list[Question] = []
        self._skipped: set[Question] = set()
        self.current: Question | None = None
        self.is_review = False

    @property
    def can_go_back(self) -> bool:
        """Whether a question was asked before this one."""
        return bool(self._trail)

    def follow(self, forces: Forces) -> None:
        """Keep to the questions there are; begin where nothing is asked yet."""
        questions = set(forces.questions(self._kind))
        self._trail = [each for each in self._trail if each in questions]
        self._skipped &= questions
        if self.current is None or self.current not in questions:
            self.current = self._after(None, forces)

    def go_on(self, forces: Forces, *, skipping: bool = False) -> None:
        """Go to the next question; one that is skipped is asked again at the end."""
        if self.current is not None:
            self._trail.append(self.current)
            if skipping:
                self._skipped.add(self.current)
        self.current = self._after(self.current, forces)

    def go_back(self) -> None:
        """Return to the question asked before."""
        if self._trail:
            self.current = self._trail.pop()

    def go_to(self, question: Question) -> None:
        """Ask one question now."""
        if self.current is not None and self.current != question:
            self._trail.append(self.current)
        self.current = question

    def review(self, forces: Forces) -> None:
        """Go through every question once more, from the first one on."""
        self.is_review = True
        self._trail.clear()
        questions = forces.questions(self._kind)
        self.current = questions[0] if questions else None

    def _after(self, question: Question | None, forces: Forces) -> Question | None:
        if self.is_review:
            following = _following(forces.questions(self._kind), question)
            self.is_review = bool(following)
            return following[0] if following else None
        left = [each for each in forces.unanswered(self._kind) if each != question]
        fresh = [each for each in left if each not in self._skipped]
        if not fresh:
            self._skipped.clear()
        ordered = fresh or left
        same = [each for each in ordered if question and each.first == question.first]
        chosen = _nearest(same, question, forces, self._kind) or (ordered[0] if ordered else None)
        if chosen is None and question is not None and forces.answer(question) is None:
            return question
        return chosen


def _following(questions: Sequence[Question], question: Question | None) -> Sequence[Question]:
    if question not in questions:
        return ()
    return questions[questions.index(question) + 1 :]


def _nearest(
    questions: Sequence[Question], question: Question | None, forces: Forces, kind: str
) -> Question | None:
    """Return the next of some questions in the order they are all listed in."""
    order = forces.questions(kind)
    if question not in order:
        return questions[0] if questions else None
    place = order.index(question)
    later = [each for each in questions if order.index(each) > place]
    return next(iter(later or questions), None)
