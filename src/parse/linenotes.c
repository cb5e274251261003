/* linenotes.c - the notes at the foot of a page, line by line. */
#include "parse/joiner.h"

/* The number that a line of a note begins with, if it is the next one; the
 * notes of a part begin anew. */
static gsize
note_marker(const struct joiner *j, const struct line *line, guint *number)
{
	const struct rc_para *para = line->para;
	const char *s = para->text, *end = s + para->len;
	gboolean bracket = *s == '(';
	guint n = 0;

	s += bracket;
	for (*number = 0; s < end && g_ascii_isdigit(*s) && n < 4; s++, n++)
		*number = *number * 10 + (*s - '0');
	if (!n || ((*number <= j->note || *number > j->note + (j->note ? 1 : 3)) &&
	        !(*number == 1 && line->under_rule)))
		return 0;
	if (bracket && (s >= end || *s++ != ')'))
		return 0;
	if (s < end && *s != ' ')
		return 0;
	while (s < end && *s == ' ')
		s++;
	return s - para->text;
}

static void
new_note(struct joiner *j, const struct line *line, guint number,
    const struct block *body)
{
	struct parser *p = j->p;
	char marker[8];
	struct note note = {.block = p->note_blocks->len, .n_blocks = 1,
	    .page = line->page + 1, .before = p->blocks->len + j->open,
	    .at = line->para->at};

	g_snprintf(marker, sizeof(marker), "%u", number);
	note.marker = g_string_chunk_insert(p->chunk, marker);
	g_array_append_val(p->note_blocks, *body);
	g_array_append_val(p->notes, note);
	j->note = number;
}

static struct block *
note_body(const struct joiner *j, guint i)
{
	return &g_array_index(j->p->note_blocks, struct block, i);
}

/* Text of the notes region: it goes on in the note being filled, or, where
 * the markers stand before all texts, begins the next after a full stop. */
static void
fill_note(struct joiner *j, const struct block *rest)
{
	guint n = j->p->note_blocks->len;
	struct block *body = note_body(j, j->filling);

	if (body->len && j->filling + 1 < n &&
	    rc_block_last(j->p, body) == '.')
		body = note_body(j, ++j->filling);
	if (body->len)
		rc_block_join(j->p, body, rest, FALSE);
	else
		*body = *rest;
}

gboolean
rc_note_line(struct joiner *j, const struct line *line)
{
	guint number;
	gsize skip = note_marker(j, line, &number);
	struct block rest = rc_line_block(j, line, skip,
	    line->para->len - skip);

	if (!skip && !j->p->notes->len)
		return FALSE;
	if (skip) {
		new_note(j, line, number, &rest);
		if (rest.len || note_body(j, j->filling)->len)
			j->filling = j->p->note_blocks->len - 1;
	} else {
		fill_note(j, &rest);
	}
	return TRUE;
}
