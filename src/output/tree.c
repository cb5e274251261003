/* tree.c - an outline of the tree for our own eyes: a line an element, with
 * its kind, its eId and the start of its text. */
#include "output/core.h"

#include <string.h>

#include "akn/akn.h"

static const resconv_option options[] = {
	{"width", "N", "72", "characters shown of each text"},
	{"meta", "yes|no", "no", "show the metadata too"},
	{NULL, NULL, NULL, NULL},
};

/* At most n characters, white space made single. */
static void
append_start(GString *out, const char *s, guint n)
{
	gboolean gap = FALSE;

	for (; *s && n; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			gap = TRUE;
			continue;
		}
		if (gap)
			g_string_append_c(out, ' ');
		gap = FALSE;
		g_string_append_unichar(out, c);
		n--;
	}
	if (*s)
		g_string_append(out, "…");
}

static gboolean
is_shown_attribute(const char *name)
{
	return strcmp(name, "eId") != 0 && strcmp(name, "source") != 0;
}

static void
append_element(GString *out, const struct akn_iter *it, guint width)
{
	const char *id = akn_get(it->node, "eId");

	for (guint i = 0; i < it->depth; i++)
		g_string_append(out, "  ");
	g_string_append(out, (const char *)it->node->name);
	if (id)
		g_string_append_printf(out, " #%s", id);
	for (const xmlAttr *a = it->node->properties; a; a = a->next) {
		if (!is_shown_attribute((const char *)a->name))
			continue;
		g_string_append_printf(out, " %s=", (const char *)a->name);
		append_start(out, a->children ?
		    (const char *)a->children->content : "", width);
	}
	if (akn_traits(it->kind) & AKN_BLOCK) {
		g_autoptr(GString) text = g_string_new(NULL);

		akn_content(it->node, text);
		g_string_append(out, " | ");
		append_start(out, text->str, width);
	}
	g_string_append_c(out, '\n');
}

static gboolean
write_tree(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	guint width = rc_setting_number(settings, "tree", options, "width");
	gboolean meta = rc_setting_yes(settings, "tree", options, "meta");
	g_autoptr(GString) out = g_string_new(NULL);
	struct akn_iter it;

	akn_iter_init(&it, xmlDocGetRootElement(doc));
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		if (!meta && it.kind == AKN_META_)
			akn_iter_skip(&it);
		append_element(out, &it, width);
	}
	return rc_output_put(put, payload, out->str, out->len, error);
}

const struct rc_output rc_output_tree = {
	.format = {
		.name = "tree",
		.summary = "an outline of the tree, to look at",
		.suffix = ".tree",
		.media_type = "text/plain",
		.options = options,
	},
	.write = write_tree,
};
