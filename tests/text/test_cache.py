"""What is used stays, what is not is forgotten."""

from app.text.cache import Recent


def test_old_values_go_when_there_are_too_many() -> None:
    cache: Recent[int, str] = Recent(10)
    for number in range(100):
        cache.put(number, str(number))
    assert len(cache) <= 20
    assert cache.get(99) == "99"
    assert cache.get(0) is None


def test_what_is_asked_for_stays() -> None:
    cache: Recent[int, str] = Recent(10)
    cache.put(-1, "kept")
    for number in range(100):
        cache.put(number, str(number))
        assert cache.get(-1) == "kept"


def test_heavy_values_push_others_out_sooner() -> None:
    cache: Recent[int, str] = Recent(100, len)
    for number in range(20):
        cache.put(number, "x" * 30)
    assert len(cache) <= 8
    assert cache.get(19)
