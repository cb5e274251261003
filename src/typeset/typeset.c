/* typeset.c - the tree as pages of boxes. */
#include "typeset/typeset.h"

#include <string.h>

#include "base/error.h"
#include "typeset/flow.h"
#include "typeset/furniture.h"
#include "typeset/paginate.h"
#include "typeset/shape.h"

static void
page_free(gpointer data)
{
	struct rc_page *page = data;

	g_array_unref(page->lines);
	g_array_unref(page->rules);
	g_array_unref(page->images);
	g_free(page);
}

static struct rc_pages *
pages_new(const struct rc_facts *facts, const struct rc_geometry *page)
{
	struct rc_pages *pages = g_new0(struct rc_pages, 1);

	pages->width = page->width;
	pages->height = page->height;
	pages->pages = g_ptr_array_new_with_free_func(page_free);
	pages->runs = g_array_new(FALSE, FALSE, sizeof(struct rc_run));
	pages->glyphs = g_array_new(FALSE, FALSE, sizeof(struct rc_glyph));
	pages->clusters = g_array_new(FALSE, FALSE, sizeof(struct rc_cluster));
	pages->rects = g_array_new(FALSE, FALSE, sizeof(struct rc_rule));
	pages->links = g_ptr_array_new_with_free_func(g_free);
	pages->blocks = g_ptr_array_new();
	pages->text = g_string_new(NULL);
	pages->title = g_strdup(facts->title);
	pages->symbol = g_strdup(facts->symbol);
	pages->date = g_strdup(facts->date);
	pages->lang = g_strdup(facts->lang);
	return pages;
}

void
rc_pages_free(struct rc_pages *pages)
{
	if (!pages)
		return;
	g_ptr_array_unref(pages->pages);
	g_array_unref(pages->runs);
	g_array_unref(pages->glyphs);
	g_array_unref(pages->clusters);
	g_array_unref(pages->rects);
	g_ptr_array_unref(pages->links);
	g_ptr_array_unref(pages->blocks);
	g_string_free(pages->text, TRUE);
	g_free(pages->title);
	g_free(pages->symbol);
	g_free(pages->date);
	g_free(pages->lang);
	g_free(pages);
}

static void
add_end_rule(struct rc_galley *galley)
{
	struct rc_strip strip = {
	    .traits = RC_STRIP_END_RULE | RC_STRIP_NO_BREAK, .table = -1};

	if (galley->strips->len > 0)
		g_array_append_val(galley->strips, strip);
}

static gboolean
set_pages(struct rc_pages *pages, struct rc_fonts *fonts,
    const struct rc_facts *facts, struct rc_geometry page, const xmlNode *root,
    GError **error)
{
	struct rc_galley galley;
	gboolean ok;

	rc_galley_init(&galley, pages, fonts, rc_locale(facts->lang), page);
	rc_flow(&galley, facts, root);
	add_end_rule(&galley);
	if (!galley.error)
		rc_paginate(&galley);
	if (!galley.error)
		rc_furnish(&galley, facts);
	ok = galley.error == NULL;
	if (!ok)
		g_propagate_error(error, g_steal_pointer(&galley.error));
	rc_galley_done(&galley);
	return ok;
}

enum rc_era
rc_era_named(const char *name)
{
	return strcmp(name, "2010") == 0 ? RC_ERA_2010 : RC_ERA_CURRENT;
}

struct rc_pages *
rc_typeset(const xmlDoc *doc, enum rc_era era, GError **error)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	struct rc_fonts *fonts = rc_fonts_get(error);
	struct rc_pages *pages;
	struct rc_geometry page;
	struct rc_facts facts;

	if (!fonts)
		return NULL;
	if (!root) {
		rc_fail(error, RESCONV_E_FORMAT, "the tree is empty");
		return NULL;
	}
	rc_words_trim(fonts);
	rc_facts_init(&facts, doc);
	page = rc_geometry_for(facts.actor, facts.date, era);
	pages = pages_new(&facts, &page);
	if (!set_pages(pages, fonts, &facts, page, root, error))
		g_clear_pointer(&pages, rc_pages_free);
	rc_facts_done(&facts);
	return pages;
}
