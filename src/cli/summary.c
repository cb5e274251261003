/* summary.c - what the documents of a run come to, as a table. */
#include "cli/batch.h"

#include <string.h>

#define MOST_FINDINGS 8u /* kinds that the table names */

void
summary_begin(struct summary *summary)
{
	*summary = (struct summary){
	    .findings = g_hash_table_new_full(g_str_hash, g_str_equal,
	        g_free, NULL),
	    .stages = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
	        g_free),
	    .begun = g_get_monotonic_time(),
	};
}

void
summary_done(struct summary *summary)
{
	g_hash_table_unref(summary->findings);
	g_hash_table_unref(summary->stages);
}

static void
add_stage(struct summary *summary, const struct stage *stage)
{
	gint64 *us = g_hash_table_lookup(summary->stages, stage->name);

	if (!us) {
		us = g_new0(gint64, 1);
		g_hash_table_insert(summary->stages, (gpointer)stage->name, us);
	}
	*us += stage->us;
}

void
summary_count(struct summary *summary, const struct outcome *outcome)
{
	summary->n[outcome->status]++;
	summary->kept += outcome->kept;
	for (guint i = 0; i < outcome->counts->len; i++) {
		const struct count *count =
		    &g_array_index(outcome->counts, struct count, i);
		guint n = GPOINTER_TO_UINT(
		    g_hash_table_lookup(summary->findings, count->slug));

		g_hash_table_insert(summary->findings, g_strdup(count->slug),
		    GUINT_TO_POINTER(n + count->n));
	}
	for (guint i = 0; i < outcome->stages->len; i++)
		add_stage(summary,
		    &g_array_index(outcome->stages, struct stage, i));
}

struct row {
	const char *name;
	gint64 n;
};

static int
most_first(gconstpointer a, gconstpointer b)
{
	const struct row *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return strcmp(x->name, y->name);
}

/* The rows of a table of numbers, the largest first. */
static GArray *
sorted(GHashTable *table, gint64 (*number)(gconstpointer value))
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
	GHashTableIter it;
	gpointer name, value;

	g_hash_table_iter_init(&it, table);
	while (g_hash_table_iter_next(&it, &name, &value)) {
		struct row row = {name, number(value)};

		g_array_append_val(rows, row);
	}
	g_array_sort(rows, most_first);
	return rows;
}

static gint64
number_itself(gconstpointer value)
{
	return GPOINTER_TO_UINT(value);
}

static gint64
number_behind(gconstpointer value)
{
	return *(const gint64 *)value;
}

static void
add_findings(GString *out, const struct summary *summary)
{
	g_autoptr(GArray) rows = sorted(summary->findings, number_itself);

	for (guint i = 0; i < MIN(rows->len, MOST_FINDINGS); i++) {
		struct row *row = &g_array_index(rows, struct row, i);

		g_string_append_printf(out, "  %8" G_GINT64_FORMAT "  %s\n",
		    row->n, row->name);
	}
	if (rows->len > MOST_FINDINGS)
		g_string_append_printf(out, "            and %u kinds more\n",
		    rows->len - MOST_FINDINGS);
}

static void
add_stages(GString *out, const struct summary *summary, guint worked)
{
	g_autoptr(GArray) rows = sorted(summary->stages, number_behind);

	for (guint i = 0; i < rows->len; i++) {
		struct row *row = &g_array_index(rows, struct row, i);

		g_string_append_printf(out, "  %8.2f  %s\n",
		    row->n / 1000.0 / worked, row->name);
	}
}

char *
summary_text(const struct summary *summary)
{
	double seconds = (g_get_monotonic_time() - summary->begun) /
	    (double)G_USEC_PER_SEC;
	GString *out = g_string_new(NULL);
	guint total = 0;

	for (guint i = 0; i < G_N_ELEMENTS(summary->n); i++)
		total += summary->n[i];
	g_string_append_printf(out, "%u documents in %.1f s", total, seconds);
	if (summary->kept)
		g_string_append_printf(out, ", of which %u were done before",
		    summary->kept);
	g_string_append(out, "\n");
	for (guint i = 0; i < G_N_ELEMENTS(summary->n); i++)
		if (summary->n[i])
			g_string_append_printf(out, "  %8u  %s\n",
			    summary->n[i], status_name(i));
	if (g_hash_table_size(summary->findings) > 0)
		g_string_append(out, "findings\n");
	add_findings(out, summary);
	if (total > summary->kept) {
		g_string_append(out, "milliseconds a document\n");
		add_stages(out, summary, total - summary->kept);
	}
	return g_string_free(out, FALSE);
}
