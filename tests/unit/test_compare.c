/* test_compare.c - units, words, what differs, what moved. */
#include "output.h"

#include "compare/compare.h"

/* A statement whose body has these paragraphs. */
static xmlDoc *
body_of(const char *const *paragraphs)
{
	g_autoptr(GString) xml = g_string_new(NULL);

	for (guint i = 0; paragraphs[i]; i++)
		g_string_append_printf(xml, "<paragraph eId='para_%u'><num>%u."
		    "</num><content><p>%s</p></content></paragraph>", i + 1,
		    i + 1, paragraphs[i]);
	return body_tree(xml->str);
}

/* A pair as "old[-gone-]{+come+}", with "~" before one that moved. */
static char *
shown(const struct rc_comparison *c, guint i)
{
	const struct rc_pair *pair = &g_array_index(c->pairs, struct rc_pair, i);
	GString *out = g_string_new(pair->moved ? "~" : "");

	for (guint k = 0; k < pair->pieces->len; k++) {
		const struct rc_piece *piece =
		    &g_array_index(pair->pieces, struct rc_piece, k);

		g_string_append_printf(out, piece->change == RC_SAME ? "%s" :
		    piece->change == RC_REMOVED ? "[-%s-]" : "{+%s+}",
		    piece->text);
	}
	return g_string_free(out, FALSE);
}

/* What a comparison of two bodies shows, pair by pair. */
static void
assert_shows(const char *const *before, const char *const *after,
    const char *const *expected)
{
	g_autoptr(xmlDoc) old = body_of(before);
	g_autoptr(xmlDoc) new = body_of(after);
	struct rc_comparison *c = rc_compare(old, new);

	for (guint i = 0; i < c->pairs->len; i++) {
		g_autofree char *pair = shown(c, i);

		assert_non_null(expected[i]);
		assert_string_equal(pair, expected[i]);
	}
	assert_null(expected[c->pairs->len]);
	rc_comparison_free(c);
}

#define LIST(...) (const char *const[]) { __VA_ARGS__, NULL }

static void
words_differ_by_the_fewest(void **state)
{
	static const char *const rows[][3] = {
		{"8 December 2021", "6 December 2023",
		    "[-8-]{+6+} December [-2021-]{+2023+}"},
		{"of 2017 and 74/25 of 2019", "of 2017, 74/25 of 2019 and 76/1",
		    "of 2017[- and -]{+, +}74/25 of 2019{+ and 76/1+}"},
		{"its seventy-sixth session", "its seventy-eighth session",
		    "its [-seventy-sixth-]{+seventy-eighth+} session"},
		{"Decides also to meet;", "Decides to meet;",
		    "Decides [-also -]to meet;"},
		{"大会第七十五届会议", "大会第七十七届会议",
		    "大会第七十[-五-]{+七+}届会议"},
		{"the same", "the same", "the same"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		char *texts[3];

		/* Words enough that both are one paragraph. */
		for (guint k = 0; k < 3; k++)
			texts[k] = g_strconcat("Lamps of old harbours burn: ",
			    rows[i][k], NULL);
		assert_shows(LIST(texts[0]), LIST(texts[1]), LIST(texts[2]));
		g_free(texts[0]);
		g_free(texts[1]);
		g_free(texts[2]);
	}
}

/* By another algorithm: the table of longest common rows of letters. */
static guint
fewest_edits(const char *x, const char *y)
{
	guint n = strlen(x), m = strlen(y);
	g_autofree guint *row = g_new0(guint, m + 1);

	for (guint i = 0; i < n; i++) {
		guint corner = 0;

		for (guint j = 0; j < m; j++) {
			guint above = row[j + 1];

			row[j + 1] = x[i] == y[j] ? corner + 1 :
			    MAX(row[j], row[j + 1]);
			corner = above;
		}
	}
	return n + m - 2 * row[m];
}

/* Letters as words of their own, which Chinese ones are. */
static char *
as_words(const char *letters)
{
	static const char *const words[] = {"甲", "乙", "丙"};
	GString *out = g_string_new("Lamps of old harbours burn bright: ");

	for (; *letters; letters++)
		g_string_append(out, words[*letters - 'a']);
	return g_string_free(out, FALSE);
}

static guint
count_edits(const struct rc_comparison *c)
{
	const struct rc_pair *pair = &g_array_index(c->pairs, struct rc_pair, 0);
	guint n = 0;

	for (guint i = 0; i < pair->pieces->len; i++) {
		const struct rc_piece *piece =
		    &g_array_index(pair->pieces, struct rc_piece, i);

		if (piece->change != RC_SAME)
			n += g_utf8_strlen(piece->text, -1);
	}
	return n;
}

/* All rows of up to five letters of three. */
static void
every_short_text_differs_by_the_fewest(void **state)
{
	char texts[363][6];
	guint n = 0;

	for (guint len = 1, all = 3; len <= 5; len++, all *= 3)
		for (guint code = 0; code < all; code++, n++) {
			guint left = code;

			memset(texts[n], 0, sizeof(texts[n]));
			for (guint i = 0; i < len; i++, left /= 3)
				texts[n][i] = "abc"[left % 3];
		}
	assert_int_equal(n, 363);
	for (guint i = 0; i < n; i += 7)
		for (guint j = 0; j < n; j += 3) {
			g_autofree char *x = as_words(texts[i]);
			g_autofree char *y = as_words(texts[j]);
			g_autoptr(xmlDoc) old = body_of(LIST(x));
			g_autoptr(xmlDoc) new = body_of(LIST(y));
			struct rc_comparison *c = rc_compare(old, new);

			assert_int_equal(c->pairs->len, 1);
			assert_int_equal(count_edits(c),
			    fewest_edits(texts[i], texts[j]));
			rc_comparison_free(c);
		}
}

#define ONE "The keepers of the northern lamps meet in every harbour of the isles"
#define TWO "Bees that winter on ships are counted when the ice goes out"
#define THREE "Salt is carried to the terraces by mules, and never in a boat"

static void
paragraphs_that_moved_are_found(void **state)
{
	assert_shows(LIST(ONE, TWO, THREE), LIST(TWO, THREE, ONE " again"),
	    LIST(TWO, THREE, "~" ONE "{+ again+}"));
	assert_shows(LIST(ONE, TWO), LIST(ONE, THREE, TWO),
	    LIST(ONE, "{+" THREE "+}", TWO));
	assert_shows(LIST(ONE, THREE, TWO), LIST(ONE, TWO),
	    LIST(ONE, "[-" THREE "-]", TWO));
	assert_shows(LIST(ONE, ONE, TWO), LIST(ONE, TWO),
	    LIST("[-" ONE "-]", ONE, TWO));
}

static void
summary_counts_what_became_of_each(void **state)
{
	g_autoptr(xmlDoc) old = body_of(LIST(ONE, TWO, THREE));
	g_autoptr(xmlDoc) new = body_of(LIST("No such text was there", TWO " in "
	    "spring", ONE));
	struct rc_comparison *c = rc_compare(old, new);

	assert_int_equal(c->same, 1);
	assert_int_equal(c->changed, 1);
	assert_int_equal(c->added, 1);
	assert_int_equal(c->removed, 1);
	assert_int_equal(c->moved, 1);
	assert_int_equal(c->renumbered, 1);
	rc_comparison_free(c);
}

static const struct rc_unit *
unit_at(const GArray *units, guint i)
{
	assert_true(i < units->len);
	return &g_array_index(units, struct rc_unit, i);
}

static void
units_are_blocks_rows_and_notes(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<section eId='s'><num>I.</num><heading>"
	    "H<authorialNote marker='1' eId='n'><p>note</p></authorialNote>"
	    "</heading><paragraph eId='p'><num>1.</num><list eId='l'><point "
	    "eId='q'><num>(a)</num><content><p><i>A</i>\u00a0 b</p><table "
	    "eId='t'><tr><td><p>x</p><p>y</p></td> <td><p>z</p></td></tr></table>"
	    "</content></point></list></paragraph><paragraph eId='e'><num>2.</num>"
	    "</paragraph></section>");
	g_autoptr(GArray) units = rc_units(doc);

	assert_int_equal(units->len, 5);
	assert_int_equal(unit_at(units, 0)->part, RC_PART_HEADING);
	assert_string_equal(unit_at(units, 0)->text, "H");
	assert_string_equal(unit_at(units, 0)->number, "I.");
	assert_int_equal(unit_at(units, 1)->part, RC_PART_NOTE);
	assert_string_equal(unit_at(units, 1)->number, "1");
	assert_string_equal(unit_at(units, 1)->id, "n");
	assert_string_equal(unit_at(units, 2)->text, "A b");
	assert_string_equal(unit_at(units, 2)->number, "1. (a)");
	assert_string_equal(unit_at(units, 2)->kind, "point");
	assert_int_equal(unit_at(units, 2)->depth, 1);
	assert_int_equal(unit_at(units, 2)->runs->len, 2);
	assert_string_equal(unit_at(units, 3)->text, "x y\tz");
	assert_string_equal(unit_at(units, 4)->text, "");
	assert_string_equal(unit_at(units, 4)->number, "2.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_differ_by_the_fewest),
		cmocka_unit_test(every_short_text_differs_by_the_fewest),
		cmocka_unit_test(paragraphs_that_moved_are_found),
		cmocka_unit_test(summary_counts_what_became_of_each),
		cmocka_unit_test(units_are_blocks_rows_and_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
