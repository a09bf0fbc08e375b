"""Letters of other scripts that look like Latin ones: the usual ones, not every one there is."""

_ALIKE = {
    # Cyrillic
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425": (
        "ABESIJKMHOPCTYX"
    ),
    "\u0430\u0441\u0435\u0455\u0456\u0458\u043a\u043e\u0440\u0443\u0445": "acesijkopyx",
    "\u04ae\u04af\u04bb\u04c0\u04cf\u0501\u050c\u051a\u051b\u051c\u051d": "YyhIldGQqWw",
    # Greek
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7": (
        "ABEZHIKMNOPTYX"
    ),
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03f2\u03f3": "aikvopucj",
    # Armenian, Coptic
    "\u054d\u0555\u0570\u0575\u0578\u057d\u0581\u0585": "UOhjnugo",
    "\u2c9e\u2c9f\u2ca2\u2ca3\u2ca4\u2ca5": "OoPpCc",
    # Cherokee
    "\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13ab\u13e6\u13de\u13b7\u13e2\u13a1\u13da\u13d9": (
        "ABCDEGHJKLMPRSV"
    ),
    "\u13b3\u13c3": "WZ",
    # Latin letters without a dot, of phonetics, and small capitals
    "\u0131\u0237\u0251\u0261\u0269\u1d00\u0299\u1d04\u1d05\u1d07\u0262\u029c\u026a\u1d0a\u1d0b": (
        "ijagiabcdeghijk"
    ),
    "\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\u1d1b\u1d1c\u1d20\u1d21\u1d22": "lmnoprtuvwz",
}
LOOK_ALIKES = str.maketrans(
    {odd: plain for odds, plains in _ALIKE.items() for odd, plain in zip(odds, plains, strict=True)}
)
"""Each such letter with the Latin one, for ``str.translate``; after NFKC, which knows others."""
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "COPTIC", "CHEROKEE"})
"""The scripts whose letters are in question, as the names of characters begin."""
