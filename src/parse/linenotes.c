/* linenotes.c - the notes at the foot of a page, among printed lines.
 *
 * Marks stand before their texts, on the same line or on their own; some
 * extractions put several marks before their texts, or marks behind all texts.
 * The lines of a page are read together: a run of marks shares the texts
 * behind it; texts that stand before any mark are of those that got none, or
 * go on in the last note of the page before. */
#include "parse/joiner.h"

#include <string.h>

#define MAX_AHEAD 3u    /* numbers that may be missing before a first note */
#define MAX_ON_PAGE 60u /* notes of one page */

struct entry {
	guint number;      /* 0 for "*" */
	struct block body; /* what stands on the line of the mark, then all */
	const struct line *line;
	guint text, n_texts; /* of the lines behind it, into foot->texts */
};

struct foot {
	struct joiner *j;
	struct entry entries[MAX_ON_PAGE];
	guint n;
	GPtrArray *texts;  /* const struct line *: without a mark */
	guint n_orphans;   /* the first of them: before any mark */
};

/* The number that a line begins with; bytes to the text behind it. */
static gsize
take_number(const struct line *line, guint *number)
{
	const char *s = line->para->text, *end = s + line->para->len;
	gboolean bracket = *s == '(';
	guint n = 0;

	s += bracket;
	for (*number = 0; s < end && g_ascii_isdigit(*s) && n < 4; s++, n++)
		*number = *number * 10 + (*s - '0');
	if (!n || !*number || (bracket && (s >= end || *s++ != ')')))
		return 0;
	if (s < end && *s != ' ')
		return 0;
	while (s < end && *s == ' ')
		s++;
	return s - line->para->text;
}

static gboolean
has_entry(const struct foot *f, guint number)
{
	for (guint i = 0; i < f->n; i++)
		if (f->entries[i].number == number)
			return TRUE;
	return FALSE;
}

/* Whether a number can be the mark of a note here: one of those to come. The
 * notes of a part begin at 1 again. alone: nothing follows it on its line. */
static gboolean
is_mark(const struct foot *f, const struct line *line, guint number,
    gboolean alone)
{
	guint last = f->j->note, ahead = last ? 1 : MAX_AHEAD;

	if (has_entry(f, number) || f->n == MAX_ON_PAGE)
		return FALSE;
	if (f->n && f->entries[f->n - 1].number)
		last = f->entries[f->n - 1].number, ahead = 1;
	if (alone)
		return number > f->j->note &&
		    number <= f->j->note + MAX_ON_PAGE;
	return (number > last && number <= last + ahead) ||
	    (number == 1 && line->under_rule);
}

static void
add_entry(struct foot *f, const struct line *line, guint number, gsize skip)
{
	struct joiner *j = f->j;
	struct entry *entry = &f->entries[f->n++];

	*entry = (struct entry){.number = number, .line = line,
	    .text = f->texts->len, .body = rc_line_block(j, line, skip, line->para->len - skip)};
	rc_mend(j->mend, j->p, &entry->body);
}

static void
add_text(struct joiner *j, struct block *body, const struct line *line)
{
	struct block rest = rc_line_block(j, line, 0, line->para->len);

	rc_mend(j->mend, j->p, &rest);
	if (body->len)
		rc_block_join(j->p, body, &rest, FALSE);
	else
		*body = rest;
}

static void
read_line(struct foot *f, const struct line *line)
{
	const struct rc_para *para = line->para;
	guint number;
	gsize skip = take_number(line, &number);

	if (skip && is_mark(f, line, number, skip == para->len))
		add_entry(f, line, number, skip);
	else if (*para->text == '*' && f->n < MAX_ON_PAGE)
		add_entry(f, line, 0, 1);
	else {
		g_ptr_array_add(f->texts, (gpointer)line);
		if (f->n)
			f->entries[f->n - 1].n_texts++;
		else
			f->n_orphans++;
	}
}

/* ---- texts without a mark ---- */

static const struct line *
text_at(const struct foot *f, guint i)
{
	return g_ptr_array_index(f->texts, i);
}

static gboolean
ends_note(const struct line *line)
{
	return line->para->text[line->para->len - 1] == '.';
}

/* Give texts to a run of marks: each note ends with a full stop, and a short
 * line ends one more surely than a full one; the last takes what is left. */
static void
share(struct foot *f, guint first, guint last, guint text, guint n)
{
	guint stops = 0, end = text + n;

	for (guint i = text; i < end; i++)
		stops += ends_note(text_at(f, i));
	for (guint i = text; i < end; i++) {
		const struct line *line = text_at(f, i);

		add_text(f->j, &f->entries[first].body, line);
		if (!ends_note(line))
			continue;
		stops--;
		if (first < last && (stops <= last - first ||
		        line->width <= f->j->measure.columns * 3 / 4))
			first++;
	}
}

/* TRUE when the orphans found their marks. */
static gboolean
share_all(struct foot *f)
{
	for (guint i = 0, last; i < f->n; i = last + 1) {
		const struct entry *entry;

		/* marks alone, up to the one that texts stand behind */
		for (last = i; last < f->n && !f->entries[last].body.len &&
		     !f->entries[last].n_texts; last++)
			continue;
		if (last == f->n) {
			share(f, i, last - 1, 0, f->n_orphans);
			return TRUE;
		}
		entry = &f->entries[last];
		share(f, entry->body.len ? last : i, last, entry->text,
		    entry->n_texts);
	}
	return FALSE;
}

static int
compare(gconstpointer a, gconstpointer b)
{
	const struct entry *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

/* ---- notes ---- */

static void
keep(struct joiner *j, const struct entry *entry)
{
	struct parser *p = j->p;
	char marker[8] = "*";
	struct note note = {.block = p->note_blocks->len, .n_blocks = 1,
	    .page = entry->line->page + 1, .before = p->blocks->len + j->open,
	    .at = entry->line->para->at};

	if (entry->number)
		g_snprintf(marker, sizeof(marker), "%u", entry->number);
	note.marker = g_string_chunk_insert(p->chunk, marker);
	g_array_append_val(p->note_blocks, entry->body);
	g_array_append_val(p->notes, note);
	if (entry->number)
		j->note = entry->number;
}

/* The last note of the page before goes on. */
static gboolean
go_on(struct foot *f)
{
	GArray *blocks = f->j->p->note_blocks;

	if (!blocks->len)
		return FALSE;
	for (guint i = 0; i < f->n_orphans; i++)
		add_text(f->j, &g_array_index(blocks, struct block,
		    blocks->len - 1), text_at(f, i));
	return TRUE;
}

guint
rc_notes_of_page(struct joiner *j, guint from)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	struct foot f = {.j = j, .texts = texts};
	guint page = rc_line(j->lines, from)->page, end;

	for (end = from; end < j->lines->len &&
	     rc_line(j->lines, end)->page == page; end++)
		if (rc_line(j->lines, end)->kind == LINE_NOTE)
			read_line(&f, rc_line(j->lines, end));
	if (!share_all(&f) && f.n_orphans && !go_on(&f))
		return from; /* no note: text after all */
	qsort(f.entries, f.n, sizeof(f.entries[0]), compare);
	for (guint i = 0; i < f.n; i++)
		keep(j, &f.entries[i]);
	return end;
}
