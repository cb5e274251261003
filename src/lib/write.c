/* write.c - a document in, bytes of any format out. */
#include <errno.h>

#include "akn/edition.h"
#include "base/error.h"
#include "lib/lib.h"
#include "output/output.h"

/* A stream and why it failed, 0 if it did not. */
struct stream {
	FILE *file;
	int reason;
};

static gboolean
put_stream(gpointer payload, const char *data, gsize size)
{
	struct stream *stream = payload;

	if (fwrite(data, 1, size, stream->file) == size)
		return TRUE;
	stream->reason = errno;
	return FALSE;
}

static gboolean
put_memory(gpointer payload, const char *data, gsize size)
{
	g_string_append_len(payload, data, size);
	return TRUE;
}

/* Most formats hold one document. */
static gboolean
check_edition(const resconv_doc *doc, const struct rc_output *output,
    GError **error)
{
	enum rc_edition edition = rc_edition_of(doc->tree);

	if ((edition & ~output->editions) == 0)
		return TRUE;
	return rc_fail(error, RESCONV_E_ARG,
	    edition == RC_COMPARISON ?
	        "%s cannot hold a comparison; say html, json or xslt" :
	        "%s cannot hold a parallel edition; say html or xslt",
	    output->format.name);
}

static gboolean
write_doc(resconv *rc, const resconv_doc *doc, const char *to, rc_write_fn put,
    gpointer payload, GError **error)
{
	const struct rc_output *output;
	gboolean ok;

	if (!doc || !to)
		return rc_fail(error, RESCONV_E_ARG, "nothing to write");
	if (!resconv_find_writer(rc, to))
		return rc_fail(error, RESCONV_E_UNKNOWN, "%s",
		    resconv_message(rc));
	output = rc_output_find(to);
	if (!check_edition(doc, output, error))
		return FALSE;
	rc_begin(rc, doc->name);
	ok = output->write(doc->tree, &rc->settings, &rc->diags, put, payload,
	    error);
	rc_end(rc);
	if (!ok && error && *error)
		g_prefix_error(error, "%s: ", doc->name);
	return ok;
}

/* Whatever the output made of a stream that failed, this is the reason. */
static resconv_status
stream_failed(resconv *rc, int reason, GError *error)
{
	GError *own = NULL;

	g_clear_error(&error);
	rc_fail(&own, RESCONV_E_IO, "cannot be written: %s",
	    g_strerror(reason));
	return rc_failed(rc, own);
}

resconv_status
resconv_write(resconv *rc, const resconv_doc *doc, const char *to, FILE *out)
{
	struct stream stream = {.file = out};
	GError *error = NULL;
	gboolean ok;

	if (!rc || !out) {
		rc_fail(&error, RESCONV_E_ARG, "nothing to write to");
		return rc_failed(rc, error);
	}
	ok = write_doc(rc, doc, to, put_stream, &stream, &error);
	if (ok && fflush(out) != 0)
		stream.reason = errno;
	if (stream.reason)
		return stream_failed(rc, stream.reason, error);
	return ok ? RESCONV_OK : rc_failed(rc, error);
}

resconv_status
resconv_write_memory(resconv *rc, const resconv_doc *doc, const char *to,
    char **data, size_t *size)
{
	g_autoptr(GString) out = g_string_new(NULL);
	GError *error = NULL;

	if (!rc || !data || !size) {
		rc_fail(&error, RESCONV_E_ARG, "nothing to write to");
		return rc_failed(rc, error);
	}
	if (!write_doc(rc, doc, to, put_memory, out, &error))
		return rc_failed(rc, error);
	*size = out->len;
	*data = g_string_free(g_steal_pointer(&out), FALSE);
	return RESCONV_OK;
}

static gboolean
give_asset(resconv *rc, const char *to, size_t i, const char **name,
    GString *out, GError **error)
{
	const struct rc_output *output;

	if (!to || !resconv_find_writer(rc, to))
		return rc_fail(error, RESCONV_E_ARG, "%s", resconv_message(rc));
	output = rc_output_find(to);
	if (!output->asset || i > G_MAXUINT)
		return rc_fail(error, RESCONV_E_UNKNOWN,
		    "%s wants no files beside it", to);
	return output->asset(&rc->settings, i, name, out, error);
}

resconv_status
resconv_asset(resconv *rc, const char *to, size_t i, const char **name,
    char **data, size_t *size)
{
	g_autoptr(GString) out = g_string_new(NULL);
	GError *error = NULL;

	if (!rc || !name || !data || !size) {
		rc_fail(&error, RESCONV_E_ARG, "nothing to write to");
		return rc_failed(rc, error);
	}
	if (!give_asset(rc, to, i, name, out, &error))
		return rc_failed(rc, error);
	*size = out->len;
	*data = g_string_free(g_steal_pointer(&out), FALSE);
	return RESCONV_OK;
}

void
resconv_memory_free(char *data)
{
	g_free(data);
}
