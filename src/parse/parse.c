/* parse.c - the parser from end to end. */
#include "parse/parse.h"

#include <string.h>

#include "base/auto.h"
#include "base/error.h"
#include "parse/account.h"
#include "parse/cite.h"
#include "parse/inline.h"
#include "parse/portion.h"

#define CHUNK_BYTES 32768
#define GUESS_BYTES 20000u /* of the text that tell its language */

const resconv_option rc_parse_options[] = {
    {"account", "yes|no", "no", "tell where each character of a text went"},
    {"force", "yes|no", "no", "convert what does not look like a resolution"},
    {"language", "ar|en|es|fr|ru|zh|auto", "auto", "language of the text"},
    {NULL, NULL, NULL, NULL}};

static void
init(struct parser *p, const struct rc_text *text,
    const struct rc_settings *settings, struct rc_diags *diags)
{
	*p = (struct parser){
	    .in = text,
	    .settings = settings,
	    .diags = diags,
	    .chunk = g_string_chunk_new(CHUNK_BYTES),
	    .blocks = g_array_sized_new(FALSE, TRUE, sizeof(struct block), 128),
	    .cells = g_array_new(FALSE, TRUE, sizeof(struct block)),
	    .spans = g_array_sized_new(FALSE, FALSE, sizeof(struct rc_span), 128),
	    .cuts = g_array_new(FALSE, FALSE, sizeof(struct cut)),
	    .notes = g_array_new(FALSE, TRUE, sizeof(struct note)),
	    .note_blocks = g_array_new(FALSE, TRUE, sizeof(struct block)),
	    .refs = g_array_new(FALSE, FALSE, sizeof(struct ref)),
	    .cites = g_array_new(FALSE, FALSE, sizeof(struct cite)),
	    .cited = g_array_new(FALSE, FALSE, sizeof(struct ref)),
	};
	if (!text->tree && rc_setting_yes(settings, "parse", rc_parse_options,
	        "account"))
		p->account = rc_account_new();
}

static void
finish(struct parser *p)
{
	g_string_chunk_free(p->chunk);
	g_array_unref(p->blocks);
	g_array_unref(p->cells);
	g_array_unref(p->spans);
	g_array_unref(p->cuts);
	g_array_unref(p->notes);
	g_array_unref(p->note_blocks);
	g_array_unref(p->refs);
	g_array_unref(p->cites);
	g_array_unref(p->cited);
	akn_builder_free(p->out);
	rc_account_free(p->account);
}

static const struct rc_lang *
guess(const struct parser *p)
{
	g_autoptr(GString) sample = g_string_new(NULL);
	const struct rc_lang *said = p->in->facts.language
	    ? rc_lang_find(p->in->facts.language) : NULL, *lang;
	gboolean sure;

	for (guint i = 0; i < p->in->paras->len && sample->len < GUESS_BYTES;
	     i++) {
		const struct rc_para *para = rc_text_para(p->in, i);

		g_string_append_len(sample, para->text, para->len);
		g_string_append_c(sample, '\n');
	}
	lang = rc_lang_guess(sample->str, sample->len, &sure);
	if (said && !sure) {
		rc_diag(p->diags, RC_D_PROPERTY_TAKEN, NULL, "language",
		    rc_lang_code3(said));
		return said;
	}
	if (said && said != lang)
		rc_diag(p->diags, RC_D_PROPERTY_DIFFERS, NULL,
		    rc_lang_code3(said), rc_lang_code3(lang));
	if (!sure)
		rc_diag(p->diags, RC_D_LANGUAGE_GUESSED, NULL,
		    rc_lang_code3(lang));
	return lang;
}

static const struct rc_lang *
choose_language(const struct parser *p)
{
	const char *wanted = rc_setting(p->settings, "parse", rc_parse_options,
	    "language");

	if (strcmp(wanted, "auto") != 0)
		return rc_lang_find(wanted);
	return guess(p);
}

/* Whether anything here is what only a resolution has. */
static gboolean
is_resolution(const struct parser *p)
{
	gboolean number = FALSE;

	for (guint i = 0; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind == BLOCK_FORMULA || b->role == RC_ROLE_TITLE ||
		    b->role == RC_ROLE_ADOPTION || b->role == RC_ROLE_SYMBOL)
			return TRUE;
		if (b->kind == BLOCK_PARAGRAPH && b->mark.style == MARK_NUMBER &&
		    b->mark.value == 1)
			number = TRUE;
	}
	return number;
}

static gboolean
read_blocks(struct parser *p, GError **error)
{
	p->lang = choose_language(p);
	if (!(p->in->lines ? rc_segment_lines(p, error) : rc_segment(p, error)))
		return FALSE;
	rc_neighbours_cut(p);
	rc_head_read(p);
	if (!p->in->notes->len && !p->in->lines)
		rc_leave_folios(p);
	if (!p->in->notes->len && !rc_notes_find(p, error))
		return FALSE;
	rc_join_torn(p);
	rc_classify(p);
	rc_head_fields(p);
	return TRUE;
}

static xmlDoc *
run(struct parser *p, GError **error)
{
	xmlDoc *doc;

	if (!read_blocks(p, error))
		return NULL;
	if (!is_resolution(p) && !rc_setting_yes(p->settings, "parse",
	        rc_parse_options, "force")) {
		rc_diag(p->diags, RC_D_NOT_RESOLUTION, NULL);
		rc_fail(error, RESCONV_E_FORMAT, "this is no resolution: no "
		    "formula, number, title or numbered paragraph was found; "
		    "-O parse.force=yes converts it all the same");
		return NULL;
	}
	p->leads_set = rc_leads_are_set(p);
	p->out = akn_builder_new();
	rc_write(p);
	doc = akn_builder_finish(p->out, error);
	if (!doc)
		return NULL;
	akn_number(doc);
	rc_links_resolve(p, doc);
	rc_account_tell(p);
	return doc;
}

xmlDoc *
rc_parse(const struct rc_text *text, const struct rc_settings *settings,
    struct rc_diags *diags, GError **error)
{
	struct parser p;
	xmlDoc *doc;

	init(&p, text, settings, diags);
	doc = run(&p, error);
	finish(&p);
	return doc;
}
