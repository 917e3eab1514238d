# SPDX-License-Identifier: EUPL-1.2
# Wapiti 3.0.4, as Debian has it, writes the flags of an expression at its end, which Python refuses since 3.11: without
# this it cannot pass over an address (-x).
import re

_compile = re.compile


def _flags_first(pattern, flags=0):
    if isinstance(pattern, str) and pattern.endswith(r"\Z(?ms)"):
        pattern = "(?ms)" + pattern[: -len("(?ms)")]
    return _compile(pattern, flags)


re.compile = _flags_first


# sqlmap 1.7.2, as Debian has it, asks for TLS 1.2 at most, and where it shows a certificate it wants one of the system's
# authorities in return. It talks to nobody but the doors that it attacks.
import ssl

ssl.PROTOCOL_TLSv1 = ssl.PROTOCOL_TLSv1_2 = ssl.PROTOCOL_TLS
ssl._create_default_https_context = ssl._create_unverified_context
