/* test_lib.c - the public library: statuses, messages, findings, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "resconv/resconv.h"

/* Has one finding of level warning: paragraph 3 follows 1. */
static const char text[] =
    "**Resolution adopted by the General Assembly on 1 March 2044**\n\n"
    "**99/903. The salt of the tides**\n\n*The General Assembly,*\n\n"
    "Recalling its resolution 98/12 of 3 May 2043,\n\n"
    "1. *Notes* the salt of the tides;\n\n"
    "3. *Decides* to remain seized of the matter.\n\n"
    "*70th plenary meeting\n1 March 2044*\n";

static resconv *
settings(void)
{
	resconv *rc = resconv_new();

	assert_non_null(rc);
	return rc;
}

static resconv_doc *
read_text(resconv *rc)
{
	resconv_doc *doc = NULL;

	assert_int_equal(resconv_read(rc, text, strlen(text), "markdown",
	    "tides.md", &doc), RESCONV_OK);
	assert_non_null(doc);
	return doc;
}

/* The call fails with this status and a sentence that holds some words. */
static void
assert_fails(const resconv *rc, resconv_status status, resconv_status wanted,
    const char *words)
{
	assert_int_equal(status, wanted);
	if (!strstr(resconv_message(rc), words))
		fail_msg("\"%s\" does not say \"%s\"", resconv_message(rc),
		    words);
}

static void
null_is_refused_or_does_nothing(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = NULL;
	char *data = NULL;
	size_t size = 0;

	(void)state;
	resconv_free(NULL);
	resconv_doc_free(NULL);
	resconv_memory_free(NULL);
	resconv_on_diag(NULL, NULL, NULL);
	resconv_stop_at(NULL, RESCONV_ERROR);
	resconv_forget(NULL);
	assert_int_equal(resconv_worst(NULL), RESCONV_NOTE);
	assert_string_equal(resconv_message(NULL), "");
	assert_null(resconv_doc_xml(NULL));
	assert_int_equal(resconv_read(NULL, text, 1, NULL, NULL, &doc),
	    RESCONV_E_ARG);
	assert_fails(rc, resconv_read(rc, NULL, 1, NULL, NULL, &doc),
	    RESCONV_E_ARG, "nothing to read");
	assert_fails(rc, resconv_read(rc, text, 1, NULL, NULL, NULL),
	    RESCONV_E_ARG, "nothing to read");
	assert_fails(rc, resconv_read_file(rc, NULL, NULL, &doc),
	    RESCONV_E_ARG, "nothing to read");
	assert_fails(rc, resconv_read_stream(rc, NULL, NULL, NULL, &doc),
	    RESCONV_E_ARG, "nothing to read");
	assert_fails(rc, resconv_write(rc, NULL, "akn", stdout),
	    RESCONV_E_ARG, "nothing to write");
	assert_fails(rc, resconv_write_memory(rc, NULL, "akn", &data, &size),
	    RESCONV_E_ARG, "nothing to write");
	assert_fails(rc, resconv_set(rc, NULL, "1"), RESCONV_E_ARG, "key");
	assert_fails(rc, resconv_silence(rc, NULL), RESCONV_E_UNKNOWN, "\"\"");
	assert_null(doc);
	assert_null(data);
	resconv_free(rc);
}

static void
a_failed_read_leaves_the_document_alone(void **state)
{
	resconv *rc = settings();
	resconv_doc *before = read_text(rc), *doc = before;

	(void)state;
	assert_fails(rc, resconv_read(rc, "", 0, NULL, "none", &doc),
	    RESCONV_E_FORMAT, "none: is empty");
	assert_fails(rc, resconv_read(rc, "\0\1\2", 3, NULL, NULL, &doc),
	    RESCONV_E_FORMAT, "<memory>: ");
	assert_fails(rc, resconv_read(rc, text, 9, "markdwon", NULL, &doc),
	    RESCONV_E_UNKNOWN, "did you mean markdown?");
	assert_fails(rc, resconv_read_file(rc, "no/such.txt", NULL, &doc),
	    RESCONV_E_IO, "no/such.txt: cannot be read: No such file");
	assert_ptr_equal(doc, before);
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
what_is_no_resolution_is_told_and_refused(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = NULL;

	(void)state;
	assert_int_equal(resconv_read(rc, "eggs\nmilk\n", 10, "plain", NULL,
	    &doc), RESCONV_E_FORMAT);
	assert_int_equal(resconv_worst(rc), RESCONV_FATAL);
	assert_int_equal(resconv_set(rc, "parse.force", "yes"), RESCONV_OK);
	assert_int_equal(resconv_read(rc, "eggs\nmilk\n", 10, "plain", NULL,
	    &doc), RESCONV_OK);
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
too_large_an_input_is_refused_before_it_is_read(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = NULL;
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_int_equal(ftruncate(fileno(file), RC_MAX_INPUT_BYTES + 1), 0);
	assert_fails(rc, resconv_read_stream(rc, file, NULL, "large", &doc),
	    RESCONV_E_LIMIT, "large: is larger than 64 MiB");
	assert_int_equal(ftell(file), 0);
	assert_fails(rc, resconv_read(rc, text, RC_MAX_INPUT_BYTES + 1, NULL,
	    "huge", &doc), RESCONV_E_LIMIT, "huge: is larger than 64 MiB");
	assert_null(doc);
	fclose(file);
	resconv_free(rc);
}

/* ---- findings ---- */

struct heard {
	unsigned n;
	resconv_level worst;
	int wrong; /* a finding without file, slug or sentence, or of two lines */
};

static void
hear(void *payload, const resconv_diag *diag)
{
	struct heard *heard = payload;

	heard->n++;
	if (diag->level > heard->worst)
		heard->worst = diag->level;
	if (strcmp(diag->file, "tides.md") != 0 || !diag->slug[0] ||
	    !diag->text[0] || strchr(diag->text, '\n'))
		heard->wrong = 1;
}

static void
findings_are_told_with_their_file(void **state)
{
	resconv *rc = settings();
	struct heard heard = {0};

	(void)state;
	resconv_on_diag(rc, hear, &heard);
	resconv_doc_free(read_text(rc));
	assert_true(heard.n > 0);
	assert_int_equal(heard.worst, RESCONV_WARNING);
	assert_int_equal(heard.wrong, 0);
	assert_int_equal(resconv_worst(rc), RESCONV_WARNING);
	resconv_forget(rc);
	assert_int_equal(resconv_worst(rc), RESCONV_NOTE);
	resconv_free(rc);
}

static void
a_silenced_kind_is_not_told(void **state)
{
	resconv *rc = settings();
	struct heard heard = {0};
	resconv_diag finding;

	(void)state;
	resconv_on_diag(rc, hear, &heard);
	for (size_t i = 0; resconv_finding(i, &finding); i++)
		assert_int_equal(resconv_silence(rc, finding.slug), RESCONV_OK);
	resconv_doc_free(read_text(rc));
	assert_int_equal(heard.n, 0);
	assert_int_equal(resconv_worst(rc), RESCONV_NOTE);
	assert_fails(rc, resconv_silence(rc, "no-such"), RESCONV_E_UNKNOWN,
	    "no-such");
	resconv_free(rc);
}

static void
reading_stops_at_a_level(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = NULL;

	(void)state;
	resconv_stop_at(rc, RESCONV_WARNING);
	assert_fails(rc, resconv_read(rc, text, strlen(text), NULL, "tides.md",
	    &doc), RESCONV_E_STRICT, "tides.md: ");
	assert_null(doc);
	resconv_stop_at(rc, RESCONV_ERROR);
	doc = read_text(rc);
	resconv_doc_free(doc);
	resconv_free(rc);
}

/* ---- writing ---- */

static void
a_stream_gets_what_memory_gets(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc);
	char *data = NULL, *written;
	size_t size = 0;
	FILE *file = tmpfile();

	(void)state;
	assert_int_equal(resconv_write_memory(rc, doc, "akn", &data, &size),
	    RESCONV_OK);
	assert_int_equal(resconv_write(rc, doc, "akn", file), RESCONV_OK);
	assert_int_equal(ftell(file), size);
	rewind(file);
	written = malloc(size);
	assert_int_equal(fread(written, 1, size, file), size);
	assert_memory_equal(written, data, size);
	free(written);
	fclose(file);
	resconv_memory_free(data);
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
a_document_outlives_its_settings(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc);
	char *data = NULL;
	size_t size = 0;

	(void)state;
	resconv_free(rc);
	rc = settings();
	assert_int_equal(resconv_write_memory(rc, doc, "json", &data, &size),
	    RESCONV_OK);
	assert_non_null(resconv_doc_xml(doc));
	resconv_memory_free(data);
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
a_stream_that_fails_is_the_reason(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc);
	FILE *full = fopen("/dev/full", "w");

	(void)state;
	assert_non_null(full);
	assert_fails(rc, resconv_write(rc, doc, "akn", full), RESCONV_E_IO,
	    "cannot be written: No space left");
	fclose(full);
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
an_unknown_output_is_answered_with_what_there_is(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc);

	(void)state;
	assert_fails(rc, resconv_write(rc, doc, "akm", stdout),
	    RESCONV_E_UNKNOWN, "did you mean akn? there are akn, json");
	assert_null(resconv_find_writer(rc, "zzzzzz"));
	assert_null(strstr(resconv_message(rc), "did you mean"));
	assert_null(resconv_find_writer(rc, NULL));
	resconv_doc_free(doc);
	resconv_free(rc);
}

/* ---- options and tables ---- */

static void
options_are_checked_when_they_are_set(void **state)
{
	resconv *rc = settings();

	(void)state;
	assert_int_equal(resconv_set(rc, "akn.indent", "4"), RESCONV_OK);
	assert_fails(rc, resconv_set(rc, "akn.indent", "four"), RESCONV_E_ARG,
	    "it takes N");
	assert_fails(rc, resconv_set(rc, "akn.indnt", "4"), RESCONV_E_UNKNOWN,
	    "akn.indent");
	assert_fails(rc, resconv_set(rc, "akn", "4"), RESCONV_E_UNKNOWN,
	    "parse.force");
	assert_fails(rc, resconv_set(rc, "", ""), RESCONV_E_UNKNOWN, "there are");
	assert_int_equal(resconv_set(rc, "parse.force", "yes"), RESCONV_OK);
	assert_fails(rc, resconv_set(rc, "parse.force", "Yes"), RESCONV_E_ARG,
	    "yes|no");
	resconv_free(rc);
}

static void
assert_described(const resconv_format *format)
{
	assert_true(format->name[0] && format->summary[0]);
	assert_int_equal(format->suffix[0], '.');
	assert_non_null(strchr(format->media_type, '/'));
	for (const resconv_option *o = format->options; o && o->name; o++)
		assert_true(o->argument[0] && o->summary[0] && o->standard);
}

static void
tables_are_whole_and_end(void **state)
{
	resconv *rc = settings();
	const resconv_format *format;
	resconv_diag finding;
	size_t i;

	(void)state;
	for (i = 0; (format = resconv_reader(i)); i++) {
		assert_described(format);
		assert_ptr_equal(resconv_find_reader(rc, format->name), format);
	}
	assert_true(i >= 3);
	for (i = 0; (format = resconv_writer(i)); i++) {
		assert_described(format);
		assert_ptr_equal(resconv_find_writer(rc, format->name), format);
	}
	assert_true(i >= 5);
	for (i = 0; resconv_finding(i, &finding); i++)
		assert_true(finding.slug[0] && finding.text[0]);
	assert_true(i > 0);
	assert_int_equal(resconv_finding(0, NULL), 0);
	assert_null(resconv_reader(SIZE_MAX));
	assert_non_null(resconv_parse_options());
	resconv_free(rc);
}

static void
every_status_has_a_sentence(void **state)
{
	(void)state;
	for (int status = 0; status >= RESCONV_E_BUG; status--)
		assert_true(strlen(resconv_strerror(status)) > 5);
	assert_non_null(strstr(resconv_strerror(7), "no status"));
	assert_non_null(strstr(resconv_strerror(-99), "no status"));
	assert_true(strlen(resconv_version()) >= 5);
}

/* ---- threads ---- */

#define ROUNDS 20

/* Reads and writes with settings of its own, and writes a shared document. */
static void *
work(void *shared)
{
	resconv *rc = resconv_new();
	void *good = shared;

	for (int i = 0; i < ROUNDS && good; i++) {
		resconv_doc *doc = NULL;
		char *data = NULL;
		size_t size;

		if (resconv_read(rc, text, strlen(text), NULL, NULL, &doc) ||
		    resconv_write_memory(rc, shared, "json", &data, &size))
			good = NULL;
		resconv_memory_free(data);
		resconv_doc_free(doc);
	}
	resconv_free(rc);
	return good;
}

static void
threads_share_documents_but_not_settings(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc);
	pthread_t threads[4];
	void *good;

	(void)state;
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, work, doc), 0);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(pthread_join(threads[i], &good), 0);
		assert_non_null(good);
	}
	resconv_doc_free(doc);
	resconv_free(rc);
}

static void
pages_want_files_only_when_they_are_to_lie_beside(void **state)
{
	resconv *rc = settings();
	const char *name = NULL;
	char *data = NULL;
	size_t size = 0;

	(void)state;
	assert_fails(rc, resconv_asset(rc, "akn", 0, &name, &data, &size),
	    RESCONV_E_UNKNOWN, "akn wants no files");
	assert_fails(rc, resconv_asset(rc, "html", 0, &name, &data, &size),
	    RESCONV_E_UNKNOWN, "no more files");
	assert_int_equal(resconv_set(rc, "html.assets", "external"), RESCONV_OK);
	assert_int_equal(resconv_asset(rc, "html", 1, &name, &data, &size),
	    RESCONV_OK);
	assert_string_equal(name, "resconv.js");
	assert_true(size > 0);
	resconv_memory_free(data);
	assert_fails(rc, resconv_asset(rc, "html", 2, &name, &data, &size),
	    RESCONV_E_UNKNOWN, "no more files");
	resconv_free(rc);
}

static void
editions_are_documents_that_few_formats_write(void **state)
{
	resconv *rc = settings();
	resconv_doc *doc = read_text(rc), *edition = NULL, *other = NULL;
	const resconv_doc *docs[7] = {doc, doc, doc, doc, doc, doc, doc};
	char *data = NULL;
	size_t size;

	(void)state;
	assert_fails(rc, resconv_compare(rc, doc, NULL, &edition),
	    RESCONV_E_ARG, "two documents");
	assert_fails(rc, resconv_parallel(rc, docs, 1, &edition), RESCONV_E_ARG,
	    "two to six");
	assert_fails(rc, resconv_parallel(rc, docs, 7, &edition), RESCONV_E_ARG,
	    "two to six");
	assert_null(edition);
	assert_int_equal(resconv_compare(rc, doc, doc, &edition), RESCONV_OK);
	assert_fails(rc, resconv_compare(rc, edition, doc, &other),
	    RESCONV_E_ARG, "an edition");
	assert_fails(rc, resconv_write_memory(rc, edition, "akn", &data, &size),
	    RESCONV_E_ARG, "akn cannot hold a comparison");
	assert_int_equal(resconv_write_memory(rc, edition, "json", &data, &size),
	    RESCONV_OK);
	assert_non_null(strstr(data, "\"changed\": 0"));
	resconv_memory_free(data);
	resconv_doc_free(edition);
	assert_int_equal(resconv_parallel(rc, docs, 6, &edition), RESCONV_OK);
	resconv_doc_free(doc);
	assert_fails(rc, resconv_write_memory(rc, edition, "json", &data, &size),
	    RESCONV_E_ARG, "json cannot hold a parallel edition");
	assert_int_equal(resconv_write_memory(rc, edition, "html", &data, &size),
	    RESCONV_OK);
	resconv_memory_free(data);
	resconv_doc_free(edition);
	resconv_free(rc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(null_is_refused_or_does_nothing),
	    cmocka_unit_test(a_failed_read_leaves_the_document_alone),
	    cmocka_unit_test(what_is_no_resolution_is_told_and_refused),
	    cmocka_unit_test(too_large_an_input_is_refused_before_it_is_read),
	    cmocka_unit_test(findings_are_told_with_their_file),
	    cmocka_unit_test(a_silenced_kind_is_not_told),
	    cmocka_unit_test(reading_stops_at_a_level),
	    cmocka_unit_test(a_stream_gets_what_memory_gets),
	    cmocka_unit_test(a_document_outlives_its_settings),
	    cmocka_unit_test(a_stream_that_fails_is_the_reason),
	    cmocka_unit_test(an_unknown_output_is_answered_with_what_there_is),
	    cmocka_unit_test(options_are_checked_when_they_are_set),
	    cmocka_unit_test(tables_are_whole_and_end),
	    cmocka_unit_test(every_status_has_a_sentence),
	    cmocka_unit_test(
	        pages_want_files_only_when_they_are_to_lie_beside),
	    cmocka_unit_test(editions_are_documents_that_few_formats_write),
	    cmocka_unit_test(threads_share_documents_but_not_settings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
