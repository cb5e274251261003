/* survey.h - whether a text is Markdown or printed lines. */
#ifndef RC_INPUT_SURVEY_H
#define RC_INPUT_SURVEY_H

#include <glib.h>

/* What speaks for either, counted over the beginning of a text. */
struct rc_survey {
	guint lines;     /* that are not empty */
	guint emphasis;  /* pairs of * or _ that are no bar code */
	guint links;     /* "](" */
	guint marks;     /* headings, table rows, quotations, escapes */
	guint pages;     /* form feeds */
	guint indents;   /* lines indented by four columns or more */
	guint columns;   /* lines with a wide run of blanks in them */
	guint wrapped;   /* lines as long as a printed one, with one following */
	gsize characters, in_long_lines;
};

/* Survey the first 64 KiB of a text. */
struct rc_survey rc_survey_take(const char *s, gsize len);
/* rc_weigh_fn of the two inputs. */
int rc_survey_markdown(const struct rc_survey *survey, const char *name);
int rc_survey_plain(const struct rc_survey *survey, const char *name);
/* Whether lines are paragraphs: more than half of the text is in lines that
 * are longer than any printed one. */
gboolean rc_survey_is_unwrapped(const char *s, gsize len);

#endif
