/* read.c - bytes of any format in, a document out. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"
#include "input/input.h"
#include "lib/lib.h"
#include "parse/parse.h"

#define READ_AT_ONCE (64u << 10)

static gboolean
check_size(gsize size, GError **error)
{
	if (size == 0)
		return rc_fail(error, RESCONV_E_FORMAT, "is empty");
	if (size > RC_MAX_INPUT_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "is larger than %u MiB, the most that is read",
		    RC_MAX_INPUT_BYTES >> 20);
	return TRUE;
}

static const struct rc_input *
choose_input(resconv *rc, const char *data, gsize size, const char *from,
    const char *name, GError **error)
{
	if (!from)
		return rc_input_sniff(data, size, name, error);
	if (resconv_find_reader(rc, from))
		return rc_input_find(from);
	rc_fail(error, RESCONV_E_UNKNOWN, "%s", resconv_message(rc));
	return NULL;
}

/* Through the text model and the parser, unless the format gives the tree. */
static xmlDoc *
read_tree(resconv *rc, const struct rc_input *input, const char *data,
    gsize size, GError **error)
{
	xmlDoc *tree = NULL;
	struct rc_text text;

	rc_text_init(&text);
	if (input->read(data, size, &rc->settings, &rc->diags, &text, &tree,
		error) &&
	    !tree)
		tree = rc_parse(&text, &rc->settings, &rc->diags, error);
	rc_text_done(&text);
	return tree;
}

static gboolean
read_doc(resconv *rc, const char *data, gsize size, const char *from,
    const char *name, resconv_doc **doc, GError **error)
{
	g_autoptr(xmlDoc) tree = NULL;
	const struct rc_input *input;
	gboolean stop;

	if (!check_size(size, error) ||
	    !(input = choose_input(rc, data, size, from, name, error)))
		return FALSE;
	rc_begin(rc, name);
	if (!from)
		rc_input_tell_name(input, name, &rc->diags);
	tree = read_tree(rc, input, data, size, error);
	stop = rc_end(rc);
	if (!tree)
		return FALSE;
	if (stop)
		return rc_fail(error, RESCONV_E_STRICT,
		    "not converted, for a finding was told that stops it");
	*doc = g_new0(resconv_doc, 1);
	(*doc)->tree = g_steal_pointer(&tree);
	(*doc)->name = g_strdup(name);
	(*doc)->format = input->format.name;
	return TRUE;
}

static resconv_status
bad_argument(resconv *rc, const char *sentence)
{
	GError *error = NULL;

	rc_fail(&error, RESCONV_E_ARG, "%s", sentence);
	return rc_failed(rc, error);
}

/* A failure's sentence begins with what it is about. */
static resconv_status
failed_about(resconv *rc, const char *name, GError *error)
{
	if (error)
		g_prefix_error(&error, "%s: ", name);
	return rc_failed(rc, error);
}

resconv_status
resconv_read(resconv *rc, const void *data, size_t size, const char *from,
    const char *name, resconv_doc **doc)
{
	GError *error = NULL;

	if (!rc || !doc || (!data && size > 0))
		return bad_argument(rc, "nothing to read from or to");
	if (!name)
		name = "<memory>";
	if (!read_doc(rc, data, size, from, name, doc, &error))
		return failed_about(rc, name, error);
	return RESCONV_OK;
}

/* ---- files ---- */

/* The whole stream. A file that says it is too large is not read at all, and
 * one that does not say so only as far as the limit. */
static GByteArray *
slurp(FILE *in, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gsize n, left = READ_AT_ONCE, len = 0;
	struct stat st;

	if (fstat(fileno(in), &st) == 0 && S_ISREG(st.st_mode)) {
		if (st.st_size > RC_MAX_INPUT_BYTES) {
			check_size(st.st_size, error);
			return NULL;
		}
		left = st.st_size + 1; /* so that its end is seen too */
	}
	do {
		g_byte_array_set_size(bytes, len + left);
		n = fread(bytes->data + len, 1, left, in);
		len += n;
		left = READ_AT_ONCE;
	} while (n > 0 && len <= RC_MAX_INPUT_BYTES);
	g_byte_array_set_size(bytes, len);
	if (ferror(in)) {
		rc_fail(error, RESCONV_E_IO, "cannot be read: %s",
		    g_strerror(errno));
		return NULL;
	}
	return g_steal_pointer(&bytes);
}

resconv_status
resconv_read_stream(resconv *rc, FILE *in, const char *from, const char *name,
    resconv_doc **doc)
{
	g_autoptr(GByteArray) bytes = NULL;
	GError *error = NULL;

	if (!rc || !in || !doc)
		return bad_argument(rc, "nothing to read from or to");
	if (!name)
		name = "<stream>";
	bytes = slurp(in, &error);
	if (!bytes)
		return failed_about(rc, name, error);
	return resconv_read(rc, bytes->data, bytes->len, from, name, doc);
}

resconv_status
resconv_read_file(resconv *rc, const char *path, const char *from,
    resconv_doc **doc)
{
	resconv_status status;
	GError *error = NULL;
	FILE *in;

	if (!rc || !path || !doc)
		return bad_argument(rc, "nothing to read from or to");
	in = fopen(path, "rbe");
	if (!in) {
		rc_fail(&error, RESCONV_E_IO, "cannot be read: %s",
		    g_strerror(errno));
		return failed_about(rc, path, error);
	}
	status = resconv_read_stream(rc, in, from, path, doc);
	fclose(in);
	return status;
}
