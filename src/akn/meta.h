/* meta.h - the metadata of a resolution, and <meta> made from it. */
#ifndef RC_AKN_META_H
#define RC_AKN_META_H

#include <glib.h>

#include "akn/akn.h"

#define AKN_MAX_AGENDA_ITEMS 32

/* What <identification> says, for a document or a part of one. Strings are
 * borrowed; NULL is not known. Dates are "YYYY-MM-DD". */
struct akn_meta {
	const char *name;          /* of the statement: "resolution" */
	const char *symbol;        /* "A/RES/77/36" */
	const char *number;        /* "77/36" as printed */
	const char *actor;         /* "unga"; by akn4un.md §2.2 */
	const char *language;      /* ISO 639-3 */
	const char *adopted;       /* date of adoption */
	const char *adopted_name;  /* "adoption", "voting"; NULL: adoption */
	const char *issued;        /* date of issuance */
	const char *marked_up;     /* date of the manifestation; NULL: issued */
	const char *session;       /* "77", "2024" */
	const char *session_text;  /* as printed */
	const char *meeting;       /* as printed */
	const char *job;           /* job number as printed */
	const char *part;          /* letter of a part: "A"; NULL for none */
	gboolean collection;       /* the publication that holds the parts: its
	                              number is the symbol without letters */
	const char *agenda_items[AKN_MAX_AGENDA_ITEMS];  /* "94", "13 (b)" */
	const char *agenda_titles[AKN_MAX_AGENDA_ITEMS]; /* as printed */
	guint n_agenda_items, n_agenda_titles;
};

/* The number as <FRBRnumber> has it: with the letter of a part. */
void akn_meta_number(const struct akn_meta *meta, GString *value);
/* "77/36" as an IRI has it: "77-36"; "2767 (2024)" is "2767-2024",
 * "80/84 B" "80-84B", "2200 A (XXI)" "2200A-XXI" (akn4un.md §2.4). */
void akn_iri_number(const char *number, GString *out);
/* "/akn/un/statement/deliberation/unga/2022-12-07/77-36"; of a collection
 * "/akn/un/documentCollection/publication/unga/2022-12-14/A-RES-77-36" with the
 * date of issuance. An unknown date is 1900-01-01. */
void akn_work_iri(const struct akn_meta *meta, GString *out);
/* Write <meta> as the first child of the document element that is open, when
 * all its content has been written: <references> gets an entry for every
 * "#term" that the whole tree refers to. component is "main" or "annex_1";
 * those of annexes and parts (whole FALSE) have no <references>, for the file
 * has one. other
 * is an Akoma Ntoso tree whose votes, keywords and steps are taken over
 * (carry.h), or NULL. */
void akn_write_meta(struct akn_builder *b, const struct akn_meta *meta,
    const char *component, gboolean whole, const xmlNode *other);
/* "ga" of "unga": the term of the organ whose work it is; "un" for others. */
const char *akn_organ_term(const char *actor);

#endif
