/* reader.c - read one file with the inputs named, and hold what comes out to
 * the text model's promises; then parse it. Prints a line a step: its name,
 * milliseconds, and the count of paragraphs or why it refused; behind what is
 * read, and at the end, the most memory held, in KiB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "input/input.h"
#include "parse/parse.h"

#ifdef __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void
demand(gboolean holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken promise: %s\n", what);
	exit(2);
}

static void
check_para(const struct rc_text *text, const struct rc_para *para)
{
	guint32 at = 0;

	demand(strlen(para->text) == para->len, "no NUL in a text");
	demand(g_utf8_validate_len(para->text, para->len, NULL), "UTF-8");
	for (guint i = 0; i < para->n_spans; i++) {
		const struct rc_span *span = rc_para_span(text, para, i);

		demand(span->start >= at && span->start < span->end,
		    "spans in order, not empty");
		demand(span->end <= para->len, "spans within the text");
		demand(span->style, "spans have a style");
		demand(!(span->style & RC_LINK) == !span->href,
		    "links have a target");
		at = span->end;
	}
	for (guint i = 0; i < para->n_calls; i++) {
		const struct rc_call *call = &g_array_index(text->calls,
		    struct rc_call, para->call + i);

		demand(call->note < text->notes->len, "calls have a note");
		demand(call->at <= para->len, "calls within the text");
	}
	demand(para->at.line > 0 && para->at.column > 0, "a place");
}

static void
check_text(const struct rc_text *text)
{
	for (guint i = 0; i < text->paras->len; i++)
		check_para(text, rc_text_para(text, i));
	for (guint i = 0; i < text->cells->len; i++)
		check_para(text, &g_array_index(text->cells, struct rc_para, i));
	for (guint i = 0; i < text->note_paras->len; i++)
		check_para(text, &g_array_index(text->note_paras,
		    struct rc_para, i));
}

/* Of the processor: a busy machine makes no input slow. */
static long
milliseconds_since(clock_t start)
{
	return (long)((clock() - start) / (CLOCKS_PER_SEC / 1000));
}

static gboolean
read_with(const struct rc_input *input, const char *data, gsize size,
    struct rc_text *text, xmlDoc **tree, GError **error)
{
	*tree = NULL;
	rc_text_init(text);
	return input->read(data, size, NULL, NULL, text, tree, error);
}

static void
done(struct rc_text *text, xmlDoc *tree)
{
	rc_text_done(text);
	if (tree)
		xmlFreeDoc(tree);
}

static void
try_reading(const struct rc_input *input, const char *data, gsize size)
{
	clock_t start = clock();
	g_autoptr(GError) error = NULL;
	struct rc_text text;
	xmlDoc *tree;
	gboolean ok = read_with(input, data, size, &text, &tree, &error);

	printf("%s %ld ", input->format.name, milliseconds_since(start));
	demand(ok == !error, "an error if and only if it failed");
	if (ok)
		printf("%u paragraphs\n", text.paras->len);
	else
		printf("refused: %s\n", error->message);
	if (ok)
		check_text(&text);
	done(&text, tree);
}

/* What is no resolution is parsed to the end before it is refused. */
static void
try_parsing(const struct rc_input *input, const char *data, gsize size)
{
	g_autoptr(GError) error = NULL;
	struct rc_text text;
	xmlDoc *tree;
	clock_t start;

	if (read_with(input, data, size, &text, &tree, NULL) && !tree) {
		start = clock();
		tree = rc_parse(&text, NULL, NULL, &error);
		printf("parse %ld ", milliseconds_since(start));
		printf("%s\n", tree ? "a tree" : error->message);
		demand(!tree == !!error, "an error, or a tree");
	}
	done(&text, tree);
}

/* The most memory held so far, in KiB; 0 where the system does not say. (What
 * getrusage says counts the process that started this one.) */
static long
memory_held(void)
{
	g_autofree char *status = NULL;
	const char *row;

	if (!g_file_get_contents("/proc/self/status", &status, NULL, NULL))
		return 0;
	row = strstr(status, "VmHWM:");
	return row ? strtol(row + strlen("VmHWM:"), NULL, 10) : 0;
}

static void
tell_memory(void)
{
	printf("memory %ld %s\n", SANITIZED ? 0 : memory_held(),
	    SANITIZED ? "sanitized" : "bare");
}

static void
sniff(const char *data, gsize size, const char *name)
{
	clock_t start = clock();
	g_autoptr(GError) error = NULL;
	const struct rc_input *input = rc_input_sniff(data, size, name, &error);

	demand(!input == !!error, "an error if and only if none fits");
	printf("sniff %ld %s\n", milliseconds_since(start),
	    input ? input->format.name : error->message);
}

int
main(int argc, char **argv)
{
	g_autofree char *data = NULL, *exact = NULL;
	gsize size;

	if (argc < 3 || !g_file_get_contents(argv[1], &data, &size, NULL))
		return 3;
	exact = g_memdup2(data, size); /* no NUL behind the last byte */
	g_clear_pointer(&data, g_free);
	sniff(exact, size, argv[1]);
	for (int i = 2; i < argc; i++)
		try_reading(rc_input_find(argv[i]), exact, size);
	tell_memory();
	for (int i = 2; i < argc; i++)
		try_parsing(rc_input_find(argv[i]), exact, size);
	tell_memory();
	return 0;
}
