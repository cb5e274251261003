/* lead.c - lead phrases: a verb with the adverbs and nouns around it.
 *
 *   lead  = { turn | adverb | manner | with group } verb tail
 *   tail  = { adverb | manner | with group | and lead }
 *   group = { degree } noun { degree } [ and group ]
 *
 * where some verbs want a group, or may have one, before their tail. The
 * longest reading wins. */
#include "lang/pack.h"

#define MAX_TOKENS 12u /* words of the set that begin at one place */
#define RC_T_ANY_ADVERB (RC_T_ADVERB | RC_T_MANNER)
#define RC_T_FORE (RC_T_TURN | RC_T_ANY_ADVERB | RC_T_BEFORE | RC_T_WITH)
#define MAX_DEPTH 12u  /* words of one lead phrase */

struct token {
	const char *at; /* its end */
	guint bits;     /* enum rc_token */
};

struct reader {
	const struct rc_lang *lang;
	const char *end;
	gboolean brief; /* after the verb nothing but simple adverbs */
};

/* A reading: where it ends, and the bits of its verb. */
struct reading {
	const char *at; /* NULL: there is none */
	guint bits;
};

static const char *tail(const struct reader *r, const char *at, guint depth);
static struct reading lead(const struct reader *r, const char *at,
    guint depth);

static const char *
further(const char *a, const char *b)
{
	return !a || (b && b > a) ? b : a;
}

struct tokens {
	struct token list[MAX_TOKENS];
	guint n;
};

static void
walk(const struct reader *r, guint node, const char *at, struct tokens *out,
    guint depth);

/* The adverbs in the midst of a row; after each the row may go on. */
static void
walk_slot(const struct reader *r, guint node, const char *at,
    struct tokens *out, guint depth)
{
	struct tokens adverbs = {.n = 0};

	if (depth == 0)
		return;
	at = rc_fold_skip_space(at, r->end);
	walk(r, 0, at, &adverbs, depth - 1);
	for (guint i = 0; i < adverbs.n; i++) {
		const struct token *t = &adverbs.list[i];

		if (!(t->bits & RC_T_ADVERB))
			continue;
		walk(r, node, rc_fold_skip_space(t->at, r->end), out,
		    depth - 1);
		walk_slot(r, node, t->at, out, depth - 1);
	}
}

/* The words of the set at `at`, from a node on, short ones first. */
static void
walk(const struct reader *r, guint node, const char *at, struct tokens *out,
    guint depth)
{
	const struct rc_words *words = &r->lang->leads;
	gboolean bare = r->lang->bare;
	struct rc_fold f = {at, r->end, bare};
	guint32 c;

	while ((c = rc_fold_next(&f)) &&
	    (node = rc_words_child(words, node, c))) {
		guint value = rc_words_node(words, node)->value;
		guint bits = value & ~RC_WORDS_HAS_SLOT;

		if (!value || !(bare || (bits & RC_T_GLUED) ||
		    !rc_fold_is_letter(c) || rc_fold_ends(f.at, r->end)))
			continue;
		if (bits && out->n < MAX_TOKENS)
			out->list[out->n++] = (struct token){
			    rc_fold_skip_marks(f.at, r->end), bits};
		if (value & RC_WORDS_HAS_SLOT)
			walk_slot(r, rc_words_child(words, node, RC_WORDS_SLOT),
			    f.at, out, depth);
	}
}

static void
tokens_at(const struct reader *r, const char *at, struct tokens *out)
{
	out->n = 0;
	walk(r, 0, rc_fold_skip_space(at, r->end), out, MAX_DEPTH / 4);
}

/* After the noun: more degrees, or "and" and another group. */
static const char *group(const struct reader *r, const char *at, guint depth);

static const char *
group_tail(const struct reader *r, const char *at, guint depth)
{
	const char *best = at;
	struct tokens tokens;

	if (depth == 0)
		return best;
	tokens_at(r, at, &tokens);
	for (guint i = 0; i < tokens.n; i++) {
		const struct token *t = &tokens.list[i];

		if (r->lang->degree_after && (t->bits & RC_T_DEGREE))
			best = further(best, group_tail(r, t->at, depth - 1));
		if (t->bits & RC_T_AND)
			best = further(best, group(r, t->at, depth - 1));
	}
	return best;
}

/* The furthest end of a group at `at`, or NULL. */
static const char *
group(const struct reader *r, const char *at, guint depth)
{
	const char *best = NULL;
	struct tokens tokens;

	if (depth == 0)
		return NULL;
	tokens_at(r, at, &tokens);
	for (guint i = 0; i < tokens.n; i++) {
		const struct token *t = &tokens.list[i];

		if (t->bits & RC_T_NOUN)
			best = further(best, group_tail(r, t->at, depth - 1));
		if (t->bits & RC_T_DEGREE)
			best = further(best, group(r, t->at, depth - 1));
	}
	return best;
}

/* The group a verb wants, adverbs before it, and the tail after it; or NULL. */
static const char *
object(const struct reader *r, const char *at, guint depth)
{
	const char *best = group(r, at, depth);
	struct tokens tokens;

	if (depth == 0)
		return NULL;
	if (best)
		best = tail(r, best, depth - 1);
	tokens_at(r, at, &tokens);
	for (guint i = 0; i < tokens.n; i++)
		if (tokens.list[i].bits & RC_T_ADVERB)
			best = further(best,
			    object(r, tokens.list[i].at, depth - 1));
	return best;
}

static const char *
tail(const struct reader *r, const char *at, guint depth)
{
	const char *best = at;
	struct tokens tokens;

	if (depth == 0)
		return best;
	tokens_at(r, at, &tokens);
	for (guint i = 0; i < tokens.n; i++) {
		const struct token *t = &tokens.list[i];
		const char *end = NULL;

		if (t->bits & (r->brief ? RC_T_ADVERB : RC_T_ANY_ADVERB))
			best = further(best, tail(r, t->at, depth - 1));
		if (r->brief)
			continue;
		if (t->bits & RC_T_WITH)
			end = group(r, t->at, depth - 1);
		if (end)
			best = further(best, tail(r, end, depth - 1));
		if (t->bits & RC_T_AND)
			best = further(best, lead(r, t->at, depth - 1).at);
	}
	return best;
}

static struct reading
verb(const struct reader *r, const struct token *t, guint depth)
{
	struct reading reading = {.bits = t->bits};

	if (t->bits & RC_T_ALONE)
		reading.at = tail(r, t->at, depth);
	if ((t->bits & RC_T_EXPRESS) && !r->brief)
		reading.at = further(reading.at, object(r, t->at, depth));
	return reading;
}

/* What may stand before the verb, then the verb. */
static struct reading
before(const struct reader *r, const struct token *t, guint depth)
{
	struct reading reading = {0};
	const char *at = t->at;

	if (t->bits & RC_T_WITH)
		at = group(r, at, depth);
	if (!at)
		return reading;
	reading = lead(r, at, depth);
	if (t->bits & RC_T_TURN)
		reading.bits = RC_T_PREAMBULAR;
	return reading;
}

static struct reading
lead(const struct reader *r, const char *at, guint depth)
{
	struct reading best = {0};
	struct tokens tokens;

	if (depth == 0)
		return best;
	tokens_at(r, at, &tokens);
	for (guint i = 0; i < tokens.n; i++) {
		const struct token *t = &tokens.list[i];
		struct reading reading = {0};

		if (t->bits & (RC_T_ALONE | RC_T_EXPRESS))
			reading = verb(r, t, depth - 1);
		if (reading.at && (!best.at || reading.at > best.at))
			best = reading;
		if (t->bits & RC_T_FORE)
			reading = before(r, t, depth - 1);
		if (reading.at && (!best.at || reading.at > best.at))
			best = reading;
	}
	return best;
}

static gsize
read_lead(const struct rc_lang *lang, const char *text, gsize len,
    gboolean brief, enum rc_lead *says)
{
	struct reader r = {lang, text + len, brief};
	struct reading reading = {0};

	*says = RC_LEAD_NONE;
	if (rc_fold_skip_space(text, r.end) == text)
		reading = lead(&r, text, MAX_DEPTH);
	if (!reading.at)
		return 0;
	switch (reading.bits & (RC_T_PREAMBULAR | RC_T_OPERATIVE)) {
	case RC_T_PREAMBULAR: *says = RC_LEAD_PREAMBULAR; break;
	case RC_T_OPERATIVE: *says = RC_LEAD_OPERATIVE; break;
	default: *says = RC_LEAD_EITHER; break;
	}
	return reading.at - text;
}

gsize
rc_lang_lead(const struct rc_lang *lang, const char *text, gsize len,
    enum rc_lead *says)
{
	return read_lead(lang, text, len, FALSE, says);
}

gsize
rc_lang_lead_brief(const struct rc_lang *lang, const char *text, gsize len,
    enum rc_lead *says)
{
	return read_lead(lang, text, len, TRUE, says);
}
