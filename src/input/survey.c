/* survey.c - whether a text is Markdown or printed lines. */
#include "input/survey.h"

#include <string.h>

#include "base/plain.h"
#include "input/lines.h"
#include "text/char.h"

#define SURVEY_BYTES (64u << 10)
#define DEEP_INDENT 4u
#define WIDE_GAP 3u
/* A printed line has 60 to 130 columns, blanks at its left included. */
#define PRINTED_COLUMNS 45u
#define LONG_COLUMNS 200u

/* Scores. Those of the two inputs add up to BASE, NAMED aside. */
#define BASE 90
#define NAMED 5

/* What a finding is worth. */
static const struct {
	int emphasis, links, marks, pages, indents, columns, wrapped;
} worth = {.emphasis = 8, .links = 12, .marks = 8, .pages = 16, .indents = 4,
    .columns = 4, .wrapped = 1};

/* What a byte adds to the columns of its line. A character of three bytes
 * takes two, mostly. */
static const guint8 widths[256] = {
    [0 ... 0x7F] = 1, [0xC0 ... 0xE2] = 1, [0xE3 ... 0xEF] = 2,
    [0xF0 ... 0xFF] = 1};

static gsize
columns_of(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len;
	gsize columns = 0;

	while (s < end) {
		const char *plain = rc_plain_end(s, end);

		columns += plain - s;
		for (s = plain; s < end && !rc_is_plain(*s); s++)
			columns += widths[(guchar)*s];
	}
	return columns;
}

/* Whether there is a run of blanks like those between columns: one of its
 * bytes is among every so many. */
static gboolean
has_wide_gap(const struct rc_line *line)
{
	const char *s = line->s;

	for (gsize to = WIDE_GAP - 1; to < line->len; to += WIDE_GAP) {
		gsize from = to;

		while (from && s[from - 1] == ' ')
			from--;
		while (to < line->len && s[to] == ' ')
			to++;
		if (to - from >= WIDE_GAP)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_figure(char c)
{
	return g_ascii_isdigit(c) || c == ' ' || c == '*';
}

/* Pairs of emphasis marks in a line. What they hold is more than figures: a
 * bar code is printed as "*2326243*". */
static guint
count_pairs(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len, *from = NULL;
	guint n = 0;

	while ((s = memchr(s, '*', end - s))) {
		const char *run = s;

		while (s < end && *s == '*')
			s++;
		if (!from) {
			gunichar after = rc_char_at(s, end);

			from = rc_is_blank(after) || rc_is_closing(after) ?
			    NULL : s;
			continue;
		}
		if (run[-1] == ' ')
			continue;
		while (from < run && is_figure(*from))
			from++;
		n += from < run;
		from = NULL;
	}
	return n;
}

static guint
count_links(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len;
	guint n = 0;

	while ((s = memchr(s, ']', end - s)))
		n += ++s < end && *s == '(';
	return n;
}

static guint
count_escapes(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len;
	guint n = 0;

	while ((s = memchr(s, '\\', end - s)))
		n += ++s < end && strchr("*_.[]|#-", *s);
	return n;
}

static gboolean
is_marked(const struct rc_line *line)
{
	const char *s = line->s;

	if (line->len < 3)
		return FALSE;
	return (*s == '|' && line->s[line->len - 1] == '|') ||
	    (*s == '>' && s[1] == ' ') ||
	    (*s == '#' && strchr("# ", s[1])) || memcmp(s, "```", 3) == 0 ||
	    (*s == '_' && s[1] != '_' && line->s[line->len - 1] == '_');
}

static void
survey_line(struct rc_survey *survey, struct rc_line line, gboolean *wrapped)
{
	guint indent = rc_line_indent(&line);
	gsize columns;

	survey->pages += line.new_page;
	line.len = rc_line_trimmed(line.s, line.len);
	if (!line.len) {
		*wrapped = FALSE;
		return;
	}
	columns = columns_of(&line);
	survey->lines++;
	survey->characters += columns;
	survey->in_long_lines += columns > LONG_COLUMNS ? columns : 0;
	survey->indents += indent >= DEEP_INDENT;
	survey->columns += has_wide_gap(&line);
	survey->emphasis += count_pairs(&line);
	survey->links += count_links(&line);
	survey->marks += count_escapes(&line);
	survey->marks += is_marked(&line);
	survey->wrapped += *wrapped;
	*wrapped = columns + indent >= PRINTED_COLUMNS &&
	    columns <= LONG_COLUMNS;
}

struct rc_survey
rc_survey_take(const char *s, gsize len)
{
	struct rc_survey survey = {0};
	struct rc_lines lines;
	struct rc_line line;
	gboolean wrapped = FALSE;

	if (len > SURVEY_BYTES)
		for (len = SURVEY_BYTES; len && ((guchar)s[len] & 0xC0) == 0x80;)
			len--;
	rc_lines_init(&lines, s, len, 0);
	while (rc_lines_next(&lines, &line))
		survey_line(&survey, line, &wrapped);
	return survey;
}

/* For Markdown, of BASE; the rest is for printed lines. A text with no sign of
 * either is lines. */
static int
score(const struct rc_survey *survey)
{
	gint64 markdown = (gint64)survey->emphasis * worth.emphasis +
	    (gint64)survey->links * worth.links +
	    (gint64)survey->marks * worth.marks;
	gint64 plain = (gint64)survey->pages * worth.pages +
	    (gint64)survey->indents * worth.indents +
	    (gint64)survey->columns * worth.columns +
	    (gint64)survey->wrapped * worth.wrapped + 1;

	return (int)(BASE * markdown / (markdown + plain));
}

static int
named(const char *name, const char *const *suffixes)
{
	for (; name && *suffixes; suffixes++)
		if (g_str_has_suffix(name, *suffixes))
			return NAMED;
	return 0;
}

int
rc_survey_markdown(const struct rc_survey *survey, const char *name)
{
	static const char *const suffixes[] = {".md", ".markdown", NULL};

	return survey->lines ? score(survey) + named(name, suffixes) : 0;
}

int
rc_survey_plain(const struct rc_survey *survey, const char *name)
{
	static const char *const suffixes[] = {".text", NULL};

	return survey->lines ?
	    BASE - score(survey) + named(name, suffixes) : 0;
}

/* Whether a line may be long: no character has more columns than bytes. */
static gboolean
has_long_line(const char *s, gsize len)
{
	struct rc_lines lines;
	struct rc_line line;

	rc_lines_init(&lines, s, len, 0);
	while (rc_lines_next(&lines, &line))
		if (line.len > LONG_COLUMNS)
			return TRUE;
	return FALSE;
}

gboolean
rc_survey_is_unwrapped(const char *s, gsize len)
{
	struct rc_survey survey;

	if (!has_long_line(s, MIN(len, SURVEY_BYTES)))
		return FALSE;
	survey = rc_survey_take(s, len);
	return survey.in_long_lines * 2 > survey.characters;
}
