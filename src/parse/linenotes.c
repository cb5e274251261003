/* linenotes.c - the notes at the foot of a page, among printed lines.
 *
 * Marks stand before their texts, on the same line or on their own; some
 * extractions put several marks before their texts, or marks behind all texts.
 * The lines of a page are read together: a run of marks shares the texts
 * behind it; texts that stand before any mark are of those that got none, or
 * go on in the last note of the page before. */
#include "parse/joiner.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "parse/account.h"

#define MAX_AHEAD 3u    /* numbers that may be missing before a first note */
#define MAX_GAP 60u     /* how far the number of a mark alone on its line may be
                           from the last: marks can stand in any order */

struct entry {
	guint number;      /* 0 for "*" */
	struct block body; /* what stands on the line of the mark, then all */
	const struct line *line;
	guint text, n_texts; /* of the lines behind it, into foot->texts */
};

struct foot {
	struct joiner *j;
	GArray *entries;   /* struct entry */
	GHashTable *numbers; /* of them */
	GPtrArray *texts;  /* const struct line *: without a mark */
	guint n_orphans;   /* the first of them: before any mark */
};

gsize
rc_note_number(const struct rc_para *para, guint *number)
{
	const char *s = para->text, *end = s + para->len;
	gboolean bracket = *s == '(';
	guint n = 0;

	s += bracket;
	for (*number = 0; s < end && g_ascii_isdigit(*s) && n < 4; s++, n++)
		*number = *number * 10 + (*s - '0');
	if (!n || !*number || (bracket && (s >= end || *s++ != ')')))
		return 0;
	if (s < end && *s == '/')
		s++; /* "1/", as it was printed until the 1990s */
	if (s < end && *s != ' ')
		return 0;
	while (s < end && *s == ' ')
		s++;
	return s - para->text;
}

static struct entry *
entry_at(const struct foot *f, guint i)
{
	return &g_array_index(f->entries, struct entry, i);
}

static struct entry *
last_entry(const struct foot *f)
{
	return f->entries->len ? entry_at(f, f->entries->len - 1) : NULL;
}

/* Whether a number can be the mark of a note here: one of those to come. The
 * notes of a part begin at 1 again. alone: nothing follows it on its line. */
static gboolean
is_mark(const struct foot *f, const struct line *line, guint number,
    gboolean alone)
{
	guint last = f->j->note, ahead = last ? 1 : MAX_AHEAD;
	const struct entry *before = last_entry(f);

	if (g_hash_table_contains(f->numbers, GUINT_TO_POINTER(number)))
		return FALSE;
	if (before && before->number)
		last = before->number, ahead = 1;
	if (alone)
		return number > f->j->note && number <= last + MAX_GAP;
	return (number > last && number <= last + ahead) ||
	    (number == 1 && line->under_rule);
}

static void
add_entry(struct foot *f, const struct line *line, guint number, gsize skip)
{
	struct joiner *j = f->j;
	struct entry entry = {.number = number, .line = line,
	    .text = f->texts->len};

	entry.body = rc_line_block(j, line, skip, line->para->len - skip);
	rc_mend(j->mend, j->p, &entry.body);
	rc_account_leave_para(j->p, line->para, skip, RC_FATE_MARKER);
	g_array_append_val(f->entries, entry);
	g_hash_table_add(f->numbers, GUINT_TO_POINTER(number));
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
	gsize skip = rc_note_number(para, &number);

	if (skip && is_mark(f, line, number, skip == para->len))
		add_entry(f, line, number, skip);
	else if (*para->text == '*')
		add_entry(f, line, 0, 1);
	else {
		g_ptr_array_add(f->texts, (gpointer)line);
		if (last_entry(f))
			last_entry(f)->n_texts++;
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

		add_text(f->j, &entry_at(f, first)->body, line);
		if (!ends_note(line))
			continue;
		stops--;
		if (first < last && (stops <= last - first ||
		        line->width <= f->j->measure.columns * 3 / 4))
			first++;
	}
}

static struct entry *
entry_of(const struct foot *f, guint number)
{
	for (guint i = 0; i < f->entries->len; i++)
		if (entry_at(f, i)->number == number)
			return entry_at(f, i);
	return NULL;
}

/* A mark that stands behind those after it has its text behind that of the
 * mark before it: "3", its text, that of 4, "5", its text, "4". */
static void
settle_late(struct foot *f)
{
	for (guint i = 1; i < f->entries->len; i++) {
		struct entry *late = entry_at(f, i), *before;
		guint n = 0;

		if (late->body.len || late->n_texts || !late->number ||
		    late->number > entry_at(f, i - 1)->number)
			continue;
		before = entry_of(f, late->number - 1);
		if (!before)
			continue;
		if (!before->body.len || !ends_note(before->line))
			while (n < before->n_texts &&
			    !ends_note(text_at(f, before->text + n++)))
				continue;
		late->text = before->text + n;
		late->n_texts = before->n_texts - n;
		before->n_texts = n;
	}
}

/* TRUE when the orphans found their marks. */
static gboolean
share_all(struct foot *f)
{
	guint n = f->entries->len;

	settle_late(f);
	for (guint i = 0, last; i < n; i = last + 1) {
		const struct entry *entry;

		/* marks alone, up to the one that texts stand behind */
		for (last = i; last < n && !entry_at(f, last)->body.len &&
		     !entry_at(f, last)->n_texts; last++)
			continue;
		if (last == n) {
			share(f, i, last - 1, 0, f->n_orphans);
			return TRUE;
		}
		entry = entry_at(f, last);
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

static void
read_page(struct foot *f, guint from, guint end)
{
	for (guint i = from; i < end; i++)
		if (rc_line(f->j->lines, i)->kind == LINE_NOTE)
			read_line(f, rc_line(f->j->lines, i));
	if (!share_all(f) && f->n_orphans && !go_on(f)) {
		/* no note: text after all */
		for (guint i = from; i < end; i++)
			if (rc_line(f->j->lines, i)->kind == LINE_NOTE)
				rc_line(f->j->lines, i)->kind = LINE_TEXT;
		return;
	}
	g_array_sort(f->entries, compare);
	for (guint i = 0; i < f->entries->len; i++)
		keep(f->j, entry_at(f, i));
}

gboolean
rc_notes_of_page(struct joiner *j, guint from, GError **error)
{
	guint page = rc_line(j->lines, from)->page, end = from;
	struct foot f = {.j = j,
	    .entries = g_array_new(FALSE, FALSE, sizeof(struct entry)),
	    .numbers = g_hash_table_new(NULL, NULL),
	    .texts = g_ptr_array_new()};

	while (end < j->lines->len && rc_line(j->lines, end)->page == page)
		end++;
	read_page(&f, from, end);
	g_array_unref(f.entries);
	g_hash_table_unref(f.numbers);
	g_ptr_array_unref(f.texts);
	if (j->p->notes->len > RC_MAX_NOTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u notes; split the input", RC_MAX_NOTES);
	return TRUE;
}
