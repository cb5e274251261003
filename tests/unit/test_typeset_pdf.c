/* test_typeset_pdf.c - the files "pdf" and "boxes" as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>

#include "base/auto.h"
#include "base/error.h"
#include "output/boxes.h"
#include "output/pdf.h"

static const char tree[] =
    "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
    "<statement name='resolution'><meta><identification><FRBRWork><FRBRuri "
    "value='/akn/un/statement/deliberation/unga/2044-12-07/99-7'/><FRBRalias "
    "name='symbol' value='A/RES/99/7'/><FRBRdate date='2044-12-07' "
    "name='adoption'/></FRBRWork><FRBRExpression><FRBRdate date='2044-12-14' "
    "name='publication'/><FRBRlanguage language='eng'/></FRBRExpression>"
    "</identification></meta><mainBody><p>See <a href=\"https://example.org/"
    "it's (a) \xc3\xa9\">a link</a>, <i>emphasis</i>, 14\xc2\xa0"
    "December, COVID\xe2\x80\x91" "19.</p></mainBody></statement></akomaNtoso>";

static gboolean
append(gpointer payload, const char *data, gsize size)
{
	g_byte_array_append(payload, (const guint8 *)data, size);
	return TRUE;
}

static gboolean
refuse(gpointer payload, const char *data, gsize size)
{
	return FALSE;
}

/* The pages alone, whose objects are not compressed. */
static GByteArray *
written_plain(void)
{
	g_autoptr(xmlDoc) doc =
	    xmlReadMemory(tree, strlen(tree), "test", NULL, 0);
	GByteArray *bytes = g_byte_array_new();
	struct rc_settings settings = {0};

	assert_true(rc_setting_put(&settings, "pdf", rc_option_find(
	    rc_output_pdf.format.options, "profile"), "plain", NULL));
	assert_true(rc_output_pdf.write(doc, &settings, NULL, append, bytes,
	    NULL));
	rc_settings_done(&settings);
	return bytes;
}

static GByteArray *
written(const struct rc_output *output)
{
	g_autoptr(xmlDoc) doc =
	    xmlReadMemory(tree, strlen(tree), "test", NULL, 0);
	GByteArray *bytes = g_byte_array_new();
	GError *error = NULL;

	if (!output->write(doc, NULL, NULL, append, bytes, &error))
		fail_msg("%s", error->message);
	return bytes;
}

static gboolean
has(const GByteArray *bytes, const char *text)
{
	gsize n = strlen(text);

	for (gsize i = 0; i + n <= bytes->len; i++)
		if (memcmp(bytes->data + i, text, n) == 0)
			return TRUE;
	return FALSE;
}

static void
same_bytes_every_time(void **state)
{
	g_autoptr(GByteArray) one = written(&rc_output_pdf);
	g_autoptr(GByteArray) other = written(&rc_output_pdf);

	assert_int_equal(one->len, other->len);
	assert_memory_equal(one->data, other->data, one->len);
	assert_memory_equal(one->data, "%PDF-", 5);
}

static gpointer
write_often(gpointer expected)
{
	const GByteArray *same = expected;

	for (guint i = 0; i < 30; i++) {
		g_autoptr(GByteArray) bytes = written(&rc_output_pdf);

		if (bytes->len != same->len ||
		    memcmp(bytes->data, same->data, same->len) != 0)
			return expected;
	}
	return NULL;
}

static void
threads_write_at_the_same_time(void **state)
{
	g_autoptr(GByteArray) expected = written(&rc_output_pdf);

	for (guint round = 0; round < 2; round++) {
		GThread *threads[3];

		for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
			threads[i] = g_thread_new(NULL, write_often, expected);
		for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
			assert_null(g_thread_join(threads[i]));
	}
}

static void
dates_are_the_documents(void **state)
{
	g_autoptr(GByteArray) bytes = written_plain();

	assert_true(has(bytes, "/CreationDate (20441214000000Z"));
	assert_true(has(bytes, "/ModDate (20441214000000Z"));
}

static void
links_are_annotations_in_ascii(void **state)
{
	g_autoptr(GByteArray) bytes = written_plain();

	assert_true(has(bytes, "https://example.org/it%27s%20%28a%29%20%C3%A9)"));
}

static void
stream_that_fails_is_told(void **state)
{
	g_autoptr(xmlDoc) doc =
	    xmlReadMemory(tree, strlen(tree), "test", NULL, 0);
	g_autoptr(GError) error = NULL;

	assert_false(rc_output_pdf.write(doc, NULL, NULL, refuse, NULL, &error));
	assert_true(g_error_matches(error, RC_ERROR, RESCONV_E_IO));
	g_clear_error(&error);
	assert_false(
	    rc_output_boxes.write(doc, NULL, NULL, refuse, NULL, &error));
	assert_true(g_error_matches(error, RC_ERROR, RESCONV_E_IO));
}

static resconv_status
status_with_emblem(const char *path)
{
	g_autoptr(xmlDoc) doc =
	    xmlReadMemory(tree, strlen(tree), "test", NULL, 0);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_autoptr(GError) error = NULL;
	struct rc_settings settings = {0};
	const resconv_option *row =
	    rc_option_find(rc_output_pdf.format.options, "emblem");

	assert_true(rc_setting_put(&settings, "pdf", row, path, &error));
	rc_output_pdf.write(doc, &settings, NULL, append, bytes, &error);
	rc_settings_done(&settings);
	return error ? error->code : RESCONV_OK;
}

static void
emblem_is_a_picture_of_the_users(void **state)
{
	static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' "
	    "width='10' height='10'><circle cx='5' cy='5' r='4'/></svg>";
	g_autofree char *path = NULL;
	gint file = g_file_open_tmp("emblem-XXXXXX.svg", &path, NULL);

	assert_true(file >= 0);
	g_close(file, NULL);
	assert_true(g_file_set_contents(path, svg, -1, NULL));
	assert_int_equal(status_with_emblem(path), RESCONV_OK);
	assert_true(g_file_set_contents(path, "no picture", -1, NULL));
	assert_int_equal(status_with_emblem(path), RESCONV_E_FORMAT);
	assert_true(g_file_set_contents(path, "\x89PNG broken", -1, NULL));
	assert_int_equal(status_with_emblem(path), RESCONV_E_FORMAT);
	g_unlink(path);
	assert_int_equal(status_with_emblem(path), RESCONV_E_IO);
}

static void
boxes_say_what_stands_where(void **state)
{
	g_autoptr(GByteArray) bytes = written(&rc_output_boxes);

	assert_true(has(bytes, "page 1 612.00 792.00\n"));
	assert_true(has(bytes, "    serif 10.00 1.03 0.20 147.10 |See |\n"));
	assert_true(has(bytes, "|a link| <https://example.org/it's (a) "));
	assert_true(has(bytes, "    serif-italic 10.00 1.03 0.20 "));
	assert_true(has(bytes, "|https://docs.un.org/en/A/RES/99/7|"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_bytes_every_time),
		cmocka_unit_test(threads_write_at_the_same_time),
		cmocka_unit_test(dates_are_the_documents),
		cmocka_unit_test(links_are_annotations_in_ascii),
		cmocka_unit_test(stream_that_fails_is_told),
		cmocka_unit_test(emblem_is_a_picture_of_the_users),
		cmocka_unit_test(boxes_say_what_stands_where),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
