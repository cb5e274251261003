/* measure.c - a paragraph as a row of clusters with their widths: pango finds
 * direction, script and font of each part, words come shaped from the store. */
#include "typeset/measure.h"

#include <string.h>

#include "typeset/ends.h"
#include "typeset/shape.h"

/* Note marks: 6.5 points beside 10, raised by 3.3 (measured). */
#define SUPER_SIZE 0.65
#define SUPER_RISE 0.33
#define SUB_RISE -0.15
#define SUPER_TRACKING 0.25
/* The first letter of a symbol: 20 points beside 10, on one baseline. */
#define SERIES_SIZE 2.0

#define LATIN_FAMILY "Liberation Serif"

struct measurer {
	struct rc_fonts *fonts;
	const struct rc_locale *locale;
	const struct rc_para *para;
	const struct rc_style_row *style;
	struct rc_measured *ret;
	guint span;      /* where links and notes are looked up */
	double x;
};

/* ---- fonts ---- */

/* The marks that choose a font, style included. */
static guint
font_marks(const struct measurer *m, guint marks)
{
	const struct rc_style_row *style = m->style;

	if (marks & RC_MARK_ROMAN)
		return marks & ~(guint)(RC_MARK_BOLD | RC_MARK_ITALIC);
	return marks | (style->bold ? RC_MARK_BOLD : 0) |
	    (style->italic && m->locale->italic ? RC_MARK_ITALIC : 0);
}

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute, guint from,
    guint to)
{
	attribute->start_index = from;
	attribute->end_index = to;
	pango_attr_list_insert(list, attribute);
}

static const struct rc_span *
span_at(const struct rc_para *para, guint i)
{
	return &g_array_index(para->spans, struct rc_span, i);
}

static guint
span_end(const struct rc_para *para, guint i)
{
	return i + 1 < para->spans->len ? span_at(para, i + 1)->start
	                                : para->text->len;
}

static void
add_emphasis(PangoAttrList *list, const struct measurer *m)
{
	for (guint i = 0; i < m->para->spans->len; i++) {
		const struct rc_span *span = span_at(m->para, i);
		guint marks = font_marks(m, span->marks);

		if (marks & RC_MARK_BOLD)
			add_attribute(list,
			    pango_attr_weight_new(PANGO_WEIGHT_BOLD),
			    span->start, span_end(m->para, i));
		if (marks & RC_MARK_ITALIC)
			add_attribute(list,
			    pango_attr_style_new(PANGO_STYLE_ITALIC),
			    span->start, span_end(m->para, i));
	}
}

static gboolean
is_latin(const struct rc_locale *locale, char c)
{
	return g_ascii_isalpha(c) ||
	    (locale->latin_figures && g_ascii_isdigit(c));
}

/* Where other letters come first, words with Latin letters ("A/RES/99/901")
 * are in the Latin face all the same. */
static void
add_latin(PangoAttrList *list, const struct measurer *m)
{
	const char *text = m->para->text->str;
	gsize from = 0, to;

	for (; text[from]; from = MAX(to, from + 1)) {
		gboolean latin = FALSE;
		gsize end = from; /* of the last letter or figure */

		to = from;
		if (!g_ascii_isalnum(text[from]))
			continue;
		for (; g_ascii_isgraph(text[to]); to++) {
			latin |= is_latin(m->locale, text[to]);
			if (g_ascii_isalnum(text[to]))
				end = to + 1;
		}
		if (latin)
			add_attribute(list,
			    pango_attr_family_new(LATIN_FAMILY), from, end);
	}
}

/* Whether a text is a number and nothing else, as in cells: "910 566 300".
 * Within sentences official Arabic texts have "300 566 910" for what runs from
 * the right as "910 566 300"; in cells they do not. */
static gboolean
is_number(const char *text)
{
	return *text && !text[strspn(text, "0123456789 \xc2\xa0")];
}

/* The text with plain letters of the same length for no-break hyphens and rare
 * spaces: fonts need not have these, HarfBuzz makes them from others; and with
 * commas in a number, whose groups would run from right to left. Elsewhere they
 * are to, and by Unicode's rules would not across a no-break space. */
static char *
plain_text(const struct rc_para *para)
{
	char *text = g_strndup(para->text->str, para->text->len);
	gboolean number = is_number(text);

	for (char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == 0x2011 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f)
			memcpy(p, "\xe2\x80\x90", 3); /* U+2010 */
		else if (number && c == ' ')
			*p = ',';
		else if (!number && c == 0xa0)
			memcpy(p, "  ", 2);
	}
	return text;
}

static GList *
itemize(const struct measurer *m)
{
	g_autofree char *text = plain_text(m->para);
	PangoContext *context = rc_fonts_context(m->fonts);
	PangoFontDescription *font = pango_font_description_new();
	PangoAttrList *list = pango_attr_list_new();
	GList *items;

	pango_font_description_set_family_static(font, m->locale->families);
	pango_font_description_set_absolute_size(font, 10 * PANGO_SCALE);
	pango_context_set_font_description(context, font);
	pango_context_set_language(context,
	    pango_language_from_string(m->locale->code));
	add_emphasis(list, m);
	if (!g_str_has_prefix(m->locale->families, LATIN_FAMILY))
		add_latin(list, m);
	items = pango_itemize_with_base_dir(context,
	    m->locale->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
	    text, 0, m->para->text->len, list, NULL);
	pango_attr_list_unref(list);
	pango_font_description_free(font);
	return items;
}

/* ---- atoms ---- */

static struct rc_segment *
add_segment(struct measurer *m, const PangoItem *item, guint marks)
{
	const struct rc_face *face =
	    rc_fonts_face(m->fonts, item->analysis.font);
	const struct rc_style_row *style = m->style;
	gboolean fits = face->fits && !m->locale->unfitted;
	struct rc_segment segment = {
	    .face = face,
	    .size = style->size * face->factor,
	    .scale = fits ? style->scale : 1.0,
	    .tracking = fits ? style->tracking : 0.0,
	    .level = item->analysis.level,
	};

	if (marks & (RC_MARK_SUPER | RC_MARK_SUB)) {
		segment.rise = segment.size *
		    (marks & RC_MARK_SUPER ? SUPER_RISE : SUB_RISE);
		segment.size *= SUPER_SIZE;
		segment.tracking = fits ? SUPER_TRACKING : 0.0;
	} else if (marks & RC_MARK_SERIES) {
		segment.size *= SERIES_SIZE;
	}
	g_array_append_val(m->ret->segments, segment);
	return &g_array_index(m->ret->segments, struct rc_segment,
	    m->ret->segments->len - 1);
}

/* Put an atom at the end of the row, with the link it stands in and the note
 * it calls. */
static void
add_atom(struct measurer *m, struct rc_atom atom)
{
	const GArray *spans = m->para->spans;

	atom.link = atom.note = -1;
	while (m->span + 1 < spans->len &&
	    span_at(m->para, m->span + 1)->start <= atom.text)
		m->span++;
	if (m->span < spans->len) {
		const struct rc_span *span = span_at(m->para, m->span);

		atom.link = span->link;
		if (span->start == atom.text)
			atom.note = span->note;
	}
	atom.segment = m->ret->segments->len - 1;
	atom.x = m->x;
	m->x += atom.width;
	g_array_append_val(m->ret->atoms, atom);
}

static void
add_space(struct measurer *m, const struct rc_segment *segment, guint at,
    gint kern)
{
	double unit = segment->size / segment->face->upem;

	add_atom(m, (struct rc_atom){
	    .text = at,
	    .bytes = 1,
	    .glyph = m->ret->glyphs->len,
	    .traits = RC_ATOM_SPACE | RC_ATOM_BLANK,
	    .width = segment->face->space * unit * segment->scale +
	        kern * unit + segment->tracking,
	});
}

/* The glyphs of a cluster that have a width, or those that have none; gives the
 * width of all. */
static double
add_some(struct measurer *m, const struct rc_segment *segment,
    const struct rc_word_glyph *glyphs, guint n, gboolean wide)
{
	double unit = segment->size / segment->face->upem, x = 0;

	for (guint i = 0; i < n; i++) {
		struct rc_glyph glyph = {
		    .id = glyphs[i].id,
		    .x = x + glyphs[i].x * unit * segment->scale,
		    .y = glyphs[i].y * unit,
		};

		if ((glyphs[i].advance != 0) == wide)
			g_array_append_val(m->ret->glyphs, glyph);
		x += glyphs[i].advance * unit * segment->scale +
		    glyphs[i].kern * unit;
	}
	return x + segment->tracking;
}

/* The glyphs of a cluster; gives its width. A letter comes before its marks, for
 * readers of a PDF take the cluster to be where its first glyph is. */
static double
add_glyphs(struct measurer *m, const struct rc_segment *segment,
    const struct rc_word_glyph *glyphs, guint n)
{
	double width = add_some(m, segment, glyphs, n, TRUE);

	if (n > 1 || glyphs[0].advance == 0)
		add_some(m, segment, glyphs, n, FALSE);
	return width;
}

static void
add_word(struct measurer *m, const struct rc_segment *segment, guint at,
    const struct rc_word *word, guint traits)
{
	const struct rc_word_glyph *glyphs = word->glyphs;

	for (guint i = 0; i < word->n_clusters; i++) {
		const struct rc_cluster *cluster = &word->clusters[i];
		guint first = m->ret->glyphs->len;
		gboolean blank = g_unichar_isspace(
		    g_utf8_get_char(m->para->text->str + at));
		double width =
		    add_glyphs(m, segment, glyphs, cluster->glyphs);

		add_atom(m, (struct rc_atom){
		    .text = at,
		    .bytes = cluster->bytes,
		    .glyph = first,
		    .n_glyphs = cluster->glyphs,
		    .traits = traits | (blank ? RC_ATOM_BLANK : 0),
		    .width = width,
		});
		at += cluster->bytes;
		glyphs += cluster->glyphs;
	}
}

/* Bytes of the piece that is shaped as one: up to a space or a line's end, or
 * one ideograph with what combines with it. */
static guint
word_length(const char *text, guint len)
{
	const char *p = text, *end = text + len;
	gboolean wide = rc_is_wide(g_utf8_get_char(text));

	do {
		p = g_utf8_next_char(p);
		if (p >= end || *p == ' ')
			break;
	} while (g_utf8_get_char(p) != RC_LINE_SEPARATOR &&
	    rc_is_wide(g_utf8_get_char(p)) == FALSE &&
	    (!wide || g_unichar_iszerowidth(g_utf8_get_char(p))));
	return p - text;
}

static guint
add_text_word(struct measurer *m, const struct rc_segment *segment,
    const struct rc_shaping *how, guint at, guint from, guint to, gint *kern)
{
	const char *text = m->para->text->str;
	guint len = word_length(text + at, to - at);
	const struct rc_word *word = rc_shape_word(m->fonts, how, text + at,
	    len, at > from && text[at - 1] == ' ',
	    at + len < to && text[at + len] == ' ');

	if (at > from && text[at - 1] == ' ' && m->ret->atoms->len > 0) {
		double more =
		    word->before * segment->size / segment->face->upem;

		g_array_index(m->ret->atoms, struct rc_atom,
		    m->ret->atoms->len - 1).width += more;
		m->x += more;
	}
	add_word(m, segment, at, word,
	    rc_is_wide(g_utf8_get_char(text + at)) ? RC_ATOM_WIDE : 0);
	*kern = word->after;
	return len;
}

/* A part of the text with one font and one style. */
static void
add_slice(struct measurer *m, const PangoItem *item, guint marks, guint from,
    guint to)
{
	const char *text = m->para->text->str;
	struct rc_segment segment = *add_segment(m, item, marks);
	struct rc_shaping how = {.face = segment.face,
	    .script = item->analysis.script, .rtl = item->analysis.level & 1};
	gint kern = 0;

	for (guint at = from; at < to;) {
		if (text[at] == ' ') {
			add_space(m, &segment, at++, kern);
			kern = 0;
		} else if (g_utf8_get_char(text + at) == RC_LINE_SEPARATOR) {
			add_atom(m, (struct rc_atom){.text = at, .bytes = 3,
			    .glyph = m->ret->glyphs->len,
			    .traits = RC_ATOM_NEWLINE});
			at += 3;
		} else {
			at += add_text_word(m, &segment, &how, at, from, to,
			    &kern);
		}
	}
}

/* An item cut where the emphasis changes. Links and notes do not cut it: they
 * are shaped with their text. */
static void
add_item(struct measurer *m, const PangoItem *item, guint *span)
{
	const struct rc_para *para = m->para;
	guint from = item->offset, end = item->offset + item->length;

	while (from < end) {
		guint to = end, marks = 0;

		while (*span + 1 < para->spans->len &&
		    span_at(para, *span + 1)->start <= from)
			(*span)++;
		if (*span < para->spans->len)
			marks = span_at(para, *span)->marks;
		for (guint i = *span + 1; i < para->spans->len; i++)
			if (span_at(para, i)->marks != marks) {
				to = MIN(end, span_at(para, i)->start);
				break;
			}
		add_slice(m, item, marks, from, MAX(to, from + 1));
		from = MAX(to, from + 1);
	}
}

/* Among lines from right to left, one in Latin letters only ("3 January 2023")
 * is set as in English. */
static const struct rc_locale *
locale_for(const struct rc_locale *locale, const struct rc_para *para,
    struct rc_locale *latin)
{
	gboolean letters = FALSE;

	if (!locale->rtl)
		return locale;
	for (const char *p = para->text->str; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c >= 0x590 && c < 0x2000)
			return locale;
		letters |= g_unichar_isalpha(c);
	}
	if (!letters)
		return locale;
	*latin = *rc_locale("en");
	latin->unfitted = locale->unfitted;
	return latin;
}

gboolean
rc_measure(struct rc_fonts *fonts, const struct rc_locale *locale,
    const struct rc_para *para, struct rc_measured *ret, GError **error)
{
	struct rc_locale latin;
	struct measurer m = {.fonts = fonts,
	    .locale = locale_for(locale, para, &latin), .para = para,
	    .style = rc_style(para->style), .ret = ret};
	GList *items;
	guint span = 0;
	gboolean ok = TRUE;

	ret->segments = g_array_new(FALSE, FALSE, sizeof(struct rc_segment));
	ret->atoms = g_array_sized_new(FALSE, FALSE, sizeof(struct rc_atom),
	    para->text->len + 1);
	ret->glyphs = g_array_sized_new(FALSE, FALSE, sizeof(struct rc_glyph),
	    para->text->len + 1);
	items = para->text->len ? itemize(&m) : NULL;
	for (GList *l = items; l && ok; l = l->next) {
		const PangoItem *item = l->data;

		ok = rc_fonts_serve(fonts, item->analysis.script, error);
		if (ok)
			add_item(&m, item, &span);
	}
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	ret->n = ret->atoms->len;
	rc_mark_ends(ret, para->text->str, m.style->align == RC_ALIGN_NARROW ||
	    (m.style->traits & RC_TRAIT_HEADING));
	add_atom(&m, (struct rc_atom){.text = para->text->len,
	    .glyph = ret->glyphs->len});
	return ok;
}

void
rc_measured_done(struct rc_measured *measured)
{
	g_clear_pointer(&measured->segments, g_array_unref);
	g_clear_pointer(&measured->atoms, g_array_unref);
	g_clear_pointer(&measured->glyphs, g_array_unref);
}
