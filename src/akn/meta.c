/* meta.c - <meta>: identification, agenda, references to what the text names,
 * and the job number. */
#include "akn/meta.h"

#include <string.h>

#include "akn/carry.h"

#define UNKNOWN_DATE "1900-01-01"

static const struct {
	const char *id, *iri, *name;
	enum akn_kind kind;
} terms[] = {
#define TERM(i, c, h, n) \
	{.id = i, .kind = AKN_TLC_##c, .iri = "/akn/ontology/" h, .name = n},
#include "akn/term.def"
#undef TERM
};

struct meta {
	struct akn_builder *b;
	const struct akn_meta *m;
	const char *component; /* "main" */
	GString *work, *expression;
};

static void
leaf(struct akn_builder *b, enum akn_kind kind, const char *name,
    const char *value)
{
	akn_open(b, kind);
	akn_attr(b, name, value);
	akn_close(b, kind);
}

static void
date(struct akn_builder *b, const char *value, const char *name)
{
	akn_open(b, AKN_FRBR_DATE);
	akn_attr(b, "date", value ? value : UNKNOWN_DATE);
	akn_attr(b, "name", value ? name : "unknown");
	akn_close(b, AKN_FRBR_DATE);
}

static void
author(struct akn_builder *b, const char *who, const char *as)
{
	akn_open(b, AKN_FRBR_AUTHOR);
	akn_attrf(b, "href", "#%s", who);
	akn_attrf(b, "as", "#%s", as);
	akn_close(b, AKN_FRBR_AUTHOR);
}

const char *
akn_organ_term(const char *actor)
{
	static const char *const rows[][2] = {{"unga", "ga"}, {"unsc", "sc"},
	    {"unecosoc", "ecosoc"}, {"unga-hrc", "hrc"}};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (g_strcmp0(actor, rows[i][0]) == 0)
			return rows[i][1];
	return "un";
}

/* <FRBRthis> and <FRBRuri> of one level. suffix is what a manifestation ends
 * with. */
static void
address(const struct meta *w, const GString *iri, const char *suffix)
{
	akn_open(w->b, AKN_FRBR_THIS);
	akn_attrf(w->b, "value", "%s/!%s%s", iri->str, w->component, suffix);
	akn_close(w->b, AKN_FRBR_THIS);
	akn_open(w->b, AKN_FRBR_URI);
	akn_attrf(w->b, "value", "%s%s", iri->str, suffix);
	akn_close(w->b, AKN_FRBR_URI);
}

static void
alias(const struct meta *w, const char *name, const char *value)
{
	akn_open(w->b, AKN_FRBR_ALIAS);
	akn_attr(w->b, "name", name);
	akn_attr(w->b, "value", value);
	akn_close(w->b, AKN_FRBR_ALIAS);
}

static void
number(const struct meta *w)
{
	g_autoptr(GString) value = g_string_new(NULL);
	const char *shown = w->m->number ? w->m->number : "unnumbered";

	akn_meta_number(w->m, value);
	akn_open(w->b, AKN_FRBR_NUMBER);
	akn_attr(w->b, "value", value->str);
	if (w->m->part)
		akn_attrf(w->b, "showAs", "%s %s", shown, w->m->part);
	else
		akn_attr(w->b, "showAs", w->m->collection && w->m->symbol ?
		    w->m->symbol : shown);
	akn_close(w->b, AKN_FRBR_NUMBER);
}

static void
work(const struct meta *w)
{
	const char *name = w->m->adopted_name ? w->m->adopted_name : "adoption";
	gboolean issue = w->m->collection && w->m->issued;

	akn_open(w->b, AKN_WORK);
	address(w, w->work, "");
	if (w->m->symbol && strcmp(w->component, "main") == 0)
		alias(w, "symbol", w->m->symbol);
	date(w->b, issue ? w->m->issued : w->m->adopted,
	    issue ? "publication" : name);
	author(w->b, akn_organ_term(w->m->actor), "author");
	leaf(w->b, AKN_FRBR_COUNTRY, "value", "un");
	leaf(w->b, AKN_FRBR_SUBTYPE, "value", w->m->collection ?
	    "publication" : "deliberation");
	number(w);
	akn_close(w->b, AKN_WORK);
}

static void
expression(const struct meta *w)
{
	akn_open(w->b, AKN_EXPRESSION);
	address(w, w->expression, "");
	date(w->b, w->m->issued ? w->m->issued : w->m->adopted,
	    w->m->issued ? "publication" : "adoption");
	author(w->b, akn_organ_term(w->m->actor), "issuer");
	leaf(w->b, AKN_FRBR_AUTHORITATIVE, "value", "false");
	leaf(w->b, AKN_FRBR_LANGUAGE, "language", w->m->language);
	akn_close(w->b, AKN_EXPRESSION);
}

static void
manifestation(const struct meta *w)
{
	const char *day = w->m->marked_up ? w->m->marked_up : w->m->issued;

	akn_open(w->b, AKN_MANIFESTATION);
	address(w, w->expression, ".xml");
	date(w->b, day ? day : w->m->adopted, "markup");
	author(w->b, "source", "editor");
	leaf(w->b, AKN_FRBR_FORMAT, "value", "xml");
	akn_close(w->b, AKN_MANIFESTATION);
}

/* ---- references ---- */

static gboolean
may_name_term(const xmlAttr *a)
{
	static const char *const names[] = {
	    "refersTo", "href", "as", "source", "by", "outcome"};

	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp((const char *)a->name, names[i]) == 0)
			return TRUE;
	return FALSE;
}

/* The terms that a tree refers to, of those that term.def knows. */
static GHashTable *
collect_terms(const xmlNode *root)
{
	GHashTable *used = g_hash_table_new(g_str_hash, g_str_equal);
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		for (const xmlAttr *a = it.node->properties; a; a = a->next) {
			const xmlNode *value = a->children;

			if (value && value->content && *value->content == '#' &&
			    may_name_term(a))
				g_hash_table_add(used, value->content + 1);
		}
	}
	return used;
}

static void
write_term(struct akn_builder *b, guint i, const struct akn_meta *m)
{
	const char *name = terms[i].name;

	if (strcmp(terms[i].id, "session") == 0 && m->session_text)
		name = m->session_text;
	else if (strcmp(terms[i].id, "adoptionMeeting") == 0 && m->meeting)
		name = m->meeting;
	akn_open(b, terms[i].kind);
	akn_attr(b, "eId", terms[i].id);
	akn_attr(b, "href", terms[i].iri);
	akn_attr(b, "showAs", name);
	akn_close(b, terms[i].kind);
}

static void
references(struct akn_builder *b, const struct akn_meta *m, const xmlNode *root)
{
	g_autoptr(GHashTable) used = collect_terms(root);

	akn_open(b, AKN_REFERENCES);
	akn_attr(b, "source", "#source");
	if (m->job)
		g_hash_table_add(used, (gpointer)"publicationJobNumber");
	for (guint i = 0; i < G_N_ELEMENTS(terms); i++)
		if (g_hash_table_contains(used, terms[i].id))
			write_term(b, i, m);
	akn_close(b, AKN_REFERENCES);
}

static void
presentation(struct akn_builder *b, const struct akn_meta *m)
{
	if (!m->job)
		return;
	akn_open(b, AKN_PRESENTATION);
	akn_attr(b, "source", "#source");
	akn_open_own(b, "firstPageFooter");
	akn_open_own(b, "left");
	akn_open(b, AKN_DOCKET_NUMBER);
	akn_attr(b, "refersTo", "#publicationJobNumber");
	akn_text(b, m->job, -1);
	akn_close(b, AKN_DOCKET_NUMBER);
	akn_close_own(b);
	akn_close_own(b);
	akn_close(b, AKN_PRESENTATION);
}

static void
identification(struct akn_builder *b, const struct akn_meta *m,
    const char *component)
{
	struct meta w = {.b = b, .m = m, .component = component,
	    .work = g_string_new(NULL), .expression = g_string_new(NULL)};

	akn_work_iri(m, w.work);
	g_string_append_printf(w.expression, "%s/%s@", w.work->str, m->language);
	akn_open(b, AKN_IDENTIFICATION);
	akn_attr(b, "source", "#source");
	work(&w);
	expression(&w);
	manifestation(&w);
	akn_close(b, AKN_IDENTIFICATION);
	g_string_free(w.work, TRUE);
	g_string_free(w.expression, TRUE);
}

void
akn_write_meta(struct akn_builder *b, const struct akn_meta *meta,
    const char *component, gboolean whole, const xmlNode *other)
{
	xmlNode *here, *document = akn_here(b);

	if (!document)
		return;
	akn_open(b, AKN_META_);
	here = akn_here(b);
	identification(b, meta, component);
	if (whole) {
		akn_carry(b, other);
		references(b, meta, document->doc->children);
		presentation(b, meta);
	}
	akn_close(b, AKN_META_);
	if (here && document->children != here) {
		xmlUnlinkNode(here);
		xmlAddPrevSibling(document->children, here);
	}
}
