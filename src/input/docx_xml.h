/* docx_xml.h - one XML part of a Word file, told element by element. */
#ifndef RC_INPUT_DOCX_XML_H
#define RC_INPUT_DOCX_XML_H

#include <glib.h>

#include "base/limits.h"

/* The elements that are known: of WordprocessingML (transitional or strict),
 * of Office Math m:t, of markup compatibility the three that choose, and of the
 * parts around them. */
enum docx_tag {
	DOCX_OTHER,
#define TAG(name, string) DOCX_##name,
#include "input/docx_tag.def"
#undef TAG
	DOCX_N_TAGS
};

struct docx_xml;
struct docx_file;
struct docx_parser;

/* What is told: an element begins, ends, and text (not NUL-terminated). Any
 * may be NULL. */
struct docx_teller {
	void (*start)(gpointer payload, struct docx_xml *x, enum docx_tag tag);
	void (*end)(gpointer payload, struct docx_xml *x, enum docx_tag tag);
	void (*text)(gpointer payload, struct docx_xml *x, const char *s,
	    gsize len);
};

/* What is known while a part is read. */
struct docx_xml {
	const struct docx_teller *teller;
	gpointer payload;
	const char *name;      /* the element's, without prefix */
	guint depth;           /* open elements; the root has 1 */
	guint8 tags[RC_MAX_TREE_DEPTH + 1]; /* of them, by depth */
	gboolean chosen[RC_MAX_TREE_DEPTH + 1]; /* an alternative was taken */
	guint skipped;         /* depth of the element passed over; 0 none */
	const unsigned char **attributes;
	int n_attributes;
	guint turn;
	GString *values[4];    /* what docx_get gave last */
	struct docx_parser *parser;
	GError *refused;
};

/* A parser for all parts of a file: names that it has seen are known. NULL when
 * memory runs out. */
struct docx_parser *docx_parser_new(void);
void docx_parser_free(struct docx_parser *parser);
/* Read a part, by its name. FALSE: it is missing, not well-formed, too deep,
 * declares entities, or docx_xml_fail was called. */
gboolean docx_xml_read(const struct docx_file *file, const char *part,
    const struct docx_teller *teller, gpointer payload, GError **error);
/* The content of the element that just began is not told, its end neither. */
void docx_xml_skip(struct docx_xml *x);
/* Stop reading; error is taken over. */
void docx_xml_fail(struct docx_xml *x, GError *error);
/* An attribute of the element that just began, by its name without prefix;
 * NULL if there is none. Good until four more were asked for. */
const char *docx_get(struct docx_xml *x, const char *name);
/* The same as a number, within bounds; other if it is absent or none. */
int docx_get_number(struct docx_xml *x, const char *name, int least, int most,
    int other);
/* Of a property that is on or off: on when no value is given. */
gboolean docx_get_on(struct docx_xml *x);
/* The element around the one that just began. */
enum docx_tag docx_xml_parent(const struct docx_xml *x);
#endif
