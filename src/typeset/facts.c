/* facts.c - what the masthead, the running heads and the foot say. */
#include "typeset/facts.h"

#include <string.h>

#include "akn/akn.h"
#include "lang/lang.h"

/* Where the documents of the United Nations are found by symbol. */
#define ADDRESS "https://docs.un.org/"

/* What comes before the number in the symbol of an organ's resolutions. */
static const struct organ {
	const char *actor, *series;
	enum rc_phrase name;
} organs[] = {
	{"unga-hrc", "A/HRC/RES/", RC_PH_ORGAN_HRC},
	{"un-ga-hrc", "A/HRC/RES/", RC_PH_ORGAN_HRC},
	{"unga", "A/RES/", RC_PH_ORGAN_GA},
	{"un-ga", "A/RES/", RC_PH_ORGAN_GA},
	{"unsc", "S/RES/", RC_PH_ORGAN_SC},
	{"un-sc", "S/RES/", RC_PH_ORGAN_SC},
	{"unecosoc", "E/RES/", RC_PH_ORGAN_ECOSOC},
	{"un-ecosoc", "E/RES/", RC_PH_ORGAN_ECOSOC},
};

static const struct organ *
find_organ(const char *actor)
{
	for (guint i = 0; i < G_N_ELEMENTS(organs); i++)
		if (strcmp(organs[i].actor, actor) == 0)
			return &organs[i];
	return NULL;
}

/* An element's text in one line. */
static char *
text_of(const xmlNode *node)
{
	GString *text = g_string_new(NULL);
	GString *line = g_string_new(NULL);

	if (node)
		akn_content(node, text);
	for (const char *p = text->str; *p; p++) {
		gboolean blank = strchr(" \t\r\n", *p) != NULL;

		if (!blank)
			g_string_append_c(line, *p);
		else if (line->len > 0 && line->str[line->len - 1] != ' ')
			g_string_append_c(line, ' ');
	}
	g_string_free(text, TRUE);
	return g_strchomp(g_string_free(line, FALSE));
}

static const char *
value_of(const xmlNode *parent, enum akn_kind kind, const char *attribute)
{
	const xmlNode *node = parent ? akn_find(parent, kind) : NULL;
	const char *value = node ? akn_get(node, attribute) : NULL;

	return value ? value : "";
}

/* The n-th part of "/akn/un/statement/deliberation/unga/…", from 0; yours. */
static char *
part_of(const char *iri, guint n)
{
	g_auto(GStrv) parts = g_strsplit_set(iri, "/#", 9);

	return g_strdup(g_strv_length(parts) > n + 1 ? parts[n + 1] : "");
}

/* The first element of a kind with that @refersTo, or with that @name. */
static const xmlNode *
find_named(const xmlNode *root, enum akn_kind kind, const char *refers,
    const char *name)
{
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (root && akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER || it.kind != kind)
			continue;
		if (refers && akn_refers(it.node, refers))
			return it.node;
		if (name && g_strcmp0(akn_get(it.node, "name"), name) == 0)
			return it.node;
	}
	return NULL;
}

static const char *
find_symbol(const xmlNode *meta)
{
	const xmlNode *alias = find_named(meta, AKN_FRBR_ALIAS, NULL, "symbol");
	const char *symbol = alias ? akn_get(alias, "value") : NULL;

	return symbol ? symbol : "";
}

/* The publisher and the organ are the first two authorities of the cover. */
static void
read_authorities(struct rc_facts *facts, const xmlNode *cover)
{
	char **names[] = {&facts->publisher, &facts->organ};
	struct akn_iter it;
	guint n = 0;

	akn_iter_init(&it, cover);
	while (cover && n < G_N_ELEMENTS(names) &&
	    akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		if (it.kind == AKN_DOC_TITLE || it.kind == AKN_AUTHORIAL_NOTE)
			akn_iter_skip(&it);
		else if (it.kind == AKN_DOC_AUTHORITY)
			*names[n++] = text_of(it.node);
	}
	for (; n < G_N_ELEMENTS(names); n++)
		*names[n] = g_strdup("");
}

static void
read_cover(struct rc_facts *facts, const xmlNode *cover)
{
	const xmlNode *symbol =
	    find_named(cover, AKN_DOC_NUMBER, "symbol", NULL);
	const xmlNode *status =
	    find_named(cover, AKN_INLINE_, NULL, "akn4un:distribution");

	read_authorities(facts, cover);
	if (symbol) {
		g_free(facts->symbol);
		facts->symbol = text_of(symbol);
	}
	facts->mark = g_strdup(value_of(symbol, AKN_AUTHORIAL_NOTE, "marker"));
	if (!status && cover)
		status = akn_find(cover, AKN_DOC_STATUS);
	facts->distribution[0] = text_of(status);
	facts->distribution[1] = text_of(find_named(cover, AKN_DOC_DATE,
	    "dateOfIssuance", NULL));
	facts->distribution[2] = text_of(find_named(cover, AKN_INLINE_, NULL,
	    "akn4un:languageOfExpression"));
	facts->distribution[3] = text_of(find_named(cover, AKN_INLINE_, NULL,
	    "akn4un:originalLanguage"));
}

/* What every masthead says, where the text had none to read it from; the
 * masthead of a council of Geneva names the Assembly, to which it reports. */
static void
complete_masthead(struct rc_facts *facts, const struct rc_lang *lang)
{
	const struct organ *organ = find_organ(facts->actor);

	if (!lang || !organ || facts->publisher[0] || facts->organ[0])
		return;
	g_free(facts->publisher);
	g_free(facts->organ);
	facts->publisher = g_strdup(rc_lang_phrase(lang, RC_PH_PUBLISHER));
	facts->organ = g_strdup(rc_lang_phrase(lang,
	    organ->name == RC_PH_ORGAN_HRC ? RC_PH_ORGAN_GA : organ->name));
}

/* The title of the resolution; a Security Council resolution has none. */
static char *
read_title(const xmlNode *root)
{
	const xmlNode *title =
	    find_named(root, AKN_DOC_TITLE, "resolutionTitle", NULL);
	const xmlNode *preface = root ? akn_find(root, AKN_PREFACE) : NULL;

	if (!title && preface)
		title = akn_find(preface, AKN_DOC_TITLE);
	return text_of(title);
}

static const char *
read_date(const xmlNode *meta)
{
	const char *issued = value_of(meta ? akn_find(meta, AKN_EXPRESSION)
	                                   : NULL, AKN_FRBR_DATE, "date");

	if (issued[0] && strcmp(issued, "1900-01-01") != 0)
		return issued;
	return value_of(meta ? akn_find(meta, AKN_WORK) : NULL, AKN_FRBR_DATE,
	    "date");
}

void
rc_facts_init(struct rc_facts *facts, const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	const xmlNode *meta = root ? akn_find(root, AKN_META_) : NULL;
	const char *iri = value_of(meta, AKN_FRBR_URI, "value");
	const struct rc_lang *lang = rc_lang_find(
	    value_of(meta, AKN_FRBR_LANGUAGE, "language"));

	*facts = (struct rc_facts){
	    .lang = g_strdup(lang ? rc_lang_code2(lang) : "en"),
	    .actor = part_of(iri, 4),
	    .symbol = g_strdup(find_symbol(meta)),
	    .title = read_title(root),
	    .job = text_of(meta ? akn_find(meta, AKN_DOCKET_NUMBER) : NULL),
	    .date = g_strdup(read_date(meta)),
	};
	read_cover(facts, root ? akn_find(root, AKN_COVER_PAGE) : NULL);
	complete_masthead(facts, lang);
}

void
rc_facts_done(struct rc_facts *facts)
{
	g_free(facts->lang);
	g_free(facts->actor);
	g_free(facts->symbol);
	g_free(facts->mark);
	g_free(facts->title);
	g_free(facts->job);
	g_free(facts->date);
	g_free(facts->publisher);
	g_free(facts->organ);
	for (guint i = 0; i < RC_N_DISTRIBUTION; i++)
		g_free(facts->distribution[i]);
}

/* ---- addresses ---- */

/* Whether what follows the dash of a number stands in brackets in symbols:
 * "2767(2024)" of the Security Council, "1514(XV)" of old sessions. */
static gboolean
is_bracketed(const char *actor, const char *tail)
{
	return g_str_has_suffix(actor, "sc") ||
	    (tail[0] && strspn(tail, "IVXLC") == strlen(tail));
}

/* "58-5" is 58/5, "S-32-1" of a special session S-32/1. */
static void
add_number(GString *out, const char *actor, const char *number)
{
	const char *dash = strrchr(number, '-');
	gboolean special = strncmp(number, "S-", 2) == 0 ||
	    strncmp(number, "ES-", 3) == 0;

	if (dash && g_ascii_isdigit(number[0]) &&
	    is_bracketed(actor, dash + 1)) {
		g_string_append_printf(out, "%.*s(%s)", (int)(dash - number),
		    number, dash + 1);
		return;
	}
	for (const char *p = number; *p; p++)
		g_string_append_c(out,
		    *p == '-' && (!special || p == dash) ? '/' : *p);
}

/* The symbol that an IRI's organ and number make. */
static gboolean
add_symbol(GString *out, const char *actor, const char *number)
{
	const struct organ *organ;

	if (g_ascii_isalpha(number[0]) && number[1] == '-' &&
	    (number[0] != 'S' || strstr(actor, "sc"))) {
		for (; *number; number++)
			g_string_append_c(out, *number == '-' ? '/' : *number);
		return TRUE;
	}
	organ = find_organ(actor);
	if (!organ)
		return FALSE;
	g_string_append(out, organ->series);
	add_number(out, actor, number);
	return TRUE;
}

char *
rc_facts_address(const struct rc_facts *facts, const char *href)
{
	g_autofree char *actor = NULL, *number = NULL;
	GString *out;

	if (!href || href[0] == '#' || href[0] == '!' || !href[0])
		return NULL;
	if (!g_str_has_prefix(href, "/akn/"))
		return g_strdup(href);
	actor = part_of(href, 4);
	number = part_of(href, 6);
	out = g_string_new(ADDRESS);
	g_string_append_printf(out, "%s/", facts->lang);
	if (number[0] && add_symbol(out, actor, number))
		return g_string_free(out, FALSE);
	g_string_free(out, TRUE);
	return NULL;
}
