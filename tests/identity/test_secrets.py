"""Keys as text: what was shown is read back, and nothing else is a key."""

from hypothesis import given
from hypothesis import strategies as st

from server.identity.secrets import PREFIX, ApiKey, digest, new_secret
from server.ids import new_id


def a_key() -> ApiKey:
    return ApiKey(organization_id=new_id(), id=new_id(), secret=new_secret())


def test_what_was_shown_is_read_back() -> None:
    key = a_key()
    assert ApiKey.read(str(key)) == key
    assert str(key).startswith(PREFIX)
    assert str(key).removeprefix(PREFIX).replace("-", "").replace("_", "").isalnum()


def test_no_two_secrets_are_alike_and_their_digests_tell_them_apart() -> None:
    one, other = a_key(), a_key()
    assert one.secret != other.secret
    assert one.digest == digest(one.secret) != other.digest


def test_a_turned_bit_makes_another_key_or_none() -> None:
    key = a_key()
    text = str(key).encode()
    for place in range(len(text)):
        for bit in range(8):
            turned = bytearray(text)
            turned[place] ^= 1 << bit
            assert ApiKey.read(turned.decode("latin-1")) != key


@given(st.one_of(st.text(), st.from_regex(r"okrlog_[-_A-Za-z0-9=+/ ]{0,100}", fullmatch=True)))
def test_whatever_is_read_is_said_in_one_way(text: str) -> None:
    key = ApiKey.read(text)
    assert key is None or str(key) == text
