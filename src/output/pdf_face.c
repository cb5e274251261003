/* pdf_face.c - the faces of one document, cut down before cairo sees them. Cairo
 * would keep the hints, which are of no use in print and a third of a font, and
 * of Chinese faces far more than is used.
 *
 * A document with common letters only has faces that all such documents share,
 * so that cairo need not measure each glyph anew. */
#include "output/pdf_face.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <string.h>

#include "base/error.h"
#include "typeset/font.h"

struct cut {
	cairo_font_face_t *face;
	hb_map_t *map; /* glyphs to those of the face */
};

struct rc_faces {
	struct cut cut[RC_FONT_N];
};

/* The common letters: of the languages in Latin and Cyrillic letters, and the
 * marks of print. */
static const struct {
	hb_codepoint_t first, last;
} common_letters[] = {
	{0x20, 0x7e}, {0xa1, 0xac}, {0xae, 0x17f}, {0x400, 0x45f},
	{0x490, 0x491}, {0x2013, 0x2014}, {0x2018, 0x201e}, {0x2020, 0x2022},
	{0x2026, 0x2026}, {0x2030, 0x2030}, {0x20ac, 0x20ac}, {0x2116, 0x2116},
};

/* What the process keeps. Cairo drops faces when it likes and in any thread, so
 * the library that they belong to is one for all, used by one at a time. */
static GMutex lock;
static FT_Library library;
static hb_face_t *whole[RC_FONT_N];
static struct cut common[RC_FONT_N]; /* of the faces for those letters */

static hb_face_t *
open_whole(enum rc_font font)
{
	FcPattern *pattern = rc_font_pattern(font);
	FcChar8 *file = NULL;
	hb_blob_t *blob;
	hb_face_t *face;
	int index = 0;

	if (!pattern || FcPatternGetString(pattern, FC_FILE, 0, &file) !=
	    FcResultMatch)
		return NULL;
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	blob = hb_blob_create_from_file_or_fail((const char *)file);
	if (!blob)
		return NULL;
	face = hb_face_create(blob, index & 0xffff);
	hb_face_make_immutable(face);
	hb_blob_destroy(blob);
	return face;
}

static hb_face_t *
whole_face(enum rc_font font)
{
	g_mutex_lock(&lock);
	if (!whole[font])
		whole[font] = open_whole(font);
	g_mutex_unlock(&lock);
	return whole[font];
}

static FT_Face
open_ft(const char *data, unsigned size)
{
	FT_Face face = NULL;

	g_mutex_lock(&lock);
	if ((!library && FT_Init_FreeType(&library) != 0) ||
	    FT_New_Memory_Face(library, (const FT_Byte *)data, size, 0, &face))
		face = NULL;
	g_mutex_unlock(&lock);
	return face;
}

/* ---- what is used ---- */

/* The letter of a cluster that one glyph shows goes into the cut face's table
 * of letters, which tells cairo what the glyph means. */
static void
use_letter(hb_set_t *letters, const char *text, struct rc_cluster cluster)
{
	gunichar c = g_utf8_get_char(text);

	if (cluster.glyphs != 1 || g_utf8_next_char(text) != text + cluster.bytes)
		return;
	if (g_unichar_isspace(c))
		c = ' ';
	hb_set_add(letters, c == 0x2010 || c == 0x2011 ? '-' : c);
}

static void
use_run(hb_subset_input_t *input, const struct rc_pages *pages,
    const struct rc_run *run)
{
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	hb_set_t *letters = hb_subset_input_unicode_set(input);
	const char *text = pages->text->str + run->text;

	for (guint i = 0; i < run->n_glyphs; i++)
		hb_set_add(glyphs, g_array_index(pages->glyphs,
		    struct rc_glyph, run->glyph + i).id);
	for (guint i = 0; i < run->n_clusters; i++) {
		struct rc_cluster cluster = g_array_index(pages->clusters,
		    struct rc_cluster, run->cluster + i);

		use_letter(letters, text, cluster);
		text += cluster.bytes;
	}
}

/* Tables that serve neither painting nor naming. */
static void
drop_tables(hb_subset_input_t *input)
{
	static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "kern", "FFTM",
	    "gasp", "BASE", "vhea", "vmtx", "VORG", "DSIG", "feat", "morx"};
	hb_set_t *drop =
	    hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
		hb_set_add(drop, hb_tag_from_string(tags[i], 4));
}

static hb_subset_input_t *
input_new(void)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	g_assert(input);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	drop_tables(input);
	return input;
}

/* An input for each font that pages use; NULL for the others. */
static void
collect(const struct rc_pages *pages, hb_subset_input_t **inputs)
{
	for (guint i = 0; i < pages->runs->len; i++) {
		const struct rc_run *run =
		    &g_array_index(pages->runs, struct rc_run, i);
		hb_subset_input_t **input = &inputs[run->font];

		if (!*input)
			*input = input_new();
		use_run(*input, pages, run);
	}
}

/* ---- cutting ---- */

/* A face of FreeType's and the bytes it reads. */
struct opened {
	FT_Face face;
	hb_blob_t *blob;
};

static void
opened_free(void *data)
{
	struct opened *opened = data;

	g_mutex_lock(&lock);
	if (opened->face)
		FT_Done_Face(opened->face);
	g_mutex_unlock(&lock);
	hb_blob_destroy(opened->blob);
	g_free(opened);
}

static cairo_font_face_t *
open_face(hb_face_t *cut)
{
	static const cairo_user_data_key_t key;
	struct opened *opened = g_new0(struct opened, 1);
	cairo_font_face_t *face;
	unsigned size;
	const char *data;

	opened->blob = hb_face_reference_blob(cut);
	data = hb_blob_get_data(opened->blob, &size);
	opened->face = open_ft(data, size);
	if (!opened->face) {
		opened_free(opened);
		return NULL;
	}
	face = cairo_ft_font_face_create_for_ft_face(opened->face,
	    FT_LOAD_NO_HINTING);
	cairo_font_face_set_user_data(face, &key, opened, opened_free);
	return face;
}

/* Cut a face; an empty cut when the font cannot be read. */
static struct cut
cut_face(enum rc_font font, hb_subset_input_t *input)
{
	hb_face_t *all = whole_face(font), *face = NULL;
	hb_subset_plan_t *plan =
	    all ? hb_subset_plan_create_or_fail(all, input) : NULL;
	struct cut cut = {NULL, NULL};

	if (plan)
		face = hb_subset_plan_execute_or_fail(plan);
	if (face) {
		cut.map = hb_map_copy(
		    hb_subset_plan_old_to_new_glyph_mapping(plan));
		cut.face = open_face(face);
	}
	hb_face_destroy(face);
	hb_subset_plan_destroy(plan);
	return cut;
}

static gpointer
cut_common(gpointer data)
{
	enum rc_font font = GPOINTER_TO_UINT(data);
	hb_subset_input_t *input = input_new();

	for (guint i = 0; i < G_N_ELEMENTS(common_letters); i++)
		hb_set_add_range(hb_subset_input_unicode_set(input),
		    common_letters[i].first, common_letters[i].last);
	common[font] = cut_face(font, input);
	hb_subset_input_destroy(input);
	return &common[font];
}

/* The common face, if it has all glyphs. */
static gboolean
take_common(struct cut *cut, enum rc_font font, hb_subset_input_t *input)
{
	static GOnce once[RC_FONT_N];
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

	if (font > RC_FONT_SERIF_BOLD_ITALIC)
		return FALSE;
	g_once(&once[font], cut_common, GUINT_TO_POINTER(font));
	if (!common[font].face)
		return FALSE;
	while (hb_set_next(glyphs, &glyph))
		if (!hb_map_has(common[font].map, glyph))
			return FALSE;
	cut->face = cairo_font_face_reference(common[font].face);
	cut->map = hb_map_reference(common[font].map);
	return TRUE;
}

rc_faces *
rc_faces_new(const struct rc_pages *pages, GError **error)
{
	g_autoptr(rc_faces) faces = g_new0(rc_faces, 1);
	hb_subset_input_t *inputs[RC_FONT_N] = {NULL};
	gboolean ok = TRUE;

	collect(pages, inputs);
	for (guint i = 0; i < RC_FONT_N; i++) {
		if (!inputs[i])
			continue;
		if (!take_common(&faces->cut[i], i, inputs[i]))
			faces->cut[i] = cut_face(i, inputs[i]);
		ok &= faces->cut[i].face != NULL;
		hb_subset_input_destroy(inputs[i]);
	}
	if (ok)
		return g_steal_pointer(&faces);
	rc_fail(error, RESCONV_E_IO, "a font cannot be read");
	return NULL;
}

void
rc_faces_free(rc_faces *faces)
{
	if (!faces)
		return;
	for (guint i = 0; i < RC_FONT_N; i++) {
		cairo_font_face_destroy(faces->cut[i].face);
		hb_map_destroy(faces->cut[i].map);
	}
	g_free(faces);
}

cairo_font_face_t *
rc_faces_get(const rc_faces *faces, enum rc_font font)
{
	return faces->cut[font].face;
}

guint
rc_faces_glyph(const rc_faces *faces, enum rc_font font, guint glyph)
{
	return hb_map_get(faces->cut[font].map, glyph);
}
