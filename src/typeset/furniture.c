/* furniture.c - masthead, running heads and feet. */
#include "typeset/furniture.h"

#include <string.h>

#include "lang/lang.h"
#include "typeset/code.h"
#include "typeset/paginate.h"

/* A publisher's name wider than this starts at the margin (Russian). */
#define LONG_PUBLISHER 150.0

/* What heads and feet end before the rule's end (measured). */
#define EDGE 0.4

enum side { START, END };

/* More lines of a running title have no room above the page's rule. */
#define MAX_RUNNING 5u

struct furnisher {
	struct rc_galley *galley;
	const struct rc_facts *facts;
	struct rc_page *page;
	gboolean even;
	const char *lang;        /* of what is put, if foreign */
	struct rc_range running; /* lines of the title, set once */
};

/* Put lines on the page, the first one's baseline at y, their start or end at
 * x. */
static void
put_lines(struct furnisher *f, struct rc_range lines, enum side side, double x,
    double y)
{
	struct rc_galley *galley = f->galley;
	double first = 0;

	rc_galley_block(galley, NULL);
	for (guint i = 0; i < lines.n; i++) {
		struct rc_line line = g_array_index(galley->lines,
		    struct rc_line, lines.first + i);

		if (i == 0)
			first = line.y;
		line.x = side == START ? x : x - line.width;
		line.role = RC_ROLE_FURNITURE;
		line.lang = f->lang;
		line.block = galley->block;
		rc_page_line(galley, f->page, &line, y - first);
	}
}

static void
put_para(struct furnisher *f, const struct rc_para *para, enum side side,
    double x, double y, double measure)
{
	struct rc_measure at = {.end = measure};

	put_lines(f, rc_galley_lines(f->galley, para, NULL, at), side, x, y);
}

static void
put(struct furnisher *f, enum rc_style style, const char *text,
    enum side side, double x, double y, double measure)
{
	g_autoptr(rc_para) para = NULL;

	if (!text[0])
		return;
	para = rc_para_new(style);
	rc_para_add(para, text, 0, -1);
	put_para(f, para, side, x, y, measure);
}

static void
put_rule(struct furnisher *f, struct rc_area area)
{
	rc_page_rule(f->galley, f->page,
	    (struct rc_rule){area.x, area.y, area.width, area.height});
}

static double
mirrored(const struct furnisher *f, struct rc_area area)
{
	return f->galley->locale.rtl
	    ? f->galley->page.width - area.x - area.width : area.x;
}

static void
put_picture(struct furnisher *f, enum rc_picture picture, struct rc_area area,
    const char *text)
{
	GString *all = f->galley->pages->text;
	struct rc_image image = {picture, mirrored(f, area), area.y, area.width,
	    area.height, .text = all->len, .text_len = strlen(text)};

	g_string_append(all, text);
	g_array_append_val(f->page->images, image);
}

/* ---- page 1 ---- */

/* "A/RES/99/901": the letters before the first stroke are twice as large. */
static void
put_symbol(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;
	const char *symbol = f->facts->symbol;
	gsize series = strcspn(symbol, "/");
	g_autofree char *letters = g_strndup(symbol, series);
	g_autoptr(rc_para) para = rc_para_new(RC_STYLE_SYMBOL);

	rc_para_add(para, letters, RC_MARK_SERIES, -1);
	rc_para_add(para, symbol + series, 0, -1);
	if (f->facts->mark[0])
		rc_para_call(para, f->facts->mark, 0, -1);
	put_para(f, para, END, page->symbol.x, page->symbol.y, page->width);
}

static void
put_publisher(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;
	g_autoptr(rc_para) para = rc_para_new(RC_STYLE_PUBLISHER);
	double least, natural;

	rc_para_add(para, f->facts->publisher, 0, -1);
	rc_galley_widths(f->galley, para, &least, &natural);
	put_para(f, para, START, natural > LONG_PUBLISHER ? page->publisher_long
	                                                  : page->publisher.x,
	    page->publisher.y, page->width);
}

/* Official Arabic, Chinese and Russian pages say in English how they were
 * distributed and when. */
static const char *
lang_of(const struct furnisher *f, const char *text)
{
	gboolean latin = TRUE;

	for (const char *p = text; *p; p++)
		latin = latin && g_ascii_isprint(*p);
	return latin && (strcmp(f->facts->lang, "ar") == 0 ||
	    strcmp(f->facts->lang, "zh") == 0 ||
	    strcmp(f->facts->lang, "ru") == 0) ? "en" : NULL;
}

static void
put_distribution(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;
	double leading = rc_style(RC_STYLE_DISTRIBUTION)->leading;
	double y = page->distribution.y;
	char *const *lines = f->facts->distribution;

	for (guint i = 0; i < RC_N_DISTRIBUTION; i++) {
		gboolean gap = page->gap && i == 2 &&
		    ((lines[2] && lines[2][0]) || (lines[3] && lines[3][0]));

		y += gap ? leading : 0;
		if (!lines[i] || !lines[i][0])
			continue;
		f->lang = lang_of(f, lines[i]);
		put(f, RC_STYLE_DISTRIBUTION, lines[i],
		    page->ranged ? END : START, page->distribution.x, y,
		    page->ranged ? page->right - page->left
		                 : page->right - page->distribution.x);
		y += leading;
	}
	f->lang = NULL;
}

static void
put_masthead(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;

	put_publisher(f);
	put_symbol(f);
	put_rule(f, page->upper);
	put_picture(f, RC_PICTURE_EMBLEM, page->emblem, f->facts->publisher);
	put(f, RC_STYLE_ORGAN, f->facts->organ, START, page->organ.x,
	    page->organ.y, page->organ_measure);
	put_distribution(f);
	put_rule(f, page->lower);
}

/* The job number without its language: "44-99901". */
static char *
bare_job(const char *job)
{
	return g_strndup(job, strcspn(job, " ("));
}

static void
put_bars(struct furnisher *f)
{
	const struct rc_area *area = &f->galley->page.code39;
	GString *digits = g_string_new(NULL);

	for (const char *p = f->facts->job; *p && *p != '(' && *p != ' '; p++)
		if (g_ascii_isdigit(*p))
			g_string_append_c(digits, *p);
	rc_code_add(f->galley->pages, f->page, RC_PICTURE_CODE39, digits->str,
	    mirrored(f, *area), area->y, area->width, area->height);
	g_string_free(digits, TRUE);
}

static void
put_address(struct furnisher *f)
{
	const struct rc_area *area = &f->galley->page.qr;
	g_autofree char *text = g_strdup_printf("https://docs.un.org/%s/%s",
	    f->facts->lang, f->facts->symbol);

	if (f->facts->symbol[0])
		rc_code_add(f->galley->pages, f->page, RC_PICTURE_QR, text,
		    mirrored(f, *area), area->y, area->width, area->height);
}

static void
put_first_foot(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;
	const struct rc_lang *lang = rc_lang_find(f->facts->lang);
	const char *recycle =
	    lang ? rc_lang_phrase(lang, RC_PH_RECYCLE) : NULL;

	put(f, RC_STYLE_JOB_FIRST, f->facts->job, START, page->job_first.x,
	    page->job_first.y, page->width);
	put_bars(f);
	if (recycle) {
		put(f, RC_STYLE_RECYCLE, recycle, END, page->recycle.x,
		    page->recycle.y, page->width);
		put_picture(f, RC_PICTURE_RECYCLE, page->arrows, "");
	}
	put_address(f);
}

/* ---- other pages ---- */

/* Set the title of the resolution for the heads. */
static void
set_running(struct furnisher *f)
{
	g_autoptr(rc_para) para = rc_para_new(RC_STYLE_RUNNING);
	struct rc_measure at = {.end = f->galley->page.head_measure};

	rc_para_add(para, f->facts->title, 0, -1);
	rc_para_trim(para);
	if (para->text->len > 0)
		f->running = rc_galley_lines(f->galley, para, NULL, at);
	f->running.n = MIN(f->running.n, MAX_RUNNING);
}

/* The last line of the title on the head's baseline. */
static void
put_running(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;
	double above = f->running.n > 0 ? f->running.n - 1 : 0;

	put_lines(f, f->running, f->even ? END : START,
	    f->even ? page->right - EDGE : page->left, page->head -
	    above * rc_galley_leading(f->galley, RC_STYLE_RUNNING));
}

static void
put_head(struct furnisher *f)
{
	const struct rc_geometry *page = &f->galley->page;

	put(f, RC_STYLE_RUNNING, f->facts->symbol, f->even ? START : END,
	    f->even ? page->left : page->right - EDGE, page->head, page->width);
	put_running(f);
	put_rule(f, page->head_rule);
}

static void
put_foot(struct furnisher *f, guint number, guint total)
{
	const struct rc_geometry *page = &f->galley->page;
	g_autofree char *job = bare_job(f->facts->job);
	g_autofree char *text = page->total
	    ? g_strdup_printf("%u/%u", number, total)
	    : g_strdup_printf("%u", number);
	double right = page->right - EDGE;

	put(f, RC_STYLE_PAGE_NUMBER, text, f->even ? START : END,
	    f->even ? page->left : right, page->foot, page->width);
	put(f, RC_STYLE_JOB_NUMBER, job, f->even ? END : START,
	    f->even ? right : page->left, page->job, page->width);
}

void
rc_furnish(struct rc_galley *galley, const struct rc_facts *facts)
{
	GPtrArray *pages = galley->pages->pages;
	struct furnisher f = {.galley = galley, .facts = facts};

	set_running(&f);
	for (guint i = 0; i < pages->len && !galley->error; i++) {
		f.page = pages->pdata[i];
		f.even = i % 2 == 1;
		if (i == 0) {
			put_masthead(&f);
			put_first_foot(&f);
		} else {
			put_head(&f);
			put_foot(&f, i + 1, pages->len);
		}
	}
}
