/* carry.c - metadata of another tree, taken over: keywords and votes.
 *
 * The UN's own files name terms that they never define and give steps the date
 * 0001-01-01 (official-akn-defects.md §2, §3): a step without a true date is
 * left out, a term that we know is named by our own entry. */
#include "akn/carry.h"

#include <string.h>

#define MAX_KEYWORDS 2000u

static void
copy_attr(struct akn_builder *b, const xmlNode *from, const char *name)
{
	const char *value = akn_get(from, name);

	if (value && *value)
		akn_attr(b, name, value);
}

static gboolean
is_keyword(const xmlNode *node)
{
	const char *value = akn_get(node, "value");

	return value && *value;
}

static void
carry_classification(struct akn_builder *b, const xmlNode *from)
{
	const xmlNode *k;
	guint n = 0;

	for (k = akn_child(from, AKN_KEYWORD); k; k = akn_next(k, AKN_KEYWORD))
		n += is_keyword(k);
	if (!n || n > MAX_KEYWORDS)
		return;
	akn_open(b, AKN_CLASSIFICATION);
	akn_attr(b, "source", "#source");
	for (k = akn_child(from, AKN_KEYWORD); k; k = akn_next(k, AKN_KEYWORD)) {
		const char *shown = akn_get(k, "showAs");
		const char *dictionary = akn_get(k, "dictionary");

		if (!is_keyword(k))
			continue;
		akn_open(b, AKN_KEYWORD);
		copy_attr(b, k, "value");
		akn_attr(b, "showAs", shown && *shown ? shown :
		    akn_get(k, "value"));
		akn_attr(b, "dictionary", dictionary ? dictionary : "");
		if (akn_get(k, "href") && akn_get(k, "href")[0] != '#')
			copy_attr(b, k, "href");
		akn_close(b, AKN_KEYWORD);
	}
	akn_close(b, AKN_CLASSIFICATION);
}

/* "#inFavour" for "inFavour" and for "#inFavour", if it is one of ours. */
static const char *
vote_term(const char *value)
{
	static const char *const known[] = {"#inFavour", "#against",
	    "#abstaining", "#adoptedWithoutVote", "#adoptedRecordedVote"};

	for (guint i = 0; value && i < G_N_ELEMENTS(known); i++)
		if (g_ascii_strcasecmp(value + (*value == '#'),
		        known[i] + 1) == 0)
			return known[i];
	return NULL;
}

static void
carry_voters(struct akn_builder *b, const xmlNode *count)
{
	const xmlNode *o = akn_find(count, AKN_ORGANIZATION);

	if (!o)
		return;
	akn_open_own(b, "voters");
	for (; o; o = akn_next(o, AKN_ORGANIZATION)) {
		g_autoptr(GString) name = g_string_new(NULL);

		akn_content(o, name);
		akn_open(b, AKN_ORGANIZATION);
		akn_attr(b, "refersTo", "#memberState");
		akn_text(b, g_strstrip(name->str), -1);
		akn_close(b, AKN_ORGANIZATION);
	}
	akn_close_own(b);
}

static void
carry_count(struct akn_builder *b, const xmlNode *count)
{
	const char *value = akn_get(count, "value");
	const char *term = vote_term(akn_get(count, "refersTo"));

	if (!value || !*value || !term)
		return;
	akn_open(b, AKN_COUNT);
	akn_attr(b, "value", value);
	akn_attr(b, "refersTo", term);
	carry_voters(b, count);
	akn_close(b, AKN_COUNT);
}

static gboolean
has_counts(const xmlNode *voting)
{
	const xmlNode *c;

	for (c = akn_child(voting, AKN_COUNT); c; c = akn_next(c, AKN_COUNT))
		if (akn_get(c, "value") && *akn_get(c, "value") &&
		    vote_term(akn_get(c, "refersTo")))
			return TRUE;
	return FALSE;
}

static void
carry_voting(struct akn_builder *b, const xmlNode *voting)
{
	const xmlNode *c;

	if (!has_counts(voting))
		return;
	akn_open(b, AKN_ANALYSIS);
	akn_attr(b, "source", "#source");
	akn_open(b, AKN_PARLIAMENTARY);
	akn_open(b, AKN_VOTING);
	akn_attr(b, "outcome", vote_term(akn_get(voting, "outcome")) ?
	    vote_term(akn_get(voting, "outcome")) : "#adoptedRecordedVote");
	for (c = akn_child(voting, AKN_COUNT); c; c = akn_next(c, AKN_COUNT))
		carry_count(b, c);
	akn_close(b, AKN_VOTING);
	akn_close(b, AKN_PARLIAMENTARY);
	akn_close(b, AKN_ANALYSIS);
}

void
akn_carry(struct akn_builder *b, const xmlNode *other)
{
	const xmlNode *meta = akn_find(other, AKN_META_), *c;

	if (!meta)
		return;
	for (c = akn_child(meta, AKN_CLASSIFICATION); c;
	     c = akn_next(c, AKN_CLASSIFICATION))
		carry_classification(b, c);
	c = akn_find(meta, AKN_VOTING);
	if (c)
		carry_voting(b, c);
}
