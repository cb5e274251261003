/* text.h - the text model: what a document prints, in order, before anyone
 * knows what it says. Inputs fill it, the parser reads it.
 *
 * A document is an array of paragraphs. Where the format knows paragraphs
 * (Markdown, Word, HTML) each is one, with soft line breaks as '\n'. Where it
 * knows only printed lines (text pulled from a PDF) each printed line is one,
 * and `lines` says so: joining them is the parser's work, for it takes
 * knowledge of resolutions. */
#ifndef RC_TEXT_TEXT_H
#define RC_TEXT_TEXT_H

#include <glib.h>
#include <libxml/tree.h>

#include "base/place.h"

enum rc_style {
	RC_BOLD = 1 << 0,
	RC_ITALIC = 1 << 1,
	RC_SUPER = 1 << 2,
	RC_SUB = 1 << 3,
	RC_LINK = 1 << 4, /* href says where to, "" if the input lost it */
};

/* A stretch of a paragraph with a look; the rest is plain. In order, never
 * empty, never overlapping. Offsets are bytes of the paragraph's text. */
struct rc_span {
	guint32 start, end;
	guint32 style;
	const char *href;
};

/* A call of a note, at a byte offset of a paragraph's text, where the format
 * itself knows notes. The mark is not in the text. */
struct rc_call {
	guint32 at;
	guint32 note; /* index into notes */
};

enum rc_para_kind {
	RC_PARA_TEXT,
	RC_PARA_ROW, /* of a table: cells; its neighbours are of the same table */
	RC_PARA_TABLE_END, /* so that two tables in a row stay two */
	RC_PARA_PAGE, /* a page begins here */
};

/* What the format itself says a paragraph is. Only inputs that know structure
 * (the UN's own Akoma Ntoso, Word styles) give one; the parser then need not
 * guess, but checks. */
enum rc_role {
	RC_ROLE_UNKNOWN,
	RC_ROLE_PUBLISHER,     /* "United Nations" */
	RC_ROLE_SYMBOL,        /* "A/RES/77/36" */
	RC_ROLE_ORGAN,         /* "General Assembly" */
	RC_ROLE_BODY,          /* "Human Rights Council", below its organ */
	RC_ROLE_DISTRIBUTION,
	RC_ROLE_ISSUED,        /* date of issuance */
	RC_ROLE_DOCTYPE,       /* "Decision", above the session */
	RC_ROLE_ORIGINAL,      /* "Original: English", and the copy's language */
	RC_ROLE_SESSION,
	RC_ROLE_SESSION_DATES,
	RC_ROLE_AGENDA_ITEM,
	RC_ROLE_AGENDA_TITLE,
	RC_ROLE_ADOPTION,      /* "Resolution adopted by ... on ..." */
	RC_ROLE_PROPONENT,     /* "[on the report of ...]", or sponsors */
	RC_ROLE_TITLE,         /* number and title of the resolution */
	RC_ROLE_PART,          /* letter and title of part A, B ... */
	RC_ROLE_FORMULA,
	RC_ROLE_RECITAL,       /* a preambular paragraph or a point of one */
	RC_ROLE_TEXT,          /* of the body or of an annex */
	RC_ROLE_HEADING,
	RC_ROLE_ANNEX,         /* "Annex II" */
	RC_ROLE_CONCLUSION,    /* meeting, date, vote */
	RC_ROLE_JOB,           /* job number */
};

struct rc_para {
	const char *text;      /* NUL-terminated UTF-8, in the chunk */
	guint32 len;           /* bytes */
	guint32 span, n_spans; /* into spans */
	guint32 call, n_calls; /* into calls */
	guint32 cell, n_cells; /* into cells, for RC_PARA_ROW */
	guint8 kind;           /* enum rc_para_kind */
	guint8 role;           /* enum rc_role */
	guint8 gap;            /* empty lines before it; 255 is many */
	guint8 header;         /* a row of headings */
	guint8 rank;           /* of a heading by its style, from 1; 0 unknown */
	gint16 indent;         /* columns or points left of it; -1 unknown */
	gint16 depth;          /* of the list it is in, from 0; -1 unknown */
	guint32 marker;        /* bytes at the start that the format knows to be
	                          a number or list marker, or sets off by a
	                          TAB; 0 unknown */
	guint16 columns, rows; /* of a cell: what it spans, 0 for one */
	struct rc_place at;
};

/* A note the format itself knows; its paragraphs are an own run of
 * note_paras. */
struct rc_note {
	const char *marker;    /* "1", "*", "a" */
	guint32 para, n_paras; /* into note_paras */
	struct rc_place at;
};

/* What the format says of the document beside its text (the properties of a
 * Word file). The parser takes it where the text is silent, and tells where
 * they differ. NULL: not said. */
struct rc_facts {
	const char *symbol; /* "A/RES/77/36" */
	const char *job;    /* "22-28327" */
	const char *language; /* "en" */
};

struct rc_text {
	GStringChunk *chunk;   /* all strings live here */
	GArray *paras;         /* struct rc_para */
	GArray *spans;         /* struct rc_span */
	GArray *calls;         /* struct rc_call */
	GArray *cells;         /* struct rc_para */
	GArray *notes;         /* struct rc_note */
	GArray *note_paras;    /* struct rc_para */
	gboolean lines;        /* paras are printed lines */
	const char *language;  /* ISO 639-3, if the format says; else NULL */
	GBytes *akn;           /* Akoma Ntoso that is to be read instead; owned,
	                          or NULL */
	struct rc_facts facts; /* strings in the chunk */
	xmlDoc *tree;          /* the Akoma Ntoso it was read from, for the parser
	                          to take over metadata; else NULL. Owned */
};

void rc_text_init(struct rc_text *text);
void rc_text_done(struct rc_text *text);

/* A paragraph with nothing but its text, copied (len < 0: NUL-terminated),
 * and place, not yet added. Indent and depth are unknown. */
struct rc_para rc_para_make(struct rc_text *text, const char *s, gssize len,
    const struct rc_place *at);
/* Add a paragraph. Spans and calls added since the last one must have been
 * counted into it by the caller. FALSE when a limit is reached. */
gboolean rc_text_add(struct rc_text *text, const struct rc_para *para,
    GError **error);
/* A span of the paragraph that is being made. */
void rc_text_span(struct rc_text *text, struct rc_para *para, guint32 start,
    guint32 end, guint32 style, const char *href);

static inline struct rc_para *
rc_text_para(const struct rc_text *text, guint i)
{
	return &g_array_index(text->paras, struct rc_para, i);
}

static inline const struct rc_span *
rc_para_span(const struct rc_text *text, const struct rc_para *para, guint i)
{
	return &g_array_index(text->spans, struct rc_span, para->span + i);
}

/* The place of a byte offset in a paragraph: lines are counted by its soft
 * breaks. */
struct rc_place rc_para_place(const struct rc_para *para, guint32 offset);

#endif
