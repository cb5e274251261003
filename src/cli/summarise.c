/* summarise.c - what a report says in short, or what changed between two. */
#include "cli/batch.h"

#include <errno.h>
#include <string.h>

#include <jansson.h>

#define MOST_ROWS 10u /* of a list of documents */

/* A report in memory: the last record of each input. */
struct report {
	const char *path;
	GPtrArray *inputs;   /* in the order of the report */
	GHashTable *records; /* input to json_t * */
	guint torn;          /* lines that are no record */
};

static void
drop_record(gpointer record)
{
	json_decref(record);
}

static void
add_record(struct report *report, const char *line, gsize len)
{
	json_t *record = json_loadb(line, len, 0, NULL);
	const char *input = json_string_value(json_object_get(record, "input"));

	if (!input) {
		report->torn++;
		json_decref(record);
		return;
	}
	if (!g_hash_table_contains(report->records, input))
		g_ptr_array_add(report->inputs, g_strdup(input));
	g_hash_table_replace(report->records, g_strdup(input), record);
}

static void
report_done(struct report *report)
{
	g_ptr_array_unref(report->inputs);
	g_hash_table_unref(report->records);
}

static gboolean
report_read(struct report *report, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *data = NULL;
	const char *end, *stop;
	gsize size;

	*report = (struct report){
	    .path = path,
	    .inputs = g_ptr_array_new_with_free_func(g_free),
	    .records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	        drop_record),
	};
	if (!g_file_get_contents(path, &data, &size, &error)) {
		complain("%s: cannot be read: %s", path, error->message);
		return FALSE;
	}
	end = data + size;
	for (const char *s = data; s < end; s = stop + 1) {
		stop = memchr(s, '\n', end - s);
		if (!stop)
			stop = end;
		if (stop > s)
			add_record(report, s, stop - s);
	}
	return TRUE;
}

static const json_t *
record_at(const struct report *report, guint i)
{
	return g_hash_table_lookup(report->records, report->inputs->pdata[i]);
}

static const char *
fact(const json_t *record, const char *key)
{
	const char *value = json_string_value(json_object_get(record, key));

	return value ? value : "unknown";
}

static enum exit_status
status_of(const json_t *record)
{
	for (enum exit_status s = EXIT_CLEAN; s <= EXIT_FAULT; s++)
		if (strcmp(fact(record, "status"), status_name(s)) == 0)
			return s;
	return EXIT_FAULT;
}

/* The sum of the numbers of a member that is an object. */
static double
sum_of(const json_t *record, const char *key)
{
	json_t *all = json_object_get(record, key), *value;
	const char *name;
	double sum = 0;

	json_object_foreach(all, name, value)
		sum += json_number_value(value);
	return sum;
}

static double
milliseconds(const json_t *record)
{
	return sum_of(record, "ms");
}

static guint
findings(const json_t *record)
{
	return sum_of(record, "diagnostics");
}

/* ---- counts ---- */

static void
add_to(GHashTable *table, const char *name, guint n)
{
	guint old = GPOINTER_TO_UINT(g_hash_table_lookup(table, name));

	g_hash_table_insert(table, g_strdup(name), GUINT_TO_POINTER(old + n));
}

static GHashTable *
count_fact(const struct report *report, const char *key)
{
	GHashTable *table =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < report->inputs->len; i++)
		add_to(table, fact(record_at(report, i), key), 1);
	return table;
}

static GHashTable *
count_findings(const struct report *report)
{
	GHashTable *table =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < report->inputs->len; i++) {
		json_t *all = json_object_get(record_at(report, i),
		    "diagnostics"), *value;
		const char *slug;

		json_object_foreach(all, slug, value)
			add_to(table, slug, json_integer_value(value));
	}
	return table;
}

static int
by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
names_of(GHashTable *table, GHashTable *other)
{
	GPtrArray *names = g_ptr_array_new();
	GHashTableIter it;
	gpointer name;

	g_hash_table_iter_init(&it, table);
	while (g_hash_table_iter_next(&it, &name, NULL))
		g_ptr_array_add(names, name);
	g_hash_table_iter_init(&it, other ? other : table);
	while (other && g_hash_table_iter_next(&it, &name, NULL))
		if (!g_hash_table_contains(table, name))
			g_ptr_array_add(names, name);
	g_ptr_array_sort(names, by_name);
	return names;
}

static void
add_counts(GString *out, const char *title, GHashTable *table)
{
	g_autoptr(GPtrArray) names = names_of(table, NULL);

	g_string_append_printf(out, "%s\n", title);
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(out, "  %8u  %s\n",
		    GPOINTER_TO_UINT(g_hash_table_lookup(table,
		        names->pdata[i])),
		    (char *)names->pdata[i]);
	g_hash_table_unref(table);
}

/* ---- lists of documents ---- */

struct row {
	const char *input;
	const json_t *record;
	double weight;
	guint at;
};

static int
heaviest_first(gconstpointer a, gconstpointer b)
{
	const struct row *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return x->at < y->at ? -1 : 1;
}

/* Nothing outweighs a graver status. */
static double
badness(const json_t *record)
{
	return status_of(record) * 1e9 + findings(record);
}

static void
add_list(GString *out, const char *title, const struct report *report,
    double (*weight)(const json_t *record))
{
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct row));

	for (guint i = 0; i < report->inputs->len; i++) {
		const json_t *record = record_at(report, i);
		struct row row = {report->inputs->pdata[i], record,
		    weight(record), i};

		if (row.weight > 0)
			g_array_append_val(rows, row);
	}
	if (rows->len == 0)
		return;
	g_array_sort(rows, heaviest_first);
	g_string_append_printf(out, "%s\n", title);
	for (guint i = 0; i < MIN(rows->len, MOST_ROWS); i++) {
		struct row *row = &g_array_index(rows, struct row, i);

		g_string_append_printf(out,
		    "  %9.1f ms  %4u findings  %-9s  %s\n",
		    milliseconds(row->record), findings(row->record),
		    fact(row->record, "status"), row->input);
	}
}

static void
add_report(GString *out, const struct report *report)
{
	double sum = 0;

	for (guint i = 0; i < report->inputs->len; i++)
		sum += milliseconds(record_at(report, i));
	g_string_append_printf(out, "%s: %u documents, %.1f ms each",
	    report->path, report->inputs->len,
	    report->inputs->len ? sum / report->inputs->len : 0);
	if (report->torn)
		g_string_append_printf(out, ", %u lines that are no record",
		    report->torn);
	g_string_append(out, "\n");
	add_counts(out, "status", count_fact(report, "status"));
	add_counts(out, "format", count_fact(report, "format"));
	add_counts(out, "language", count_fact(report, "language"));
	add_counts(out, "findings", count_findings(report));
	add_list(out, "worst", report, badness);
	add_list(out, "slowest", report, milliseconds);
}

/* ---- what changed ---- */

static json_t *
output_of(const json_t *record, const char *format)
{
	json_t *all = json_object_get(record, "outputs");

	for (gsize i = 0; i < json_array_size(all); i++)
		if (strcmp(fact(json_array_get(all, i), "format"), format) == 0)
			return json_array_get(all, i);
	return NULL;
}

/* The formats whose bytes differ, each behind a comma. */
static void
add_changed_outputs(GString *out, const json_t *old, const json_t *new)
{
	json_t *all = json_object_get(new, "outputs");

	for (gsize i = 0; i < json_array_size(all); i++) {
		json_t *output = json_array_get(all, i);
		const char *format = fact(output, "format");
		json_t *before = output_of(old, format);

		if (before && strcmp(fact(before, "digest"),
		        fact(output, "digest")) != 0)
			g_string_append_printf(out, ", %s differs", format);
	}
}

static void
add_change(GString *out, const char *input, const json_t *old,
    const json_t *new)
{
	g_autoptr(GString) what = g_string_new(NULL);

	if (!old)
		g_string_append(what, ", new");
	if (!new)
		g_string_append(what, ", gone");
	if (old && new && status_of(old) != status_of(new))
		g_string_append_printf(what, ", %s was %s",
		    fact(new, "status"), fact(old, "status"));
	if (old && new && strcmp(fact(old, "digest"), fact(new, "digest")) != 0)
		g_string_append(what, ", input differs");
	if (old && new && !json_equal(json_object_get(old, "diagnostics"),
	        json_object_get(new, "diagnostics")))
		g_string_append_printf(what, ", %u findings were %u",
		    findings(new), findings(old));
	if (old && new)
		add_changed_outputs(what, old, new);
	if (what->len)
		g_string_append_printf(out, "  %s: %s\n", input,
		    what->str + strlen(", "));
}

static void
add_changed_findings(GString *out, const struct report *old,
    const struct report *new)
{
	g_autoptr(GHashTable) before = count_findings(old);
	g_autoptr(GHashTable) after = count_findings(new);
	g_autoptr(GPtrArray) names = names_of(before, after);

	for (guint i = 0; i < names->len; i++) {
		guint was = GPOINTER_TO_UINT(
		    g_hash_table_lookup(before, names->pdata[i]));
		guint is = GPOINTER_TO_UINT(
		    g_hash_table_lookup(after, names->pdata[i]));

		if (was != is)
			g_string_append_printf(out, "  %+8d  %s (%u were %u)\n",
			    (int)is - (int)was, (char *)names->pdata[i], is,
			    was);
	}
}

static void
add_changes(GString *out, const struct report *old, const struct report *new)
{
	gsize before;

	g_string_append_printf(out, "changed from %s to %s\n", old->path,
	    new->path);
	before = out->len;
	add_changed_findings(out, old, new);
	for (guint i = 0; i < new->inputs->len; i++)
		add_change(out, new->inputs->pdata[i],
		    g_hash_table_lookup(old->records, new->inputs->pdata[i]),
		    record_at(new, i));
	for (guint i = 0; i < old->inputs->len; i++)
		if (!g_hash_table_contains(new->records,
			old->inputs->pdata[i]))
			add_change(out, old->inputs->pdata[i],
			    record_at(old, i), NULL);
	if (out->len == before)
		g_string_append(out, "  nothing but times\n");
}

enum exit_status
summarise_run(const struct options *options)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct report report, other = {0};
	int error = EIO;

	if (report_read(&report, options->inputs[0]) &&
	    (!options->inputs[1] || report_read(&other, options->inputs[1]))) {
		if (options->inputs[1])
			add_changes(out, &report, &other);
		add_report(out, options->inputs[1] ? &other : &report);
		error = save(NULL, out->str, out->len);
		if (error)
			complain("standard output cannot be written: %s",
			    g_strerror(error));
	}
	report_done(&report);
	if (other.inputs)
		report_done(&other);
	return error ? EXIT_SYSTEM : EXIT_CLEAN;
}
