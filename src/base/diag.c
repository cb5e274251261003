/* diag.c - findings about an input. */
#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

static const struct {
	resconv_level level;
	const char *slug, *sentence;
} rows[] = {
#define DIAG(name, level, slug, sentence) {RESCONV_##level, slug, sentence},
#include "base/diag.def"
#undef DIAG
};

resconv_level
rc_diag_level(enum rc_diag_kind kind)
{
	return rows[kind].level;
}

const char *
rc_diag_slug(enum rc_diag_kind kind)
{
	return rows[kind].slug;
}

const char *
rc_diag_sentence(enum rc_diag_kind kind)
{
	return rows[kind].sentence;
}

enum rc_diag_kind
rc_diag_find(const char *slug)
{
	for (guint i = 0; i < RC_D_N; i++)
		if (strcmp(rows[i].slug, slug) == 0)
			return i;
	return RC_D_N;
}

void
rc_diag(struct rc_diags *diags, enum rc_diag_kind kind,
    const struct rc_place *at, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	if (!diags || diags->silent[kind])
		return;
	diags->worst = MAX(diags->worst, rows[kind].level);
	if (!diags->fn)
		return;
	va_start(args, at);
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	text = g_strdup_vprintf(rows[kind].sentence, args);
#pragma GCC diagnostic pop
G_GNUC_END_IGNORE_DEPRECATIONS
	va_end(args);
	diags->fn(diags->payload, &(resconv_diag){
	    .level = rows[kind].level,
	    .slug = rows[kind].slug,
	    .file = diags->file ? diags->file : "<memory>",
	    .page = at ? at->page : 0,
	    .line = at ? at->line : 0,
	    .column = at ? at->column : 0,
	    .text = text,
	});
}
