/* inline.h - the marks within a paragraph of Markdown: what they make bold,
 * italic, raised or a link, and the text without them. */
#ifndef RC_INPUT_INLINE_H
#define RC_INPUT_INLINE_H

#include "text/text.h"

enum rc_event_kind {
	RC_EVENT_DROP,     /* bytes that are not printed */
	RC_EVENT_PUT,      /* bytes that stand for the character in arg */
	RC_EVENT_RUN,      /* a run of * or _ */
	RC_EVENT_TAG,      /* <b>, </sup> ... */
	RC_EVENT_LINK,     /* "[" or "![" */
	RC_EVENT_LINK_END, /* "](target)" */
	RC_EVENT_RAISED,   /* raised text with arg bytes of mark before it and
	                      `close` bytes behind it */
};

/* A stretch of the source that does not stand for itself. RUN and TAG: the
 * styles that end and that begin there; what they do not use is text. */
struct rc_event {
	guint32 at, len;   /* bytes of the source */
	guint32 arg;       /* LINK: 1 + index of its LINK_END, 0 if it is text;
	                      LINK_END: where the target begins */
	guint8 kind;       /* enum rc_event_kind */
	guint8 close, open;
};

/* Reads paragraphs one after another; used for a whole document. */
struct rc_inline {
	struct rc_text *text;
	GArray *events;    /* struct rc_event */
	GArray *spans;     /* struct rc_span of out */
	GString *out;
	guint n_events;    /* of the document so far, for RC_MAX_MARKS */
};

void rc_inline_init(struct rc_inline *in, struct rc_text *text);
void rc_inline_done(struct rc_inline *in);
/* A paragraph, not yet added, of source in which lines are parted by LF. style
 * is what all of it has. A mark without a partner stays text. Takes time and
 * memory in proportion to len. FALSE when RC_MAX_MARKS is reached. */
gboolean rc_inline_para(struct rc_inline *in, const char *s, gsize len,
    guint32 style, const struct rc_place *at, struct rc_para *para,
    GError **error);

/* ---- emphasis.c ---- */

/* Which emphasis of one kind of mark is open: 1 + index of the event that
 * opened it, 0 for none. */
struct rc_emphasis {
	guint32 open[2];   /* italic, bold */
	guint strays;      /* runs that could only close, and nothing was open */
	gboolean words;    /* marks within a word are text, as for "_" */
};

/* Resolve the run of marks at s, whose event is the last one. */
void rc_emphasis_run(struct rc_emphasis *emphasis, GArray *events,
    const char *start, const char *s, const char *end);
/* What is still open was no mark. */
void rc_emphasis_end(struct rc_emphasis *emphasis, GArray *events);

/* ---- entity.c ---- */

/* The character an HTML entity at s ("&") names, and its bytes in *len; 0 if
 * it is none, or one that cannot stand in a text. */
gunichar rc_entity(const char *s, const char *end, gsize *len);

#endif
