/* complete.c - a pack that lacks a phrase or a month does not compile. */
#include "lang/pack.h"

#define BIT(n) (G_GUINT64_CONSTANT(1) << (n))
#define ALL_PHRASES (BIT(RC_PH_N - 1) - 1 + BIT(RC_PH_N - 1))
#define ALL_MONTHS (BIT(13) - BIT(1))

_Static_assert(RC_PH_N <= 64, "a set of phrases is 64 bits");

#define PHRASE(name, text) | BIT(RC_PH_##name)
#define NONE(name) | BIT(RC_PH_##name)
#include "lang/none.inc"
_Static_assert((0
#include "lang/ar.def"
    ) == ALL_PHRASES, "a phrase has no row in ar.def");
_Static_assert((0
#include "lang/en.def"
    ) == ALL_PHRASES, "a phrase has no row in en.def");
_Static_assert((0
#include "lang/es.def"
    ) == ALL_PHRASES, "a phrase has no row in es.def");
_Static_assert((0
#include "lang/fr.def"
    ) == ALL_PHRASES, "a phrase has no row in fr.def");
_Static_assert((0
#include "lang/ru.def"
    ) == ALL_PHRASES, "a phrase has no row in ru.def");
_Static_assert((0
#include "lang/zh.def"
    ) == ALL_PHRASES, "a phrase has no row in zh.def");
#include "lang/undef.inc"

#define MONTH(n, text) | BIT(n)
#include "lang/none.inc"
_Static_assert((0
#include "lang/ar.def"
    ) == ALL_MONTHS, "a month has no row in ar.def");
_Static_assert((0
#include "lang/en.def"
    ) == ALL_MONTHS, "a month has no row in en.def");
_Static_assert((0
#include "lang/es.def"
    ) == ALL_MONTHS, "a month has no row in es.def");
_Static_assert((0
#include "lang/fr.def"
    ) == ALL_MONTHS, "a month has no row in fr.def");
_Static_assert((0
#include "lang/ru.def"
    ) == ALL_MONTHS, "a month has no row in ru.def");
_Static_assert((0
#include "lang/zh.def"
    ) == ALL_MONTHS, "a month has no row in zh.def");
#include "lang/undef.inc"
