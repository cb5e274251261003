/* pdf_page.c - the characters of a page, with place, face and link. */
#include "input/pdf.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* ---- faces ---- */

static gboolean
has_part(const char *name, const char *const *parts)
{
	for (; *parts; parts++)
		if (strstr(name, *parts))
			return TRUE;
	return FALSE;
}

/* A font's name says what it looks like: "TimesNewRomanPS-BoldItalicMT". */
static guint
style_of(const char *name)
{
	static const char *const bold[] = {"Bold", "bold", "Black", "Heavy",
	    NULL};
	static const char *const italic[] = {"Italic", "italic", "Oblique",
	    "Slanted", NULL};

	return name ? (has_part(name, bold) ? RC_BOLD : 0) |
	    (has_part(name, italic) ? RC_ITALIC : 0) : 0;
}

/* The number of a face, which is a new one where it differs from the last. */
static guint32
face_of(struct pdf_reading *r, const PopplerTextAttributes *attributes)
{
	struct pdf_face face = {.size = attributes->font_size,
	    .style = style_of(attributes->font_name)};
	const struct pdf_face *last = r->faces->len
	    ? PDF_AT(r->faces, pdf_face, r->faces->len - 1) : NULL;

	if (!last || last->size != face.size || last->style != face.style)
		g_array_append_val(r->faces, face);
	return r->faces->len - 1;
}

/* ---- characters ---- */

/* Marks of direction that poppler writes into text that runs from the right;
 * they have no place on the page. */
static gboolean
is_direction(gunichar c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_blank(gunichar c)
{
	return c == '\n' || c == '\f' || g_unichar_isspace(c) || c == 0xfffe ||
	    c == 0x200e || c == 0x200f || c == 0x61c; /* of direction */
}

/* Presentation forms and ligatures as the letters that they show. */
static void
add_char(struct pdf_reading *r, gunichar c, const PopplerRectangle *at,
    guint32 face)
{
	struct pdf_char one = {.c = c, .x0 = MIN(at->x1, at->x2),
	    .x1 = MAX(at->x1, at->x2), .y0 = MIN(at->y1, at->y2),
	    .y1 = MAX(at->y1, at->y2), .face = face, .link = -1};
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gboolean form = (c >= 0xfb00 && c <= 0xfdff) ||
	    (c >= 0xfe70 && c <= 0xfefc);
	gsize n = form ? g_unichar_fully_decompose(c, TRUE, parts,
	                     G_N_ELEMENTS(parts)) : 0;

	if (!n) {
		g_array_append_val(r->chars, one);
		return;
	}
	for (gsize i = 0; i < n; i++) {
		one.c = parts[i];
		g_array_append_val(r->chars, one);
	}
}

/* ---- marks above letters ---- */

static gboolean
is_combining(gunichar c)
{
	return g_unichar_combining_class(c) != 0;
}

/* Whether b's box goes on where a's ends. */
static gboolean
goes_on_right(const struct pdf_char *a, const struct pdf_char *b)
{
	return fabsf(b->x0 - a->x1) < 0.1 && fabsf(b->y1 - a->y1) < 0.1;
}

/* A letter and its marks that are one glyph or have one text share a box, in
 * which the letter is right; where lines run from the right the marks come
 * first, and go behind it. */
static void
order_marks(struct pdf_reading *r, guint first)
{
	struct pdf_char *all = PDF_AT(r->chars, pdf_char, 0);

	for (guint i = first, end; i < r->chars->len; i = end) {
		end = i + 1;
		if (!is_combining(all[i].c))
			continue;
		while (end < r->chars->len && is_combining(all[end].c) &&
		    goes_on_right(&all[end - 1], &all[end]))
			end++;
		if (end == r->chars->len ||
		    !goes_on_right(&all[end - 1], &all[end]))
			continue;
		for (guint k = 0; k < (end + 1 - i) / 2; k++) {
			struct pdf_char c = all[i + k];

			all[i + k] = all[end - k];
			all[end - k] = c;
		}
		end++;
	}
}

/* ---- runs among text from the right ---- */

#define RIGHT_RUN 0x202b /* poppler writes them round its runs */
#define LEFT_RUN 0x202a
#define RUN_END 0x202c
#define RUN_GAP 0.2 /* of a character's height; more parts cells */

/* Runs of characters, while they are read; a blank parts them. */
struct runs {
	guint before, first; /* into chars: the run before, and the one open */
	gboolean marks;      /* the run before has marks of punctuation alone */
	gboolean left;       /* the one open goes from the left */
};

static gboolean
is_punctuation(const struct pdf_reading *r, guint first, guint end)
{
	for (guint i = first; i < end; i++)
		if (g_unichar_isalnum(PDF_AT(r->chars, pdf_char, i)->c))
			return FALSE;
	return end > first;
}

/* Poppler writes what ends a word like "A/99/1." before it, but its boxes in
 * the order of the page: put the end at the end. */
static void
mend_run(struct pdf_reading *r, const struct runs *runs)
{
	guint n = r->chars->len - runs->before;
	guint ends = runs->first - runs->before;
	struct pdf_char *c = PDF_AT(r->chars, pdf_char, runs->before);
	g_autofree struct pdf_char *old = g_memdup2(c, n * sizeof(*c));

	for (guint i = 1; i < n; i++)
		if (c[i].x0 < c[i - 1].x0 || c[i].y1 != c[0].y1 ||
		    c[i].x0 - c[i - 1].x1 > RUN_GAP * (c->y1 - c->y0))
			return;
	for (guint i = 0; i < n; i++) {
		const struct pdf_char *from = i < n - ends
		    ? &old[ends + i] : &old[n - 1 - i];

		c[i].c = from->c;
		c[i].face = from->face;
	}
}

static void
close_run(struct pdf_reading *r, struct runs *runs)
{
	if (runs->left && runs->marks && runs->first > runs->before)
		mend_run(r, runs);
	runs->marks = !runs->left &&
	    is_punctuation(r, runs->first, r->chars->len);
	runs->before = runs->first;
}

static void
take_direction(struct pdf_reading *r, struct runs *runs, gunichar c)
{
	if (c != RUN_END) {
		if (!runs->left && r->chars->len > runs->first)
			close_run(r, runs); /* "(A)" is written ")", "(A" */
		runs->first = r->chars->len;
		runs->left = c == LEFT_RUN;
		return;
	}
	close_run(r, runs);
}

/* ---- selections ---- */

/* What poppler selects of a page, from one corner to another. */
struct selection {
	char *text;
	PopplerRectangle *places; /* one a character, but marks of direction */
	guint n_places;
	GList *attributes;
};

static struct selection
select_area(PopplerPage *page, PopplerRectangle area)
{
	struct selection s = {
	    .text = poppler_page_get_text_for_area(page, &area)};

	if (!poppler_page_get_text_layout_for_area(page, &area, &s.places,
	        &s.n_places))
		s.n_places = 0;
	s.attributes = poppler_page_get_text_attributes_for_area(page, &area);
	return s;
}

static void
selection_done(struct selection *s)
{
	g_free(s->text);
	g_free(s->places);
	poppler_page_free_text_attributes(s->attributes);
}

/* Whether nothing was seen yet at a place, which is remembered. Brackets are
 * mirrored in one selection and not in the other, so the place counts alone. */
static gboolean
is_new(GHashTable *seen, const PopplerRectangle *at)
{
	gint64 key = (gint64)(at->x1 * 50) ^ ((gint64)(at->y1 * 50) << 20) ^
	    ((gint64)(at->x2 * 50) << 40);

	return g_hash_table_add(seen, g_memdup2(&key, sizeof(key)));
}

/* seen: characters to be passed over, or NULL. */
static void
add_chars(struct pdf_reading *r, const struct selection *s, GHashTable *seen)
{
	const GList *attributes = s->attributes;
	struct runs runs = {0};
	guint32 face = 0;
	guint i = 0;

	for (const char *p = s->text; p && *p && i < s->n_places;
	     p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		const PopplerTextAttributes *a;

		if (is_direction(c)) {
			take_direction(r, &runs, c);
			continue;
		}
		if (is_blank(c))
			runs.marks = FALSE;
		while (attributes &&
		    (gint)i > (a = attributes->data)->end_index)
			attributes = attributes->next;
		if (!is_blank(c) && (!seen || is_new(seen, &s->places[i]))) {
			if (attributes)
				face = face_of(r, attributes->data);
			add_char(r, c, &s->places[i], face);
		}
		i++;
	}
}

/* On pages that are read from the right poppler's selection from one corner
 * leaves out what the one from the other has. */
static gboolean
has_direction(const char *text)
{
	return text && (strstr(text, "\xe2\x80\xab") ||
	    strstr(text, "\xe2\x80\xaa"));
}

static void
take_chars(struct pdf_reading *r, PopplerPage *page, double width,
    double height)
{
	struct selection s =
	    select_area(page, (PopplerRectangle){0, 0, width, height});
	g_autoptr(GHashTable) seen = NULL;
	guint first = r->chars->len;

	if (has_direction(s.text))
		seen = g_hash_table_new_full(g_int64_hash, g_int64_equal,
		    g_free, NULL);
	add_chars(r, &s, seen);
	selection_done(&s);
	if (!seen)
		return;
	s = select_area(page, (PopplerRectangle){width, 0, 0, height});
	add_chars(r, &s, seen);
	selection_done(&s);
	order_marks(r, first);
}

/* ---- links ---- */

/* The characters whose middle is within the area are of the link; its y counts
 * from the foot of the page. */
static void
mark_link(struct pdf_reading *r, guint first, const PopplerRectangle *area,
    gint32 link, double height)
{
	double y0 = height - area->y2, y1 = height - area->y1;

	for (guint i = first; i < r->chars->len; i++) {
		struct pdf_char *c = PDF_AT(r->chars, pdf_char, i);
		double x = (c->x0 + c->x1) / 2, y = (c->y0 + c->y1) / 2;

		if (x >= area->x1 && x <= area->x2 && y >= y0 && y <= y1)
			c->link = link;
	}
}

static void
add_links(struct pdf_reading *r, PopplerPage *page, guint first, double height)
{
	GList *links = poppler_page_get_link_mapping(page);

	for (GList *l = links; l; l = l->next) {
		const PopplerLinkMapping *link = l->data;

		if (link->action->type != POPPLER_ACTION_URI ||
		    !link->action->uri.uri || r->links->len > RC_MAX_LINKS)
			continue;
		g_ptr_array_add(r->links, g_string_chunk_insert_const(
		    r->text->chunk, link->action->uri.uri));
		mark_link(r, first, &link->area, r->links->len - 1, height);
	}
	poppler_page_free_link_mapping(links);
}

gboolean
pdf_take_page(struct pdf_reading *r, PopplerPage *page)
{
	struct pdf_page size = {.line = r->lines->len};
	guint first = r->chars->len;
	double width, height;

	poppler_page_get_size(page, &width, &height);
	size.width = width;
	size.height = height;
	g_array_append_val(r->pages, size);
	take_chars(r, page, width, height);
	if (r->chars->len > RC_MAX_PDF_CHARS)
		return rc_fail(r->error, RESCONV_E_LIMIT,
		    "more than %u characters on its pages; split the input",
		    RC_MAX_PDF_CHARS);
	add_links(r, page, first, height);
	return TRUE;
}
