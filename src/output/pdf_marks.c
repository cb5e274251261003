/* pdf_marks.c - the marked pieces of a page's content.
 *
 * cairo writes "/P << /MCID 3 >> BDC" for a piece of an element, and the same
 * with /NonStruct where the painter means an artifact, a tag that it does not
 * know. Both are at the start of a line. */
#include <string.h>

#include "output/pdf_archive.h"

/* Whether a line is the mark of a piece that has the tag; "/Span" with the
 * text of glyphs has no number and is none. */
static gboolean
is_mark(const char *line, gsize len, const char *tag)
{
	gsize size = strlen(tag);

	return len > size + 4 && memcmp(line, tag, size) == 0 &&
	    memcmp(line + len - 4, " BDC", 4) == 0;
}

gboolean
rc_mark_artifacts(const char *content, gsize size, const struct rc_tree *tree,
    guint page, guint *next, GString *out)
{
	const char *at = content, *end = content + size;

	while (at < end) {
		const char *nl = memchr(at, '\n', end - at);
		gsize len = (nl ? nl : end) - at;
		gboolean artifact = is_mark(at, len, "/NonStruct << /MCID ");

		if (artifact || is_mark(at, len, "/P << /MCID ")) {
			const struct rc_piece *piece = *next < tree->pieces->len ?
			    &g_array_index(tree->pieces, struct rc_piece, *next) :
			    NULL;

			if (!piece || piece->page != page ||
			    piece->artifact != artifact)
				return FALSE;
			++*next;
		}
		if (artifact)
			g_string_append(out, "/Artifact BMC");
		else
			g_string_append_len(out, at, len);
		g_string_append_c(out, '\n');
		at += len + 1;
	}
	return *next == tree->pieces->len || g_array_index(tree->pieces,
	    struct rc_piece, *next).page != page;
}
