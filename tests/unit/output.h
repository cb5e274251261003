/* output.h - what the units of the outputs share: an invented resolution, and
 * writing into memory. */
#ifndef TEST_OUTPUT_H
#define TEST_OUTPUT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/auto.h"
#include "output/output.h"

#define WORK "/akn/un/statement/deliberation/unga/2051-11-30/106-9"
#define ROOT                                                                \
	"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'" \
	" xmlns:akn4un='http://un.org/akn4un'>"
#define META                                                                \
	"<meta><identification source='#ga'><FRBRWork>"                     \
	"<FRBRthis value='" WORK "/!main'/><FRBRuri value='" WORK "'/>"     \
	"<FRBRalias name='symbol' value='A/RES/106/9'/>"                    \
	"<FRBRdate date='2051-11-30' name='adoption'/>"                     \
	"<FRBRauthor href='#ga' as='#author'/><FRBRcountry value='un'/>"    \
	"<FRBRsubtype value='deliberation'/>"                               \
	"<FRBRnumber value='106-9' showAs='106/9'/></FRBRWork>"             \
	"<FRBRExpression><FRBRthis value='" WORK "/eng@/!main'/>"           \
	"<FRBRuri value='" WORK "/eng@'/>"                                  \
	"<FRBRdate date='2051-12-04' name='publication'/>"                  \
	"<FRBRauthor href='#ga' as='#author'/>"                             \
	"<FRBRlanguage language='eng'/></FRBRExpression>"                   \
	"<FRBRManifestation><FRBRthis value='" WORK "/eng@/!main.xml'/>"    \
	"<FRBRuri value='" WORK "/eng@.xml'/>"                              \
	"<FRBRdate date='2051-12-04' name='markup'/>"                       \
	"<FRBRauthor href='#ga' as='#author'/><FRBRformat value='xml'/>"    \
	"</FRBRManifestation></identification><references source='#ga'>"    \
	"<TLCOrganization eId='ga' href='/akn/o' showAs='Assembly'/>"       \
	"<TLCRole eId='author' href='/akn/r' showAs='Author'/>"             \
	"</references></meta>"

static inline xmlDoc *
tree(const char *xml)
{
	xmlDoc *doc = xmlReadMemory(xml, strlen(xml), NULL, NULL,
	    XML_PARSE_NONET);

	assert_non_null(doc);
	return doc;
}

/* A statement with only the body given. */
static inline xmlDoc *
body_tree(const char *body)
{
	g_autofree char *xml = g_strconcat(ROOT "<statement name='resolution'>"
	    META "<mainBody>", body, "</mainBody></statement></akomaNtoso>",
	    NULL);

	return tree(xml);
}

static inline gboolean
put_string(gpointer payload, const char *data, gsize size)
{
	g_string_append_len(payload, data, size);
	return TRUE;
}

/* What a format writes; options are "key=value", NULL for none. Fails the
 * test when it writes nothing. */
static inline char *
written(const xmlDoc *doc, const char *format, const char *option)
{
	const struct rc_output *output = rc_output_find(format);
	g_auto(GStrv) pair = g_strsplit(option ? option : "=", "=", 2);
	struct rc_settings settings = {NULL};
	g_autoptr(GError) error = NULL;
	GString *out = g_string_new(NULL);

	assert_non_null(output);
	if (option)
		assert_true(rc_setting_put(&settings, format,
		    rc_option_find(output->format.options, pair[0]), pair[1],
		    NULL));
	if (!output->write(doc, &settings, NULL, put_string, out, &error))
		fail_msg("%s", error->message);
	rc_settings_done(&settings);
	return g_string_free(out, FALSE);
}

/* The status with which a format refuses to write. */
static inline int
refused(const xmlDoc *doc, const char *format, const char *option)
{
	const struct rc_output *output = rc_output_find(format);
	g_auto(GStrv) pair = g_strsplit(option ? option : "=", "=", 2);
	struct rc_settings settings = {NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);

	if (option)
		assert_true(rc_setting_put(&settings, format,
		    rc_option_find(output->format.options, pair[0]), pair[1],
		    NULL));
	assert_false(output->write(doc, &settings, NULL, put_string, out,
	    &error));
	rc_settings_done(&settings);
	assert_non_null(error);
	assert_true(*error->message);
	assert_int_equal(out->len, 0);
	return error->code;
}

#endif
