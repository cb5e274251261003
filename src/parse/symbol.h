/* symbol.h - symbols of documents as they are printed. */
#ifndef RC_PARSE_SYMBOL_H
#define RC_PARSE_SYMBOL_H

#include <glib.h>

/* Bytes of the document symbol that a text starts with ("A/77/380",
 * "S/RES/2506 (2020)", "A/RES/75/254 A-C", "A/C.1/77/L.23/Rev.1"), 0 if it
 * starts with none. Full stops and commas after it do not belong to it. */
gsize rc_symbol_take(const char *text, gsize len);
/* Job number: "22-28101 (E)", "GE.24-05123(E)": bytes, or 0. */
gsize rc_job_take(const char *text, gsize len);

#endif
