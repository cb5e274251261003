/* plain.c - text without marks: the printed lines that pdftotext gives, each
 * a paragraph of the text model, or paragraphs of one long line each. */
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/chars.h"
#include "input/direction.h"
#include "input/encoding.h"
#include "input/input.h"
#include "input/lines.h"
#include "input/spacing.h"
#include "input/survey.h"

#define MANY_LINES 255u /* the greatest gap */

/* Raised characters are the one style that plain text has. */
static gboolean
add_raised(struct rc_text *text, struct rc_para *para, GError **error)
{
	const char *s = para->text, *end = s + para->len;

	while ((s = rc_raised_from(s, end)) < end) {
		gsize n = text->spans->len > RC_MAX_MARKS ? 0 :
		    rc_raised_run(s, end);
		rc_text_span(text, para, s - para->text, s - para->text + n,
		    RC_SUPER, NULL);
		s += n ? n : g_utf8_skip[(guchar)*s];
	}
	if (text->spans->len > RC_MAX_MARKS)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u raised characters; split the input",
		    RC_MAX_MARKS);
	return TRUE;
}

static gboolean
add_page(struct rc_text *text, struct rc_place *at, guint gap, GError **error)
{
	struct rc_para page;

	if (!at->line)
		return TRUE;
	page = rc_para_make(text, "", 0, at);
	page.kind = RC_PARA_PAGE;
	page.gap = MIN(gap, MANY_LINES);
	at->line = 0;
	return rc_text_add(text, &page, error);
}

static gboolean
add_line(struct rc_text *text, struct rc_line line, guint gap, GError **error)
{
	guint indent = rc_line_indent(&line);
	struct rc_para para;

	para = rc_para_make(text, line.s, line.len, &line.at);
	para.indent = MIN(indent, G_MAXINT16);
	para.gap = MIN(gap, MANY_LINES);
	return add_raised(text, &para, error) &&
	    rc_text_add(text, &para, error);
}

/* A page is told only when something is on it. */
static gboolean
read_lines(struct rc_text *text, struct rc_lines *lines, GError **error)
{
	struct rc_place page = {0};
	guint gap = 0, page_gap = 0;
	struct rc_line line;

	while (rc_lines_next(lines, &line)) {
		if (line.new_page) {
			page_gap = page.line ? page_gap : gap;
			page = line.at;
			gap = 0;
		}
		line.len = rc_line_trimmed(line.s, line.len);
		if (!line.len) {
			gap++;
			continue;
		}
		if (!add_page(text, &page, page_gap, error) ||
		    !add_line(text, line, gap, error))
			return FALSE;
		gap = 0;
	}
	return TRUE;
}

static gboolean
read_plain(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	struct rc_lines lines;
	struct rc_utf8 utf8;
	const char *s;
	GString *mended;
	gsize len;
	gboolean ok;

	if (!rc_utf8_read(data, size, diags, &utf8, error))
		return FALSE;
	mended = rc_direction_read(utf8.s, utf8.len, diags);
	if (!mended)
		mended = rc_spacing_read(utf8.s, utf8.len);
	s = mended ? mended->str : utf8.s;
	len = mended ? mended->len : utf8.len;
	text->lines = !rc_survey_is_unwrapped(s, len);
	rc_lines_init(&lines, s, len, utf8.skipped);
	ok = read_lines(text, &lines, error);
	if (ok && text->lines)
		rc_spacing_close(text);
	if (mended)
		g_string_free(mended, TRUE);
	rc_utf8_done(&utf8);
	return ok;
}

const struct rc_input rc_input_plain = {
    .format = {
        .name = "plain",
        .summary = "printed lines of text, as pdftotext gives them",
        .suffix = ".txt",
        .media_type = "text/plain",
    },
    .weigh = rc_survey_plain,
    .read = read_plain,
};
