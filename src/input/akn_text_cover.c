/* akn_text_cover.c - what the lines of cover page and preface are, by the
 * elements that published files and the guidelines put into them. */
#include "input/akn_text.h"

#include <string.h>

#define COVER (1 << AREA_COVER)
#define PREFACE (1 << AREA_PREFACE)

/* By kind of element and, where given, by @refersTo (without its #) or the
 * end of @name (without prefix, blanks and capitals). The first row wins. */
static const struct {
	guint8 kind, areas, role;
	const char *refers, *name;
} rows[] = {
	{AKN_DOC_AUTHORITY, COVER, RC_ROLE_PUBLISHER, "publisher", NULL},
	{AKN_DOC_AUTHORITY, COVER, RC_ROLE_PUBLISHER, "un", NULL},
	{AKN_DOC_AUTHORITY, COVER, RC_ROLE_BODY, "subsidiaryBody", NULL},
	{AKN_DOC_AUTHORITY, COVER, RC_ROLE_BODY, "hrc", NULL},
	{AKN_DOC_AUTHORITY, COVER, RC_ROLE_ORGAN, NULL, NULL},
	{AKN_DOC_NUMBER, COVER, RC_ROLE_SYMBOL, NULL, NULL},
	{AKN_DOC_STATUS, COVER, RC_ROLE_DISTRIBUTION, NULL, NULL},
	{AKN_DOC_DATE, COVER, RC_ROLE_ISSUED, "dateOfIssuance", NULL},
	{AKN_DOC_DATE, COVER | PREFACE, RC_ROLE_ADOPTION, "dateOfAdoption",
	    NULL},
	{AKN_DOC_DATE, COVER | PREFACE, RC_ROLE_ADOPTION, "adoptionDate",
	    NULL},
	{AKN_SESSION, COVER | PREFACE, RC_ROLE_SESSION, NULL, NULL},
	{AKN_EVENT, COVER | PREFACE, RC_ROLE_SESSION_DATES, "session", NULL},
	{AKN_DOC_TITLE, COVER | PREFACE, RC_ROLE_TITLE, "resolutionNumber",
	    NULL},
	{AKN_DOC_TITLE, COVER | PREFACE, RC_ROLE_PROPONENT, "sponsors", NULL},
	{AKN_DOC_TITLE, PREFACE, RC_ROLE_TITLE, NULL, NULL},
	{AKN_DOC_TITLE, COVER, RC_ROLE_ADOPTION, NULL, NULL},
	{AKN_DOC_PROPONENT, COVER | PREFACE, RC_ROLE_PROPONENT, NULL, NULL},
	{AKN_DOC_TYPE, COVER, RC_ROLE_DOCTYPE, NULL, NULL},
	{AKN_DOC_TYPE, PREFACE, RC_ROLE_TITLE, NULL, NULL},
	{AKN_DOC_NUMBER, PREFACE, RC_ROLE_PART, "letter", NULL},
	{AKN_DOC_NUMBER, PREFACE, RC_ROLE_PART, "partLetter", NULL},
	{AKN_DOC_NUMBER, PREFACE, RC_ROLE_TITLE, NULL, NULL},
	{AKN_INLINE_, COVER | PREFACE, RC_ROLE_AGENDA_ITEM, NULL,
	    "agendaitem"},
	{AKN_INLINE_, COVER | PREFACE, RC_ROLE_AGENDA_TITLE, NULL,
	    "agendaitemname"},
	{AKN_INLINE_, COVER | PREFACE, RC_ROLE_AGENDA_TITLE, NULL,
	    "agendaitemtitle"},
	{AKN_INLINE_, COVER, RC_ROLE_ORIGINAL, NULL, "originallanguage"},
	{AKN_INLINE_, COVER, RC_ROLE_ORIGINAL, NULL, "languageofexpression"},
	{AKN_INLINE_, COVER, RC_ROLE_DISTRIBUTION, NULL, "distribution"},
};

/* "akn4un:agendaItem", "agenda item" as "agendaitem". */
static gboolean
is_named(const xmlNode *node, const char *name)
{
	const char *s = akn_get(node, "name");

	if (!s)
		return FALSE;
	if (strchr(s, ':'))
		s = strchr(s, ':') + 1;
	for (; *s && *name; s++)
		if (*s != ' ' && g_ascii_tolower(*s) != *name++)
			return FALSE;
	return !*s && !*name;
}

static gboolean
is_referring(const xmlNode *node, const char *term)
{
	const char *s = akn_get(node, "refersTo");

	return s && strcmp(s + (*s == '#'), term) == 0;
}

/* The preface of an annex: its label and its title. */
static enum rc_role
said_in_annex(enum akn_kind kind)
{
	if (kind == AKN_DOC_TITLE)
		return RC_ROLE_HEADING;
	return kind == AKN_DOC_TYPE || kind == AKN_DOC_NUMBER ? RC_ROLE_ANNEX
	                                                      : 0;
}

/* The preface of a part: its letter and its title. */
static enum rc_role
said_in_part(enum akn_kind kind)
{
	return kind == AKN_DOC_TITLE ? RC_ROLE_HEADING : RC_ROLE_PART;
}

enum rc_role
akn_said(const struct akn_frame *frame, const xmlNode *node)
{
	if (frame->area != AREA_COVER && frame->area != AREA_PREFACE)
		return 0;
	if (frame->annex)
		return said_in_annex(frame->kind);
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (rows[i].kind != frame->kind ||
		    !(rows[i].areas & 1 << frame->area) ||
		    (rows[i].refers && !is_referring(node, rows[i].refers)) ||
		    (rows[i].name && !is_named(node, rows[i].name)))
			continue;
		return frame->part && rows[i].role == RC_ROLE_TITLE
		    ? said_in_part(frame->kind)
		    : rows[i].role;
	}
	return 0;
}
