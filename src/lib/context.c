/* context.c - settings, findings and failures of one thread. */
#include "lib/lib.h"

#include <string.h>

#include <libxml/parser.h>

#include "base/error.h"

static gpointer
init_libxml(gpointer unused)
{
	xmlInitParser();
	return NULL;
}

/* A finding and a failure promise one line, whatever they quote: control
 * characters, which could also command a terminal, become blanks. */
static void
flatten(char *s)
{
	for (unsigned char *c = (unsigned char *)s; *c; c++)
		if (*c < 0x20 || *c == 0x7f)
			*c = ' ';
		else if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
			c[0] = c[1] = ' ';
}

static void
tell(void *payload, const resconv_diag *diag)
{
	resconv *rc = payload;
	g_autofree char *text = NULL;
	resconv_diag copy = *diag;

	rc->told++;
	if (!rc->fn)
		return;
	text = g_strdup(diag->text);
	flatten(text);
	copy.text = text;
	rc->fn(rc->payload, &copy);
}

resconv *
resconv_new(void)
{
	static GOnce once = G_ONCE_INIT;
	resconv *rc = g_try_new0(resconv, 1);

	g_once(&once, init_libxml, NULL);
	if (!rc)
		return NULL;
	rc->diags.fn = tell;
	rc->diags.payload = rc;
	rc->stop_at = RESCONV_FATAL;
	return rc;
}

void
resconv_free(resconv *rc)
{
	if (!rc)
		return;
	rc_settings_done(&rc->settings);
	g_free(rc->message);
	g_free(rc);
}

void
resconv_on_diag(resconv *rc, resconv_diag_fn fn, void *payload)
{
	if (!rc)
		return;
	rc->fn = fn;
	rc->payload = payload;
}

resconv_status
resconv_silence(resconv *rc, const char *slug)
{
	enum rc_diag_kind kind = slug ? rc_diag_find(slug) : RC_D_N;
	GError *error = NULL;

	if (kind == RC_D_N) {
		rc_fail(&error, RESCONV_E_UNKNOWN,
		    "no finding is called \"%s\"", slug ? slug : "");
		return rc_failed(rc, error);
	}
	if (rc)
		rc->diags.silent[kind] = TRUE;
	return RESCONV_OK;
}

void
resconv_stop_at(resconv *rc, resconv_level level)
{
	if (rc)
		rc->stop_at = level;
}

resconv_level
resconv_worst(const resconv *rc)
{
	return rc ? rc->worst : RESCONV_NOTE;
}

void
resconv_forget(resconv *rc)
{
	if (rc)
		rc->worst = RESCONV_NOTE;
}

const char *
resconv_message(const resconv *rc)
{
	return rc && rc->message ? rc->message : "";
}

void
rc_begin(resconv *rc, const char *file)
{
	rc->diags.file = file;
	rc->diags.worst = RESCONV_NOTE;
	rc->told = 0;
}

gboolean
rc_end(resconv *rc)
{
	rc->diags.file = NULL;
	rc->worst = MAX(rc->worst, rc->diags.worst);
	return rc->told > 0 && rc->diags.worst >= rc->stop_at;
}

resconv_status
rc_failed(resconv *rc, GError *error)
{
	static const char no_reason[] =
	    "failed without a reason; please report it";
	resconv_status status = RESCONV_E_BUG;

	if (error && error->domain == RC_ERROR)
		status = error->code;
	if (rc) {
		g_free(rc->message);
		rc->message = g_strdup(error ? error->message : no_reason);
		flatten(g_strchomp(rc->message));
	}
	g_clear_error(&error);
	return status;
}

const char *
resconv_strerror(resconv_status status)
{
	static const char *const sentences[] = {
	    [RESCONV_OK] = "all is well",
	    [-RESCONV_E_NOMEM] = "memory ran out",
	    [-RESCONV_E_IO] = "reading or writing failed",
	    [-RESCONV_E_ARG] = "an argument or an option's value is bad",
	    [-RESCONV_E_UNKNOWN] = "no such format, option or language",
	    [-RESCONV_E_DISABLED] = "not part of this build or not installed",
	    [-RESCONV_E_FORMAT] = "not in a format or of a kind that is read",
	    [-RESCONV_E_LIMIT] = "a limit of size, depth or count was reached",
	    [-RESCONV_E_STRICT] =
		"a finding was told that was to stop the work",
	    [-RESCONV_E_BUG] = "a fault of resconv's; please report it",
	};

	if (status > 0 || -(int)status >= (int)G_N_ELEMENTS(sentences))
		return "no status of resconv's";
	return sentences[-status];
}

const char *
resconv_version(void)
{
	return RESCONV_VERSION;
}
