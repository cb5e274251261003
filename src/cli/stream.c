/* stream.c - records in on standard input, records out on standard output: one
 * warm process serves a pipe. */
#include "cli/batch.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#define READ_AT_ONCE (64u << 10)
/* A record holds a document in base64, and a little more. */
#define MAX_RECORD (RESCONV_MAX_INPUT_BYTES / 3u * 4u + (1u << 20))

struct stream {
	const struct options *options;
	GByteArray *read; /* bytes of standard input that are no record yet */
	gsize searched;   /* of read, that have no newline */
	gboolean over;    /* standard input is at its end, or failed */
	gboolean halted;  /* standard output failed */
	enum exit_status worst;
};

/* A record in work: its line, then its answer. */
struct piece {
	char *line;
	gsize size;
	char *answer;
};

/* ---- lines ---- */

/* Read on. FALSE: no more comes. */
static gboolean
read_more(struct stream *stream)
{
	guint at = stream->read->len;
	gssize n;

	g_byte_array_set_size(stream->read, at + READ_AT_ONCE);
	do
		n = read(STDIN_FILENO, stream->read->data + at, READ_AT_ONCE);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		complain("standard input cannot be read: %s",
		    g_strerror(errno));
		stream->worst = EXIT_SYSTEM;
	}
	g_byte_array_set_size(stream->read, at + MAX(n, 0));
	stream->over = n <= 0;
	return n > 0;
}

/* The first line, with its newline if it has one, cut off what was read. Of a
 * line that is too long only the beginning is kept. */
static char *
next_line(struct stream *stream, gsize *size)
{
	GByteArray *bytes = stream->read;
	guint8 *end = NULL;
	char *line;

	for (;;) {
		if (bytes->len > stream->searched)
			end = memchr(bytes->data + stream->searched, '\n',
			    bytes->len - stream->searched);
		if (end || stream->over)
			break;
		stream->searched = bytes->len;
		if (bytes->len > MAX_RECORD) { /* the rest is passed over */
			g_byte_array_set_size(bytes, MAX_RECORD);
			stream->searched = bytes->len;
		}
		read_more(stream);
	}
	if (bytes->len == 0)
		return NULL;
	*size = end ? end - bytes->data + 1 : bytes->len;
	line = g_memdup2(bytes->data, *size);
	g_byte_array_remove_range(bytes, 0, *size);
	stream->searched = 0;
	return line;
}

static gboolean
is_blank(const char *line, gsize size)
{
	for (gsize i = 0; i < size; i++)
		if (!strchr(" \t\r\n", line[i]) || !line[i])
			return FALSE;
	return TRUE;
}

/* ---- one record ---- */

struct answer {
	const struct options *options;
	json_t *diagnostics;
	gboolean counts;
	enum exit_status status;
	char *message;
};

static json_t *
text(const char *s)
{
	g_autofree char *valid = g_utf8_make_valid(s, -1);

	return json_string(valid);
}

static void
take_finding(void *payload, const resconv_diag *diag)
{
	struct answer *answer = payload;
	json_t *one;

	answer->counts |= diag->level >= answer->options->counts;
	if (!is_shown(answer->options, diag))
		return;
	one = json_object();
	json_object_set_new(one, "level", text(level_name(diag->level)));
	json_object_set_new(one, "slug", text(diag->slug));
	if (diag->page)
		json_object_set_new(one, "page", json_integer(diag->page));
	if (diag->line)
		json_object_set_new(one, "line", json_integer(diag->line));
	if (diag->column)
		json_object_set_new(one, "column", json_integer(diag->column));
	json_object_set_new(one, "text", text(diag->text));
	json_array_append_new(answer->diagnostics, one);
}

static void
answer_fail(struct answer *answer, enum exit_status status, char *message)
{
	answer->status = MAX(answer->status, status);
	g_free(answer->message);
	answer->message = message;
}

/* The bytes that a record holds or names, in memory that is yours. */
static char *
bytes_of(const json_t *record, gsize *size, struct answer *answer)
{
	const json_t *text_value = json_object_get(record, "text");
	const char *data = json_string_value(json_object_get(record, "data"));
	const char *path = json_string_value(json_object_get(record, "path"));
	char *bytes = NULL, *trouble = NULL;

	if (json_is_string(text_value)) {
		*size = json_string_length(text_value);
		return g_memdup2(json_string_value(text_value), *size + 1);
	}
	if (data && (bytes = (char *)g_base64_decode(data, size)))
		return bytes;
	if (path && fetch_file(path, &bytes, size, &trouble))
		return bytes;
	if (path)
		answer_fail(answer, EXIT_SYSTEM, trouble);
	else
		answer_fail(answer, EXIT_NO_OUTPUT,
		    g_strdup("the record has no document: say text, data in "
		             "base64 or path"));
	return NULL;
}

/* Text as a string, anything else in base64. */
static json_t *
output_value(const resconv_format *format, const char *data, gsize size)
{
	g_autofree char *coded = NULL;

	if (!g_str_has_suffix(format->media_type, "pdf") &&
	    g_utf8_validate_len(data, size, NULL))
		return json_stringn(data, size);
	coded = g_base64_encode((const guchar *)data, size);
	return json_string(coded);
}

static json_t *
write_formats(struct answer *answer, const resconv_doc *doc, resconv *rc)
{
	const resconv_format *const *format = answer->options->formats;
	json_t *all = json_object();

	for (; *format; format++) {
		resconv_status status;
		char *data;
		size_t size;

		status = resconv_write_memory(rc, doc, (*format)->name, &data,
		    &size);
		if (status != RESCONV_OK) {
			answer_fail(answer, exit_of_status(status),
			    g_strdup(resconv_message(rc)));
			continue;
		}
		json_object_set_new(all, (*format)->name,
		    output_value(*format, data, size));
		resconv_memory_free(data);
	}
	return all;
}

static void
settle(struct answer *answer, const resconv *rc)
{
	if (!answer->counts)
		return;
	answer->status = MAX(answer->status,
	    resconv_worst(rc) >= RESCONV_ERROR ? EXIT_ERRORS : EXIT_WARNINGS);
	if (answer->options->stops)
		answer_fail(answer, EXIT_NO_OUTPUT, g_strdup("not converted, "
		    "for a finding was told that stops it"));
}

/* The outputs by format, or NULL. */
static json_t *
convert_record(struct answer *answer, const json_t *record, resconv *rc)
{
	const char *name = json_string_value(json_object_get(record, "name"));
	g_autofree char *bytes = NULL;
	resconv_doc *doc = NULL;
	resconv_status status;
	json_t *outputs = NULL;
	gsize size = 0;

	if (!name)
		name = json_string_value(json_object_get(record, "path"));
	bytes = bytes_of(record, &size, answer);
	if (!bytes)
		return NULL;
	resconv_forget(rc);
	resconv_on_diag(rc, take_finding, answer);
	status = resconv_read(rc, bytes, size, answer->options->from, name,
	    &doc);
	if (status == RESCONV_OK)
		outputs = write_formats(answer, doc, rc);
	else
		answer_fail(answer, exit_of_status(status),
		    g_strdup(resconv_message(rc)));
	if (doc)
		settle(answer, rc);
	resconv_doc_free(doc);
	resconv_on_diag(rc, NULL, NULL);
	return outputs;
}

/* One format is the output itself, several are an object of them. */
static void
add_outputs(json_t *line, const struct answer *answer, json_t *outputs)
{
	const resconv_format *const *formats = answer->options->formats;
	gboolean stopped = answer->counts && answer->options->stops;
	json_t *only;

	if (!outputs || stopped)
		return;
	if (formats[1])
		json_object_set(line, "output", outputs);
	else if ((only = json_object_get(outputs, formats[0]->name)))
		json_object_set(line, "output", only);
}

static void
answer_record(const struct options *options, struct piece *piece,
    const json_t *record, const char *trouble, resconv *rc)
{
	struct answer answer = {
	    .options = options,
	    .diagnostics = json_array(),
	};
	json_t *line = json_object(), *outputs = NULL, *id;
	char *printed;

	if (!rc)
		answer_fail(&answer, EXIT_SYSTEM, g_strdup(g_strerror(ENOMEM)));
	else if (json_is_object(record))
		outputs = convert_record(&answer, record, rc);
	else
		answer_fail(&answer, EXIT_NO_OUTPUT, g_strdup(trouble));
	id = json_object_get(record, "id");
	json_object_set(line, "id", id ? id : json_null());
	json_object_set_new(line, "status", text(status_name(answer.status)));
	if (answer.message)
		json_object_set_new(line, "message", text(answer.message));
	json_object_set_new(line, "diagnostics", answer.diagnostics);
	add_outputs(line, &answer, outputs);
	printed = json_dumps(line, JSON_COMPACT);
	piece->answer = g_strconcat(printed, "\n", NULL);
	free(printed);
	g_free(answer.message);
	json_decref(outputs);
	json_decref(line);
}

/* ---- the work of the threads ---- */

static gpointer
start(gpointer payload)
{
	struct stream *stream = payload;

	return options_again(stream->options);
}

static void
end(gpointer state)
{
	resconv_free(state);
}

static gpointer
take(gpointer payload)
{
	struct stream *stream = payload;
	struct piece *piece;
	gsize size;
	char *line;

	while (!g_atomic_int_get(&stream->halted) &&
	    (line = next_line(stream, &size))) {
		if (is_blank(line, size)) {
			g_free(line);
			continue;
		}
		piece = g_new0(struct piece, 1);
		piece->line = line;
		piece->size = size;
		return piece;
	}
	return NULL;
}

static void
work(gpointer payload, gpointer state, gpointer data)
{
	struct stream *stream = payload;
	struct piece *piece = data;
	g_autofree char *trouble = NULL;
	json_t *record = NULL;
	json_error_t error;

	if (piece->size > MAX_RECORD) {
		trouble = g_strdup_printf("the record is longer than %u MiB, "
		    "the most that is read", MAX_RECORD >> 20);
	} else {
		record = json_loadb(piece->line, piece->size, JSON_ALLOW_NUL,
		    &error);
		trouble = g_strdup_printf("the line is no JSON object%s%s",
		    record ? "" : ": ", record ? "" : error.text);
	}
	g_clear_pointer(&piece->line, g_free);
	answer_record(stream->options, piece, record, trouble, state);
	json_decref(record);
}

static void
emit(gpointer payload, gpointer data)
{
	struct stream *stream = payload;
	struct piece *piece = data;
	int error = 0;

	if (!stream->halted)
		error = write_all(STDOUT_FILENO, piece->answer,
		    strlen(piece->answer));
	if (error) {
		complain("standard output cannot be written: %s",
		    g_strerror(error));
		stream->worst = EXIT_SYSTEM;
		g_atomic_int_set(&stream->halted, TRUE);
	}
	g_free(piece->answer);
	g_free(piece);
}

/* Each record is told its own status: an engine that saw the command fail would
 * do the whole partition again. So only the stream's own trouble counts. */
enum exit_status
stream_run(const struct options *options, resconv *rc)
{
	static const struct queue_work steps = {start, end, take, work, emit};
	guint jobs = options->jobs ? options->jobs : g_get_num_processors();
	struct stream stream = {
	    .options = options,
	    .read = g_byte_array_new(),
	};

	queue_run(&steps, &stream, jobs, !options->unordered);
	g_byte_array_unref(stream.read);
	return stream.worst;
}
