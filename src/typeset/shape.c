/* shape.c - words as glyphs, shaped once and kept. */
#include "typeset/shape.h"

#include <string.h>

/* A session's resolutions have some 30,000 words in all styles; more than that
 * are not worth their memory. */
#define MAX_WORDS 60000u

struct key {
	struct rc_shaping how;
	gboolean left, right;
	const char *text; /* owned by the entry's text */
	gsize len;
};

struct entry {
	struct key key;
	struct rc_word word;
	char *text;
};

static guint
key_hash(gconstpointer data)
{
	const struct key *key = data;
	guint hash = 2166136261u ^ key->how.face->font << 3 ^
	    (guint)key->how.rtl << 2 ^ (guint)key->left << 1 ^
	    (guint)key->right;

	for (gsize i = 0; i < key->len; i++)
		hash = (hash ^ (guchar)key->text[i]) * 16777619u;
	return hash;
}

static gboolean
key_equal(gconstpointer one, gconstpointer two)
{
	const struct key *a = one, *b = two;

	return a->len == b->len && a->how.face == b->how.face &&
	    a->how.script == b->how.script && a->how.rtl == b->how.rtl &&
	    a->left == b->left && a->right == b->right &&
	    memcmp(a->text, b->text, a->len) == 0;
}

static void
entry_free(gpointer data)
{
	struct entry *entry = data;

	g_free(entry->word.clusters);
	g_free(entry->word.glyphs);
	g_free(entry->text);
	g_free(entry);
}

GHashTable *
rc_words_new(void)
{
	return g_hash_table_new_full(key_hash, key_equal, NULL, entry_free);
}

void
rc_words_trim(struct rc_fonts *fonts)
{
	GHashTable *words = rc_fonts_words(fonts);

	if (g_hash_table_size(words) > MAX_WORDS)
		g_hash_table_remove_all(words);
}

/* Official pages have kerning but no ligatures; Arabic needs its own. */
static hb_buffer_t *
shape(const struct key *key, const char *spaced)
{
	static const hb_feature_t features[] = {
	    {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
	    {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
	};
	hb_buffer_t *buffer = hb_buffer_create();
	int from = key->left ? 0 : 1;
	int to = key->len + (key->right ? 2 : 1);

	hb_buffer_add_utf8(buffer, spaced, key->len + 2, from, to - from);
	hb_buffer_set_direction(buffer,
	    key->how.rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(
	    g_unicode_script_to_iso15924(key->how.script)));
	hb_shape(key->how.face->hb, buffer, features,
	    key->how.face->fits ? G_N_ELEMENTS(features) : 0);
	return buffer;
}

static struct rc_word_glyph
read_glyph(const struct key *key, hb_glyph_info_t info,
    hb_glyph_position_t position)
{
	gint32 advance = hb_font_get_glyph_h_advance(key->how.face->hb,
	    info.codepoint);

	return (struct rc_word_glyph){
	    .id = info.codepoint,
	    .advance = position.x_advance ? advance : 0,
	    .kern = position.x_advance ? position.x_advance - advance : 0,
	    .x = position.x_offset,
	    .y = position.y_offset,
	};
}

/* The glyphs [from, to) of the buffer as the next cluster of the word, or as
 * what the word does to the space beside it. */
static void
take_cluster(struct rc_word *word, const struct key *key, hb_buffer_t *buffer,
    guint from, guint to, guint bytes, guint *n_glyphs)
{
	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, NULL);
	hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, NULL);
	guint cluster = info[from].cluster;

	if (cluster == 0 || cluster == key->len + 1) {
		gint32 kern = read_glyph(key, info[from], at[from]).kern;

		*(cluster ? &word->after : &word->before) += kern;
		return;
	}
	word->clusters[word->n_clusters++] =
	    (struct rc_cluster){.bytes = bytes, .glyphs = to - from};
	for (guint i = from; i < to; i++)
		word->glyphs[(*n_glyphs)++] = read_glyph(key, info[i], at[i]);
}

/* Where the cluster that starts with glyph i ends, and where the next begins
 * in the text. */
static guint
cluster_end(const hb_glyph_info_t *info, guint n, guint i)
{
	guint end = i + 1;

	while (end < n && info[end].cluster == info[i].cluster)
		end++;
	return end;
}

static void
read_forward(struct rc_word *word, const struct key *key, hb_buffer_t *buffer)
{
	guint n, done = 0;
	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);

	for (guint i = 0, end; i < n; i = end) {
		end = cluster_end(info, n, i);
		take_cluster(word, key, buffer, i, end,
		    (end < n ? info[end].cluster : key->len + 1) -
		    info[i].cluster, &done);
	}
}

static void
read_backward(struct rc_word *word, const struct key *key, hb_buffer_t *buffer)
{
	guint n, done = 0;
	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);

	for (guint end = n, i; end > 0; end = i) {
		i = end - 1;
		while (i > 0 && info[i - 1].cluster == info[i].cluster)
			i--;
		take_cluster(word, key, buffer, i, end,
		    (i > 0 ? info[i - 1].cluster : key->len + 1) -
		    info[i].cluster, &done);
	}
}

static struct entry *
make_entry(const struct key *key)
{
	struct entry *entry = g_new0(struct entry, 1);
	hb_buffer_t *buffer;
	guint n;

	entry->text = g_strdup_printf(" %.*s ", (int)key->len, key->text);
	entry->key = *key;
	entry->key.text = entry->text + 1;
	buffer = shape(key, entry->text);
	n = hb_buffer_get_length(buffer);
	entry->word.clusters = g_new(struct rc_cluster, n);
	entry->word.glyphs = g_new(struct rc_word_glyph, n);
	if (key->how.rtl)
		read_backward(&entry->word, key, buffer);
	else
		read_forward(&entry->word, key, buffer);
	hb_buffer_destroy(buffer);
	return entry;
}

const struct rc_word *
rc_shape_word(struct rc_fonts *fonts, const struct rc_shaping *how,
    const char *text, gsize len, gboolean left, gboolean right)
{
	GHashTable *words = rc_fonts_words(fonts);
	struct key key = {*how, left, right, text, len};
	struct entry *entry = g_hash_table_lookup(words, &key);

	if (!entry) {
		entry = make_entry(&key);
		g_hash_table_insert(words, &entry->key, entry);
	}
	return &entry->word;
}
